// What an app ships for one voice and one lit text: minified and gzipped, React and TanStack Query left out.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** @type {[names: string, bound: number | null][]} */
const IMPORTS = [
  ['{ useSpeech }', null],
  ['{ useSpeech, HighlightedTranscript }', null],
];

/** @type {import('./run.mjs').Bench} */
export default async function size() {
  if (!existsSync(entry))
    throw new Error('There is no dist/, so there is nothing to weigh. Run `npm run build` first.');
  const rows = [];
  for (const [names, bound] of IMPORTS) {
    const bytes = gzipSync(await bundle(names), { level: 9 }).length;
    rows.push({
      issue: 2,
      name: `gzip size of import ${names}, React external`,
      value: Math.round(bytes / 10) / 100,
      unit: 'kB',
      bound,
      better: /** @type {const} */ ('lower'),
    });
  }
  return rows;
}

/** @param {string} names */
async function bundle(names) {
  const app = 'virtual:app';
  const built = await build({
    configFile: false,
    logLevel: 'error',
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
  return output.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}
