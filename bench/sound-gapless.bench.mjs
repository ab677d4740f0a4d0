// Whether sound is decoded and leaves the context sample for sample, and whether anything clicks.
import { openPage } from './open-page.mjs';
import { soundRow } from './sound-row.mjs';

const FORMATS = [
  ...['mp3_22050_32', 'mp3_44100_32', 'mp3_44100_64', 'mp3_44100_96', 'mp3_44100_128', 'mp3_44100_192'],
  ...['opus_48000_32', 'opus_48000_64', 'opus_48000_96', 'opus_48000_128', 'opus_48000_192'],
  ...['pcm_8000', 'pcm_16000', 'pcm_22050', 'pcm_24000', 'pcm_44100', 'pcm_48000'],
  ...['ulaw_8000', 'alaw_8000', 'wav_44100'],
];
const CAPTURED = ['pcm_44100', 'mp3_44100_128', 'ulaw_8000'];
const CHUNKINGS = 100;
/** Decoders work in floats, whose last places depend on where they began. */
const CODED = /^(mp3|opus)/;

/** @type {import('./run.mjs').Bench} */
export default async function soundGapless() {
  const { page, close } = await openPage('sound-gapless.page.ts', { faces: 'src' });
  const rows = [];
  for (const format of FORMATS) {
    /** @type {number} */
    const most = await page.evaluate(`measureDecoded('${format}', ${CHUNKINGS})`);
    const bound = CODED.test(format) ? 1e-6 : 0;
    rows.push(
      soundRow(`greatest difference of ${CHUNKINGS} chunkings, decoded, ${format}`, most, 'of full scale', bound),
    );
  }
  for (const format of CAPTURED) {
    /** @type {number} */
    const most = await page.evaluate(`measureCaptured('${format}')`);
    rows.push(soundRow(`greatest difference of 5 s, captured, ${format}`, most, 'of full scale', 1e-6));
  }
  /** @type {import('./sound-gapless.page.js').Steps} */
  const { seams, seeks, pauses, speeds, allowed } = await page.evaluate('measureSteps(40)');
  await close();
  const name = (/** @type {string} */ of) => `steepest step ${of} against the sound’s own, 40 of them`;
  return [
    ...rows,
    // Nothing is done there, so nothing may be added, but for the rounding of a float.
    soundRow('steepest step at seams against the sound’s own, 5 s', seams, 'times', 1.001),
    soundRow(name('at seeks'), seeks, 'times', allowed),
    soundRow(name('at pauses and plays'), pauses, 'times', allowed),
    soundRow(name('at changes of speed'), speeds, 'times', allowed),
  ];
}
