// How soon sound starts on a paced stream: ours, and what an app does without it.
import { createRelay, createSpeech } from 'react-readalong';
import { encodeMp3, voiceLike } from '../test/audio/lame.js';
import { noteStarts } from './sound-starts.js';
import { until, wait } from './sound-windows.js';

const SECONDS = 6;
/** Seconds of an MP3 frame at 44.1 kHz. */
const FRAME = 1152 / 44_100;
/** Frames of the first line: 250 ms and the rest of a frame. */
const FIRST = Math.ceil(0.25 / FRAME);
/** Frames of every other line, and milliseconds from one to the next: four times as fast as it is heard. */
const LINE = 4;
const PACE = (LINE * FRAME * 1000) / 4;

/** Milliseconds from the last byte of the first 250 ms of sound. */
export interface FirstSound {
  /** To the call that schedules the first sample. */
  readonly scheduled: number[];
  /** To that sample's leaving the context. */
  readonly sounding: number[];
  /** To the `playing` event of an `<audio>` that was given the whole body. */
  readonly element: number[];
}

/** Each round both ways, one after the other. */
export async function measureFirstSound(rounds: number): Promise<FirstSound> {
  const mp3 = await encodeMp3(voiceLike(SECONDS, 44_100), 44_100, 128);
  const starts = noteStarts();
  const measured: FirstSound = { scheduled: [], sounding: [], element: [] };
  for (let round = 0; round < rounds; round++) {
    const from = starts.length;
    const stream = pace(mp3, true);
    const speech = createSpeech(
      { text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'mp3_44100_128' },
      { relay: createRelay({ url: 'https://relay.test', fetch: async () => stream.response }) },
    );
    speech.subscribe(() => {});
    speech.play();
    await until(() => starts.length > from, 'sound');
    const { when = 0, lead = 0 } = starts[from] ?? {};
    measured.scheduled.push(when - stream.first());
    measured.sounding.push(when + lead - stream.first());
    speech.dispose();
    await stream.over;
    measured.element.push(await playElement(pace(mp3, false)));
  }
  return measured;
}

/** Await the body, make a Blob URL, play it. */
async function playElement(stream: PacedStream): Promise<number> {
  const audio = new Audio(URL.createObjectURL(await stream.response.blob()));
  const playing = new Promise((resolve) => audio.addEventListener('playing', resolve, { once: true }));
  await audio.play();
  await playing;
  const took = performance.now() - stream.first();
  audio.pause();
  URL.revokeObjectURL(audio.src);
  return took;
}

interface PacedStream {
  readonly response: Response;
  /** `performance.now()` when the first 250 ms of sound were handed over. */
  first(): number;
  /** All was handed over, or nobody reads any more. */
  readonly over: Promise<void>;
}

/** An answer that comes line by line, as the API's lines with times, or as the sound alone. */
function pace(mp3: Uint8Array<ArrayBuffer>, lines: boolean): PacedStream {
  let first = Number.NaN;
  let finish = (): void => {};
  let cancelled = false;
  const over = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const count = Math.ceil(mp3.length / (FRAME * 16_000));
      for (let from = 0, to = FIRST; from < count && !cancelled; from = to, to += LINE) {
        await wait(from === 0 ? 250 : PACE);
        if (cancelled) break;
        const bytes = mp3.subarray(byteOf(mp3, from), byteOf(mp3, to));
        const line = lines ? new TextEncoder().encode(lineOf(bytes, from * FRAME, to * FRAME)) : bytes;
        if (from === 0) first = performance.now();
        controller.enqueue(line);
      }
      if (!cancelled) controller.close();
      finish();
    },
    cancel() {
      cancelled = true;
      finish();
    },
  });
  return { response: new Response(body), first: () => first, over };
}

/** Where a frame begins: 128 kbit/s make frames of 417 or 418 bytes, each of which starts with the same two. */
function byteOf(mp3: Uint8Array, frame: number): number {
  let at = Math.floor((frame * 1152 * 16_000) / 44_100);
  while (at < mp3.length && !(mp3[at] === 0xff && mp3[at + 1] === 0xfb)) at++;
  return at;
}

const text = 'Sound that starts before the last word is made. '.repeat(3).trim();

/** A line of `/stream/with-timestamps`, with the characters that begin in some seconds. */
function lineOf(bytes: Uint8Array, from: number, to: number): string {
  const each = SECONDS / text.length;
  const places = [...text].map((_, i) => i).filter((i) => i * each >= from && i * each < to);
  return `${JSON.stringify({
    audio_base64: btoa(String.fromCharCode(...bytes)),
    alignment: {
      characters: places.map((i) => text[i]),
      character_start_times_seconds: places.map((i) => i * each),
      character_end_times_seconds: places.map((i) => (i + 1) * each),
    },
    normalized_alignment: null,
  })}\n`;
}

Object.assign(globalThis, { measureFirstSound });
