// Gaps in what leaves the context: while the page is held up for half a second, and at the highest speed.
import { openPage } from './open-page.mjs';
import { soundRow } from './sound-row.mjs';

const REPEATS = 6;

/** @type {import('./run.mjs').Bench} */
export default async function soundBlock() {
  const { page, close } = await openPage('sound-block.page.ts', { faces: 'src' });
  /** @type {Record<'block' | 'speed', import('./sound-block.page.js').Gaps[]>} */
  const all = { block: [], speed: [] };
  for (let i = 0; i < REPEATS; i++) {
    all.block.push(await page.evaluate('measureBlock(500)'));
    all.speed.push(await page.evaluate('measureSpeed(3, 15)'));
  }
  await close();
  const row = (/** @type {string} */ name, /** @type {import('./sound-block.page.js').Gaps[]} */ rounds) => {
    const steady = rounds.filter(({ isSteady }) => isSteady);
    const gap = steady.length > 0 ? steady.reduce((sum, round) => sum + round.gap, 0) : Number.NaN;
    const discarded = rounds.length - steady.length;
    return soundRow(name, gap, 'frames', 0, { better: 'equal', discarded });
  };
  return [
    row('gap frames through 500 ms of a blocked page at 1x, 6 rounds', all.block),
    row('gap frames at 3x, 6 rounds of 5 s', all.speed),
    soundRow(
      'captured frames looked at, gaps',
      [...all.block, ...all.speed].reduce((sum, { frames, isSteady }) => sum + (isSteady ? frames : 0), 0),
      'frames',
      null,
      { better: 'higher' },
    ),
    soundRow(
      'rounds of 12 discarded for the audio clock, gaps',
      [...all.block, ...all.speed].filter(({ isSteady }) => !isSteady).length,
      'rounds',
      null,
    ),
  ];
}
