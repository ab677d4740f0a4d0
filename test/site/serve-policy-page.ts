import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createRelayHandler, toNodeListener } from 'react-readalong/server';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** An app of the built package and a relay on the same origin, each page of it under a content security policy. */
export async function servePolicyPage(policy: string): Promise<{ url: string; close: () => void }> {
  const files = await buildApp();
  const relay = toNodeListener(
    createRelayHandler({
      apiKey: 'offline-key',
      prefix: '/api/speech',
      fetch: createOfflineElevenLabs({ engine: createTonesEngine() }),
    }),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/speech/')) return relay(request, response);
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const file = files.get(name);
    response.writeHead(file === undefined ? 404 : 200, {
      'content-security-policy': policy,
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function buildApp(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    root: at('policy-page'),
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^react-readalong$/, replacement: at('../../dist/index.js') },
        { find: /^react-readalong\/styles\.css$/, replacement: at('../../dist/styles.css') },
      ],
    },
    build: { write: false },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Vite watched instead of building.');
  return new Map(output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}
