import { createServer, type Server } from 'node:http';
import { Hono } from 'hono';
import { type RelayHandler, toNodeListener } from 'react-readalong/server';

/** Hono, wherever it runs; here on Node. */
export function mountOnHono(relay: RelayHandler): Server {
  const app = new Hono();
  app.all('/api/speech/*', (context) => relay(context.req.raw));
  return createServer(toNodeListener(async (request) => app.fetch(request)));
}
