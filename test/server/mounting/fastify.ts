import type { Server } from 'node:http';
import { fastify } from 'fastify';
import { type RelayHandler, toNodeListener } from 'react-readalong/server';

/** Fastify: in a scope of its own, where no parser reads the body before the relay does. */
export async function mountOnFastify(relay: RelayHandler): Promise<Server> {
  const app = fastify();
  const listener = toNodeListener(relay);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.all('/api/speech/*', (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
  });
  await app.ready();
  return app.server;
}
