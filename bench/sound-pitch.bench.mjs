// Whether another speed keeps the pitch of a real voice, and of a steady voiced tone.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage } from './open-page.mjs';
import { soundRow } from './sound-row.mjs';

const entry = fileURLToPath(new URL('../dist/offline/index.js', import.meta.url));
const TEXT =
  'The harbour was quiet on the night before the storm. Nobody knew why the old lamp had been lit, or who had carried it up the stairs.';
const RATE = 44_100;

/** @type {import('./run.mjs').Bench} */
export default async function soundPitch() {
  const speech = await speak();
  const { page, close } = await openPage('sound-pitch.page.ts', { faces: 'src' });
  const rows = [];
  for (const rate of [0.75, 1.25, 1.5]) {
    /** @type {import('./sound-pitch.page.js').PitchDifference} */
    const { median, p90, voiced } = await page.evaluate(`measurePitch(${JSON.stringify(speech)}, ${rate})`);
    // Fewer would be a voice that was lost on the way.
    rows.push(
      soundRow(`moments of speech that are voiced at ${rate}x too`, voiced, 'moments', 100, { better: 'higher' }),
    );
    rows.push(soundRow(`pitch of speech at ${rate}x against the original’s, median`, median * 100, '%', 0.5));
    rows.push(soundRow(`pitch of speech at ${rate}x against the original’s, p90`, p90 * 100, '%', null));
  }
  for (const rate of [0.75, 1.5, 2]) {
    /** @type {number} */
    const level = await page.evaluate(`measureTone(${rate})`);
    rows.push(soundRow(`harmonics of a steady tone over the rest at ${rate}x`, level, 'dB', 20, { better: 'higher' }));
  }
  await close();
  return rows;
}

/** Some seconds of Flite's voice, as base64 of signed 16-bit samples. */
async function speak() {
  if (!existsSync(entry)) throw new Error('There is no dist/, so there is no voice. Run `npm run build` first.');
  /** @type {typeof import('react-readalong/offline')} */
  const { createFliteEngine } = await import(entry);
  const { signal } = new AbortController();
  /** @type {Buffer[]} */
  const pieces = [];
  const request = { text: TEXT, voiceId: 'JBFqnCBsd6RMkjVDRZzb', sampleRate: RATE, signal };
  for await (const { samples } of createFliteEngine().speak(request)) {
    const coded = Int16Array.from(samples, (sample) => Math.round(sample * 32_767));
    pieces.push(Buffer.from(coded.buffer));
  }
  return Buffer.concat(pieces).toString('base64');
}
