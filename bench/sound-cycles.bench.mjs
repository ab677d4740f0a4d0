// A thousand cycles of mount, play, seek and unmount: what has grown since the hundredth.
import { openPage } from './open-page.mjs';
import { watchMemory } from './page-memory.mjs';
import { soundRow } from './sound-row.mjs';

/** What Chromium counts, and how it is called in a row. @type {[metric: string, name: string][]} */
const COUNTED = [
  ['AudioHandlers', 'audio handlers'],
  ['AudioWorkletProcessors', 'audio worklet processors'],
  ['Nodes', 'DOM nodes'],
  ['JSEventListeners', 'event listeners'],
];

/** @type {import('./run.mjs').Bench} */
export default async function soundCycles() {
  const { browser, page, close } = await openPage('sound-cycles.page.ts', { faces: 'src' });
  const memory = await watchMemory(browser, page);
  const look = async (/** @type {number} */ count) => {
    /** @type {number} */
    const contexts = await page.evaluate(`cycles(${count})`);
    const kept = await memory.kept();
    return { contexts, kept, counts: await memory.counts() };
  };
  await page.evaluate('prepare()');
  const before = await look(100);
  const middle = await look(450);
  const after = await look(450);
  await close();
  const grown = (/** @type {string} */ metric) =>
    (after.counts[metric] ?? Number.NaN) - (before.counts[metric] ?? Number.NaN);
  const from = 'growth from cycle 100 to 1 000 of mount, play, seek, unmount:';
  // A leak adds to each cycle; compiled code and caches add ever less: hence the less of two halves. One kept GainNode
  // is 540 B, a kept listener of the output half a megabyte; code alone was seen to add 50 to 300 B.
  const [first, second] = [middle.kept.total - before.kept.total, after.kept.total - middle.kept.total];
  return [
    ...COUNTED.map(([metric, name]) => soundRow(`${from} ${name}`, grown(metric), name, 0)),
    soundRow(`${from} audio contexts`, after.contexts - before.contexts, 'audio contexts', 0),
    soundRow('audio contexts made in 1 000 cycles', after.contexts, 'audio contexts', 1),
    soundRow(
      `audio handlers that stay after 1 000 cycles`,
      after.counts.AudioHandlers ?? Number.NaN,
      'audio handlers',
      null,
    ),
    soundRow(`${from} memory`, first + second, 'MB', null),
    soundRow(`${from} memory of a cycle, the less of two halves`, (Math.min(first, second) * 1e6) / 450, 'B', 500),
  ];
}
