// Three hours of MP3 in one speech.
import { createSpeech, type Speech } from 'react-readalong';
import { encodeMp3, voiceLike } from '../test/audio/lame.js';
import { seeded } from '../test/audio/programs.js';
import { noteStarts } from './sound-starts.js';
import { until, wait } from './sound-windows.js';

const HOURS = 3;
const CHUNK = 1 << 16;
/** Milliseconds after which a recording that nobody holds is let go, and some. */
const GRACE = 6000;

let loop: Uint8Array<ArrayBuffer>;
let speech: Speech | null = null;
const starts = noteStarts();
const random = seeded(5);

/** Makes a minute of sound, and plays and drops a speech, so that what the browser keeps once is not counted. */
async function prepare(): Promise<void> {
  loop = await encodeMp3(voiceLike(60, 44_100), 44_100, 128);
  await index(loop.length);
  await seek();
  speech?.dispose();
  speech = null;
  await wait(GRACE);
}

/** Takes so many bytes in as they would come from a network, and returns the milliseconds until all are indexed. */
async function index(length = HOURS * 3600 * 16_000): Promise<number> {
  let sent = 0;
  const audio = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const from = sent % loop.length;
      const piece = loop.slice(from, from + Math.min(CHUNK, length - sent));
      sent += piece.length;
      controller.enqueue(piece);
      // A network leaves the page time for other things.
      if (sent % (1 << 20) < CHUNK) await wait(0);
      if (sent >= length) controller.close();
    },
  });
  const made = createSpeech({ audio, text: '', outputFormat: 'mp3_44100_128' });
  speech = made;
  made.subscribe(() => {});
  const began = performance.now();
  for (; made.getSnapshot().loading !== 'complete'; await wait(20)) {
    if (made.getSnapshot().loading === 'failed') throw made.getSnapshot().error;
  }
  return performance.now() - began;
}

/** Goes to a random place while it plays, and returns the milliseconds until its sound was scheduled. */
async function seek(): Promise<number> {
  if (!speech) throw new Error('Nothing is indexed.');
  const { duration, status } = speech.getSnapshot();
  if (status !== 'playing') {
    const before = starts.length;
    speech.play();
    await until(() => starts.length > before, 'sound');
  }
  await wait(120);
  const from = starts.length;
  const began = performance.now();
  speech.seek(random() * ((duration ?? 0) - 60));
  await until(() => starts.length > from, 'sound');
  const took = (starts[from]?.when ?? Number.NaN) - began;
  await wait(60);
  return took;
}

const duration = (): number => speech?.getSnapshot().duration ?? 0;

Object.assign(globalThis, { prepare, index, seek, duration });
