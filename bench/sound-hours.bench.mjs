// Three hours of 128 kbit/s MP3: what stays in memory above the bytes, and how soon a seek is scheduled.
import { openPage } from './open-page.mjs';
import { watchMemory } from './page-memory.mjs';
import { soundRow } from './sound-row.mjs';

const SEEKS = 100;

/** @type {import('./run.mjs').Bench} */
export default async function soundHours() {
  const { browser, page, close } = await openPage('sound-hours.page.ts', { faces: 'src' });
  const memory = await watchMemory(browser, page);
  await page.evaluate('prepare()');
  const before = await memory.kept();
  const resident = await memory.resident();
  /** @type {number} */
  const indexing = await page.evaluate('index()');
  /** @type {number} */
  const seconds = await page.evaluate('duration()');
  if (Math.abs(seconds - 10_800) > 1) throw new Error(`${seconds} s were indexed instead of three hours.`);
  const indexed = await memory.kept();
  /** @type {number[]} */
  const seeks = [];
  let most = 0;
  for (let i = 0; i < SEEKS; i++) {
    seeks.push(await page.evaluate('seek()'));
    most = Math.max(most, (await memory.used()).total - before.total);
  }
  const after = await memory.kept();
  const grown = (await memory.resident()) - resident;
  await close();
  seeks.sort((a, b) => a - b);
  const kept = (/** @type {typeof before} */ then) => then.total - before.total;
  return [
    soundRow('3 hours: kept above the bytes after 100 seeks', kept(after), 'MB', 30),
    soundRow('3 hours: of that heap', after.heap - before.heap, 'MB', null),
    soundRow('3 hours: of that embedder', after.embedder - before.embedder, 'MB', null),
    soundRow('3 hours: of that array buffers', after.buffers - before.buffers, 'MB', null),
    soundRow('3 hours: kept above the bytes once indexed', kept(indexed), 'MB', 30),
    soundRow('3 hours: most at once, garbage included, during 100 seeks', most, 'MB', null),
    soundRow('3 hours: growth of the renderers’ own resident memory', grown, 'MB', null),
    soundRow('3 hours: indexing', indexing, 'ms', null),
    soundRow('3 hours: seek to its scheduling, median of 100', seeks[SEEKS >> 1] ?? Number.NaN, 'ms', 30),
    soundRow('3 hours: seek to its scheduling, p95 of 100', seeks[Math.floor(SEEKS * 0.95)] ?? Number.NaN, 'ms', null),
  ];
}
