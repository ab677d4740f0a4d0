// Whether what is said to be heard is what is heard: by captured samples, at every speed, and behind a long way to the ear.
import { openPage } from './open-page.mjs';
import { soundRow } from './sound-row.mjs';

/** @type {[rate: number, windows: number, p95: number][]} */
const RATES = [
  [1, 8, 1],
  [0.75, 4, 5],
  [1.25, 4, 5],
  [1.5, 4, 5],
  [0.5, 4, 12],
  [2, 4, 12],
];
const LATENCIES = [0, 0.04, 0.2];

/** @type {import('./run.mjs').Bench} */
export default async function soundMap() {
  const { page, close } = await openPage('sound-map.page.ts', { faces: 'src' });
  const rows = [];
  const counts = { backward: 0, windows: 0, discarded: 0, unsure: 0, moments: 0 };
  for (const [rate, windows, bound] of RATES) {
    /** @type {import('./sound-map.page.js').MapErrors} */
    const errors = await page.evaluate(`measureMap(${rate}, ${windows})`);
    const { discarded } = errors;
    const name = (/** @type {string} */ which) => `map error at ${rate}x, ${which}`;
    rows.push(soundRow(name('p95'), errors.p95, 'ms', bound, { discarded }));
    // A stretched tone is a blend of two places at each seam, so its pitch says the place less surely there.
    rows.push(soundRow(name('p99'), errors.p99, 'ms', rate === 1 ? 1 : null, { discarded }));
    rows.push(soundRow(name('most'), errors.most, 'ms', rate === 1 ? 1 : null, { discarded }));
    counts.backward += errors.backward;
    counts.windows += windows;
    counts.discarded += discarded;
    counts.unsure += errors.unsure;
    counts.moments += errors.moments;
  }
  /** @type {number[]} */
  const differences = await page.evaluate(`measureLatencies(${JSON.stringify(LATENCIES)})`);
  await close();
  const latencies = LATENCIES.map((seconds) => seconds * 1000).join(', ');
  return [
    ...rows,
    soundRow('steps back of what is heard within a run, all rates', counts.backward, 'steps', 0, { better: 'equal' }),
    soundRow(`windows of ${counts.windows} discarded for the audio clock, map`, counts.discarded, 'windows', null),
    soundRow('moments compared, map', counts.moments, 'moments', null, { better: 'higher' }),
    soundRow('moments left out, page held up or no true timestamp, map', counts.unsure, 'moments', null),
    soundRow(`shift by latencies of ${latencies} ms, off by at most`, Math.max(...differences), 'ms', 1e-9),
  ];
}
