import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/**
 * What an app ships that imports some names, minified and gzipped, React and TanStack Query left out: `first` before anything is
 * shown, `all` with what is loaded by and by.
 *
 * @param {string} names e.g. '{ useSpeech }'
 * @returns {Promise<{ first: number, all: number }>} bytes
 */
export async function weigh(names) {
  const app = 'virtual:app';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // As in an app that is published; a test runner says otherwise.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: {
        input: app,
        preserveEntrySignatures: 'strict',
        external: /^(react|react-dom|@tanstack\/react-query)(\/|$)/,
      },
    },
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === app ? app : null),
        load: (id) => (id === app ? `export ${names} from ${JSON.stringify(entry)};` : null),
      },
    ],
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Vite watched instead of building.');
  const chunks = output.output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const first = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of first)
    for (const name of chunk.imports) {
      const found = chunks.find(({ fileName }) => fileName === name);
      if (found) first.add(found);
    }
  const bytes = (/** @type {Iterable<{ code: string }>} */ some) =>
    [...some].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { first: bytes(first), all: bytes(chunks) };
}
