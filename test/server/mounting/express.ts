import { createServer, type Server } from 'node:http';
import express from 'express';
import { type RelayHandler, toNodeListener } from 'react-readalong/server';

/** Express: before or after `express.json()`, and below any path; the handler's `prefix` names the whole of it. */
export function mountOnExpress(relay: RelayHandler): Server {
  const app = express();
  app.use(express.json());
  app.use('/api/speech', toNodeListener(relay));
  return createServer(app);
}
