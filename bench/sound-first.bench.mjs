// From the last byte of the first 250 ms of sound to its being scheduled, beside what an app does that awaits the body.
import { openPage } from './open-page.mjs';
import { soundRow } from './sound-row.mjs';

const ROUNDS = 15;

/** @type {import('./run.mjs').Bench} */
export default async function soundFirst() {
  const { page, close } = await openPage('sound-first.page.ts', { faces: 'src' });
  /** @type {import('./sound-first.page.js').FirstSound} */
  const { scheduled, sounding, element } = await page.evaluate(`measureFirstSound(${ROUNDS})`);
  await close();
  const from = 'from the last byte of the first 250 ms';
  return [
    soundRow(`${from} of sound to its scheduling, median of ${ROUNDS}`, median(scheduled), 'ms', 60),
    soundRow(`${from} to scheduling, the first time in a page`, scheduled[0] ?? Number.NaN, 'ms', null),
    soundRow(`${from} to its leaving the context, median of ${ROUNDS}`, median(sounding), 'ms', null),
    soundRow(
      `${from} to \`playing\` of an <audio> given the whole body, 6 s at 4 times real time`,
      median(element),
      'ms',
      null,
    ),
  ];
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
