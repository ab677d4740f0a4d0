import { createServer, type Server } from 'node:http';
import { type RelayHandler, toNodeListener } from 'react-readalong/server';

/** Node alone. */
export function mountOnNode(relay: RelayHandler): Server {
  return createServer(toNodeListener(relay));
}
