import { vi } from 'vitest';

/** A source that was given to a fake context. Times are seconds on its clock. */
export interface FakeSource {
  readonly samples: Float32Array;
  readonly startTime: number;
  /** When it was told to stop, or null. */
  stopTime: number | null;
}

export interface FakeAudioContextOptions {
  sampleRate?: number;
  /** @default 'running' */
  state?: AudioContextState;
  outputLatency?: number;
  /** Whether there is an output timestamp, as there is everywhere but in old browsers. @default true */
  timestamps?: boolean;
  /** What the browser answers to `resume()`. @default it runs */
  resume?: () => Promise<void>;
}

/** An AudioContext that makes no sound and whose clock is turned by hand. Use it with fake timers. */
export interface FakeAudioContext {
  readonly context: AudioContext;
  readonly sources: readonly FakeSource[];
  /** Connections between nodes that are there now. */
  readonly connections: number;
  readonly closed: boolean;
  /** Seconds by which the output timestamp lies, from now on. */
  lie(seconds: number): void;
  setState(state: AudioContextState): void;
  /** Lets the clock stand still, whatever the state says, or go on. */
  freeze(whether: boolean): void;
  /** Answers the next calls of `resume()` otherwise. */
  answerResume(resume: () => Promise<void>): void;
  /** Turns the clock, and the page's timers with it, in steps of 10 ms. A clock that does not run stands still. */
  turn(seconds: number): Promise<void>;
}

const STEP = 0.01;

export function createFakeAudioContext(options: FakeAudioContextOptions = {}): FakeAudioContext {
  const { sampleRate = 44100, outputLatency = 0, timestamps = true } = options;
  const listeners = new Set<() => void>();
  const sources: (FakeSource & { onended: (() => void) | null; ended: boolean })[] = [];
  const edges = new Map<object, Set<object>>();
  let state: AudioContextState = options.state ?? 'running';
  let frames = 0;
  let stampError = 0;
  let resume = options.resume ?? (async () => setState('running'));
  let frozen = false;

  function setState(next: AudioContextState): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }

  const node = <T extends object>(own: T) => {
    const made = {
      connect(target: object) {
        edges.set(made, (edges.get(made) ?? new Set()).add(target));
        return target;
      },
      disconnect: () => void edges.delete(made),
    };
    return Object.defineProperties(made, Object.getOwnPropertyDescriptors(own)) as typeof made & T;
  };

  const parameter = (value: number) => ({
    value,
    cancelScheduledValues() {},
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    setTargetAtTime() {},
  });

  function createBufferSource() {
    const entry = {
      samples: new Float32Array(),
      startTime: 0,
      stopTime: null as number | null,
      onended: null as (() => void) | null,
      ended: false,
    };
    return node({
      buffer: null as { samples: Float32Array } | null,
      start(this: { buffer: { samples: Float32Array } | null }, when = 0) {
        sources.push(Object.assign(entry, { samples: this.buffer?.samples ?? new Float32Array(), startTime: when }));
      },
      stop(when = 0) {
        entry.stopTime = Math.max(when, frames / sampleRate);
      },
      set onended(listener: (() => void) | null) {
        entry.onended = listener;
      },
    });
  }

  function endSources(): void {
    const now = frames / sampleRate;
    for (const source of sources) {
      const end = Math.min(
        source.stopTime ?? Number.POSITIVE_INFINITY,
        source.startTime + source.samples.length / sampleRate,
      );
      if (source.ended || now < end) continue;
      source.ended = true;
      source.onended?.();
    }
  }

  const fake = {
    sampleRate,
    baseLatency: 0,
    outputLatency,
    destination: {},
    get state() {
      return state;
    },
    get currentTime() {
      return frames / sampleRate;
    },
    ...(timestamps && {
      getOutputTimestamp: () => ({
        contextTime: Math.max(0, frames / sampleRate - outputLatency + stampError),
        performanceTime: performance.now(),
      }),
    }),
    createGain: () => node({ gain: parameter(1) }),
    createBufferSource,
    createBuffer: (_channels: number, length: number) => {
      const samples = new Float32Array(length);
      return { samples, copyToChannel: (from: Float32Array) => samples.set(from) };
    },
    addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
    resume: () => resume(),
    suspend: async () => setState('suspended'),
    close: async () => setState('closed'),
  };

  return {
    // Only what the player uses is there; a test that needs more adds it here.
    context: fake as unknown as AudioContext,
    sources,
    get connections() {
      return [...edges.values()].reduce((sum, targets) => sum + targets.size, 0);
    },
    get closed() {
      return state === 'closed';
    },
    lie(seconds) {
      stampError = seconds;
    },
    setState,
    answerResume(next) {
      resume = next;
    },
    freeze(whether) {
      frozen = whether;
    },
    async turn(seconds) {
      for (let i = 0; i < Math.round(seconds / STEP); i++) {
        if (state === 'running' && !frozen) frames += Math.round(STEP * sampleRate);
        endSources();
        await vi.advanceTimersByTimeAsync(STEP * 1000);
      }
    },
  };
}
