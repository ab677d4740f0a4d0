import { type CapturedSound, captureSound } from '../helpers/captured-sound.js';

/** A source that was given to the context. */
export interface StartedSource {
  /** Context frame at which it was asked to begin. */
  readonly at: number;
  /** `performance.now()` at that call. */
  readonly when: number;
  readonly samples: Float32Array;
}

/** Captured sound, and what was scheduled. */
export interface Listening extends CapturedSound {
  /** Those that are played, in the order of their start. */
  readonly started: StartedSource[];
  /** Those that were taken back, since the page was held up while they were started. */
  readonly late: StartedSource[];
  /** The context frame that is rendered now. */
  now(): number;
  /** Resolves when sound up to a context frame was captured. */
  captured(frame: number): Promise<void>;
  /** Resolves when the audio clock has gone on by some seconds. */
  pass(seconds: number): Promise<void>;
}

/** A running context whose sound is captured without a break, silence too. */
export async function listen(sampleRate = 44100): Promise<Listening> {
  const sound = await captureSound(sampleRate);
  const { context } = sound;
  const started: StartedSource[] = [];
  const late: StartedSource[] = [];
  holdOpen(context);
  const create = context.createBufferSource.bind(context);
  context.createBufferSource = () => {
    const source = create();
    const start = source.start.bind(source);
    const stop = source.stop.bind(source);
    source.start = (when = 0) => {
      const samples = source.buffer?.getChannelData(0) ?? new Float32Array();
      started.push({ at: Math.round(when * sampleRate), when: performance.now(), samples });
      start(when);
    };
    source.stop = (when) => {
      // At once: it was taken back, since it came too late.
      if (when === undefined) late.push(...started.splice(-1));
      stop(when);
    };
    return source;
  };
  const now = () => Math.round(context.currentTime * sampleRate);
  async function until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    ...sound,
    started,
    late,
    now,
    captured: (frame) => until(() => sound.span().to > frame),
    pass(seconds) {
      const end = now() + seconds * sampleRate;
      return until(() => now() >= end);
    },
  };
}

/** Leads everything through one node that never falls idle, so that silence is captured as well. */
function holdOpen(context: AudioContext): void {
  const bus = context.createGain();
  bus.connect(context.destination);
  const silence = context.createConstantSource();
  silence.offset.value = 0;
  silence.connect(bus);
  silence.start();
  const create = context.createGain.bind(context);
  context.createGain = () => {
    const node = create();
    const connect = node.connect.bind(node) as (target: AudioNode) => AudioNode;
    return Object.assign(node, {
      connect: (target: AudioNode) => connect(target === context.destination ? bus : target),
    });
  };
}

/** Index of the first sample that is not silent, from one on; -1 where all is silent. */
export function firstSound(samples: Float32Array, from = 0): number {
  return samples.findIndex((sample, i) => i >= from && sample !== 0);
}

/** The greatest step from a sample to the next. */
export function steepest(samples: Float32Array): number {
  let most = 0;
  for (let i = 1; i < samples.length; i++) most = Math.max(most, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  return most;
}
