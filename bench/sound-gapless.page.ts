// Whether what is decoded, and what leaves the context, is the sound itself, sample for sample and without a click.
import { createSpeech } from 'react-readalong';
import { difference } from '../test/audio/lame.js';
import { listen, steepest } from '../test/audio/listening.js';
import { cutAt } from '../test/audio/mp3-bytes.js';
import { seeded } from '../test/audio/programs.js';
import { toPcm } from '../test/audio/sweep.js';
import { createPart } from './pcm-part.mjs';
import { soundOf } from './sound-formats.js';
import { until, wait } from './sound-windows.js';

const RATE = 44_100;

/** The greatest difference from the reference, over some random ways to cut the bytes, read while they come and when they are there. */
export async function measureDecoded(format: string, chunkings: number): Promise<number> {
  const { bytes, reference } = await soundOf(format, 1.5);
  const idle = new AbortController().signal;
  let most = 0;
  for (let run = 0; run < chunkings; run++) {
    const random = seeded(run + 1);
    const part = createPart('bench', format);
    const chunks = cutAt(bytes, Array.from({ length: 1 + Math.floor(random() * 30) }, random));
    const stop = Math.floor(random() * chunks.length);
    for (const [i, chunk] of chunks.entries()) {
      part.append(chunk);
      if (i !== stop) continue;
      const { ready } = part.frames();
      const from = Math.floor(random() * ready);
      most = Math.max(most, difference(await part.read(from, ready - from, idle), reference.subarray(from, ready)));
    }
    const fault = part.end();
    if (fault) throw fault;
    const { ready } = part.frames();
    most = Math.max(most, difference(await part.read(0, ready, idle), reference));
  }
  return most;
}

/** The greatest difference of what was captured from the reference, streamed in at random. */
export async function measureCaptured(format: string): Promise<number> {
  const { bytes, reference, sampleRate } = await soundOf(format, 5);
  const sound = await listen(sampleRate);
  const random = seeded(21);
  const audio = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const chunk of cutAt(bytes, Array.from({ length: 40 }, random))) {
        controller.enqueue(chunk);
        await wait(random() * 40);
      }
      controller.close();
    },
  });
  const speech = createSpeech({ audio, text: '', outputFormat: format }, { audioContext: sound.context });
  speech.subscribe(() => {});
  speech.play();
  await until(() => speech.getSnapshot().status === 'ended', 'the end');
  const first = sound.started[0]?.at ?? 0;
  await sound.captured(first + reference.length);
  const most = difference(sound.samples(first, reference.length), reference);
  speech.dispose();
  await sound.close();
  return most;
}

/** The steepest step between two samples that left the context, by what was done meanwhile, against that of the sound itself. */
export interface Steps {
  readonly seams: number;
  readonly seeks: number;
  readonly pauses: number;
  readonly speeds: number;
  /** What a fade of 5 ms from one extreme of the sound to the other may add to it. */
  readonly allowed: number;
}

/** A smooth voice: two harmonics, so that a step stands out. */
export async function measureSteps(times: number): Promise<Steps> {
  const wave = (i: number) => Math.sin((2 * Math.PI * 150 * i) / RATE) + 0.5 * Math.sin((2 * Math.PI * 450 * i) / RATE);
  const samples = Float32Array.from({ length: 30 * RATE }, (_, i) => 0.4 * wave(i));
  const own = steepest(samples.subarray(0, RATE));
  const sound = await listen(RATE);
  const speech = createSpeech(
    { audio: toPcm(samples).buffer, text: '', outputFormat: 'pcm_44100' },
    { audioContext: sound.context },
  );
  speech.subscribe(() => {});
  speech.play();
  await until(() => sound.started.length > 0, 'sound');
  const random = seeded(9);
  /** Acts some times, and returns the steepest step from before the first to behind the last. */
  const during = async (action: (i: number) => void): Promise<number> => {
    const from = sound.now();
    for (let i = 0; i < times; i++) {
      action(i);
      await wait(90 + random() * 60);
    }
    const to = sound.now();
    await sound.captured(to);
    return steepest(sound.samples(from, to - from)) / own;
  };
  const seams = await during(() => {});
  const seeks = await during(() => speech.seek(random() * 20));
  const pauses = await during((i) => (i % 2 ? speech.play() : speech.pause()));
  speech.play();
  const speeds = await during((i) => {
    if (i % 10 === 0) speech.seek(random() * 10);
    speech.setPlaybackRate([1.5, 0.75, 2, 1, 0.5, 3][i % 6] ?? 1);
  });
  speech.dispose();
  await sound.close();
  const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const allowed = 1 + (2 * highest) / (0.005 * RATE) / own;
  return { seams, seeks, pauses, speeds, allowed: Math.round(allowed * 100) / 100 };
}

Object.assign(globalThis, { measureDecoded, measureCaptured, measureSteps });
