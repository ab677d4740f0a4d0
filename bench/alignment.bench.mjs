// What a timeline of a book costs: how building grows from 50 000 to 100 000 words, how long a lookup takes, what it keeps.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answerOf, measureGrowth, measureLookups } from './alignment.page.mjs';
import { openPage } from './open-page.mjs';

const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const WORDS = 100_000;

/** @type {import('./run.mjs').Bench} */
export default async function alignment() {
  if (!existsSync(entry))
    throw new Error('There is no dist/, so there is nothing to measure. Run `npm run build` first.');
  /** @type {typeof import('react-readalong')} */
  const { createTimeline } = await import(entry);
  const { page, close } = await openPage('alignment.page.mjs');
  /** @type {{ growth: import('./alignment.page.mjs').Growth, lookups: import('./alignment.page.mjs').Lookups }} */
  const inChromium = await page.evaluate('(async () => ({ growth: await growth(), lookups: lookups() }))()');
  await close();
  return [
    ...rows('Node', await measureGrowth(createTimeline), measureLookups(createTimeline)),
    ...rows('Chromium', inChromium.growth, inChromium.lookups),
    row('bytes kept for a word of 6 characters, spans and times', bytesPerWord(createTimeline), 'B', null),
  ];
}

/**
 * @param {string} where
 * @param {import('./alignment.page.mjs').Growth} growth
 * @param {import('./alignment.page.mjs').Lookups} lookups
 */
function rows(where, { half, whole, ratio }, { playing, random }) {
  return [
    row(`growth of building 100 000 words against 50 000, ${where}`, ratio, 'times', 2.5),
    row(`building 50 000 words, ${where}`, half, 'ms', null),
    row(`building 100 000 words, ${where}`, whole, 'ms', null),
    row(`word at a time while playing, 100 000 words, ${where}`, playing, 'ns', null),
    row(`word at a time at random, 100 000 words, ${where}`, random, 'ns', null),
  ];
}

/** @param {string} name @param {number} value @param {string} unit @param {number | null} bound */
function row(name, value, unit, bound) {
  return { issue: 4, name, value: Math.round(value * 100) / 100, unit, bound, better: /** @type {const} */ ('lower') };
}

/** What a timeline holds beside the answer that it was made of, once the garbage is gone. @param {typeof import('react-readalong').createTimeline} createTimeline */
function bytesPerWord(createTimeline) {
  setFlagsFromString('--expose-gc');
  /** @type {() => void} */
  const collect = runInNewContext('gc');
  const used = () => {
    for (let i = 0; i < 4; i++) collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const answer = answerOf(WORDS);
  createTimeline(answer.alignment, { text: answer.text });
  const before = used();
  const timeline = createTimeline(answer.alignment, { text: answer.text });
  timeline.sentenceIndexAt(1);
  const after = used();
  if (timeline.wordIndexAt(Infinity) !== WORDS - 1) throw new Error('The timeline has not all its words.');
  return (after - before) / WORDS;
}
