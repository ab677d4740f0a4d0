// Whether a loop of a short phrase is exact, by captured sound, however often it is heard and at whatever speed.
import { openPage } from './open-page.mjs';

const TIMES = 100;

/** @type {import('./run.mjs').Bench} */
export default async function loops() {
  const { page, close } = await openPage('loops.page.ts', { faces: 'src' });
  /** @type {import('./loops.page.js').LoopErrors} */
  const pcm = await page.evaluate(`measureLoop(${TIMES})`);
  /** @type {import('./loops.page.js').LoopErrors & { difference: number }} */
  const mp3 = await page.evaluate(`measureMp3Loop(${TIMES})`);
  /** @type {number} */
  const ladder = await page.evaluate('measureLadder([0.6, 0.8, 1, 1.5, 2])');
  await close();
  const phrase = `a loop of 0.8 s, ${TIMES} times, captured`;
  return [
    ...rowsOf(phrase, pcm),
    ...rowsOf(`${phrase}, mp3_44100_128`, mp3),
    row(
      `greatest difference of a sample of ${phrase}, mp3_44100_128, to a decoder's of the whole`,
      mp3.difference,
      'of full scale',
      1e-6,
    ),
    row('greatest boundary error of a ladder of 0.6, 0.8, 1, 1.5 and 2 with silences, captured', ladder, 'ms', 5),
  ];
}

/** @param {string} phrase @param {import('./loops.page.js').LoopErrors} errors */
const rowsOf = (phrase, { border, drift, lit, click }) => [
  row(`greatest boundary error of ${phrase}`, border, 'ms', 5),
  row(`drift of ${phrase}`, drift, 'ms', 1),
  row(`loudest sample at a border of ${phrase}`, click, 'of full scale', 0.01),
  row(`what is lit outside ${phrase}`, lit, 'ms', 0),
];

/** @param {string} name @param {number} value @param {string} unit @param {number} bound */
const row = (name, value, unit, bound) => ({
  issue: 10,
  name,
  value: Number(value.toPrecision(6)),
  unit,
  bound,
  better: /** @type {const} */ ('lower'),
});
