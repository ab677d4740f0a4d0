// What is said to be heard, against what left the context at that frame.
import { createSpeech, type Speech } from 'react-readalong';
import { type Listening, listen } from '../test/audio/listening.js';
import { frameOf, placeSignal } from '../test/audio/place-signal.js';
import { seeded } from '../test/audio/programs.js';
import { secondOf, sweep, toPcm } from '../test/audio/sweep.js';
import { openWindow, percentile, until, wait } from './sound-windows.js';

const RATE = 44_100;
const SECONDS = 10;
/** Milliseconds of play in a window. */
const WINDOW = 1600;

/** Milliseconds, and counts. */
export interface MapErrors {
  readonly moments: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  /** Times that what is heard stepped back. */
  readonly backward: number;
  readonly windows: number;
  /** Windows left out, since the audio clock did not keep to wall time. */
  readonly discarded: number;
  /** Moments left out, since the page was held up in the middle of them or the browser's timestamp was none. */
  readonly unsure: number;
}

interface Moment {
  /** Context frame that was at the ear. */
  readonly at: number;
  /** Seconds of media that were said to be heard then. */
  readonly said: number;
}

/** How far off a speech is that plays at a rate, over some windows that begin at random. */
export async function measureMap(rate: number, windows: number): Promise<MapErrors> {
  const sound = await listen(RATE);
  const bytes = rate === 1 ? placeSignal(RATE * SECONDS) : toPcm(sweep(SECONDS, RATE));
  const speech = createSpeech(
    { audio: bytes.buffer, text: '', outputFormat: 'pcm_44100' },
    { audioContext: sound.context },
  );
  speech.subscribe(() => {});
  speech.setPlaybackRate(rate);
  const look = looker(sound, speech);
  const random = seeded(rate * 100);
  const errors: number[] = [];
  const counts = { backward: 0, discarded: 0, unsure: 0 };
  for (let window = 0; window < windows; window++) {
    speech.seek(random() * (SECONDS - (WINDOW / 1000 + 0.5) * rate));
    const { moments, backward, unsure, isSteady } = await playWindow(sound, speech, look, random);
    counts.backward += backward;
    counts.unsure += unsure;
    if (!isSteady) counts.discarded++;
    else errors.push(...errorsOf(sound, moments, rate));
  }
  speech.dispose();
  await sound.close();
  const [p95, p99, most] = [0.95, 0.99, 1].map((share) => percentile(errors, share)) as [number, number, number];
  return { moments: errors.length, p95, p99, most, windows, ...counts };
}

async function playWindow(sound: Listening, speech: Speech, look: () => Moment | null, random: () => number) {
  const before = sound.started.length;
  const from = speech.currentTime();
  speech.play();
  await until(() => speech.currentTime() > from + 0.1, 'sound');
  const first = (sound.started[before]?.at ?? 0) + RATE / 50;
  const clock = openWindow(sound.context);
  const moments: Moment[] = [];
  let [latest, backward, unsure] = [0, 0, 0];
  for (const end = performance.now() + WINDOW; performance.now() < end; await wait(random() * 12)) {
    const moment = look();
    if (!moment) unsure++;
    else if (moment.at > first) moments.push(moment);
    const said = speech.currentTime();
    if (said < latest) backward++;
    latest = said;
  }
  const isSteady = clock.isSteady();
  speech.pause();
  await sound.captured(Math.max(...moments.map(({ at }) => at)) + 1000);
  return { moments, backward, unsure, isSteady };
}

/** Asks a speech what is heard, and notes which context frame the browser's timestamp put at the ear in that very call. */
function looker({ context }: Listening, speech: Speech): () => Moment | null {
  const original = context.getOutputTimestamp.bind(context);
  let heard = 0;
  context.getOutputTimestamp = () => {
    const stamp = original();
    heard = (stamp.contextTime ?? 0) + (performance.now() - (stamp.performanceTime ?? 0)) / 1000;
    return stamp;
  };
  return () => {
    heard = 0;
    const began = performance.now();
    const said = speech.currentTime();
    const held = performance.now() - began;
    const behind = context.currentTime - heard;
    if (held > 0.3 || behind < 0 || behind > context.outputLatency + 0.25) return null;
    return { at: Math.round(heard * context.sampleRate), said };
  };
}

/** Milliseconds: by the sample itself at 1x, else by the pitch of 20 ms round it. */
function errorsOf(sound: Listening, moments: readonly Moment[], rate: number): number[] {
  return moments.map(({ at, said }) => {
    if (rate !== 1) return Math.abs(secondOf(sound.samples(at - 441, 882), said, RATE) - said) * 1000;
    const [sample = 0] = sound.samples(at, 1);
    return (Math.abs(frameOf(sample, said * RATE) - said * RATE) / RATE) * 1000;
  });
}

/** Milliseconds by which reported time moves, less those of a made-up output latency, by both ways to know of it. */
export async function measureLatencies(latencies: readonly number[]): Promise<number[]> {
  const sound = await listen(RATE);
  const { context } = sound;
  const audio = placeSignal(RATE * SECONDS).buffer;
  const differences = [];
  for (const way of ['timestamp', 'outputLatency'] as const) {
    for (const latency of latencies) {
      const speech = createSpeech({ audio, text: '', outputFormat: 'pcm_44100' }, { audioContext: context });
      speech.subscribe(() => {});
      speech.play();
      const before = sound.started.length;
      await until(() => sound.started.length > before, 'sound');
      await sound.pass(0.6);
      // What was heard never steps back, so the longest way is asked first.
      const late = freeze(context, way, latency, speech);
      const early = freeze(context, way, 0, speech);
      differences.push(Math.abs((early - late - latency) * 1000));
      speech.dispose();
    }
  }
  await sound.close();
  return differences;
}

/** What a speech says on a context whose clock stands still behind a way to the ear of some seconds. */
function freeze(context: AudioContext, way: 'timestamp' | 'outputLatency', latency: number, speech: Speech): number {
  frozen ??= (Math.round(context.currentTime * RATE) + 0.5) / RATE;
  const performanceTime = performance.now();
  const contextTime = way === 'timestamp' ? frozen - latency : 0;
  const read = (value: number) => ({ configurable: true, get: () => value });
  Object.defineProperties(context, {
    currentTime: read(frozen),
    outputLatency: read(latency),
    baseLatency: read(0),
    getOutputTimestamp: { configurable: true, value: () => ({ contextTime, performanceTime }) },
  });
  Object.defineProperty(performance, 'now', { configurable: true, value: () => performanceTime });
  const said = speech.currentTime();
  for (const name of ['currentTime', 'outputLatency', 'baseLatency', 'getOutputTimestamp'])
    Reflect.deleteProperty(context, name);
  Reflect.deleteProperty(performance, 'now');
  if (latency === 0) frozen = undefined;
  return said;
}

/** The half of a frame keeps rounding from deciding. */
let frozen: number | undefined;

Object.assign(globalThis, { measureMap, measureLatencies });
