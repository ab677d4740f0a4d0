// What an app ships for one voice and one lit text: minified and gzipped, React and TanStack Query left out.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { weigh } from '../test/package/weigh.mjs';

const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const IMPORTS = ['{ useSpeech }', '{ useSpeech, HighlightedTranscript }', '{ ReadAlong, SpeechProvider }'];

/** @type {import('./run.mjs').Bench} */
export default async function size() {
  if (!existsSync(entry))
    throw new Error('There is no dist/, so there is nothing to weigh. Run `npm run build` first.');
  const rows = [];
  for (const names of IMPORTS) {
    const { first, all } = await weigh(names);
    rows.push(row(`gzip size of import ${names}, before anything is shown`, first));
    rows.push(row(`gzip size of import ${names}, with all that is loaded later`, all));
  }
  return rows;
}

/** @param {string} name @param {number} bytes */
const row = (name, bytes) => ({
  issue: 2,
  name,
  value: Math.round(bytes / 10) / 100,
  unit: 'kB',
  bound: null,
  better: /** @type {const} */ ('lower'),
});
