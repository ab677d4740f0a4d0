/** A context whose clock is set by hand and whose gains are computed as the Web Audio API lays down. */
export interface RecordedContext {
  readonly context: AudioContext;
  /** Context frame that is rendered now. */
  now: number;
  /** Frames by which the clock goes on while a source is started. */
  held: number;
  /** Context frame and length of each source, in the order of their start. */
  readonly started: [frame: number, length: number][];
  /** How loud the n-th gain (from 0) is at a context frame, 0–1. */
  loudness(gain: number, frame: number): number;
}

interface Event {
  readonly kind: 'set' | 'line';
  readonly level: number;
  readonly time: number;
}

function recordedParam() {
  let events: Event[] = [{ kind: 'set', level: 1, time: 0 }];
  const add = (kind: Event['kind']) => (level: number, time: number) => {
    events.push({ kind, level, time });
    // Stable: of one time, the later comes later.
    events.sort((a, b) => a.time - b.time);
  };
  const param = {
    set value(level: number) {
      events = [{ kind: 'set', level, time: 0 }];
    },
    setValueAtTime: add('set'),
    linearRampToValueAtTime: add('line'),
    setTargetAtTime() {},
    cancelScheduledValues(from: number) {
      events = events.filter(({ time }, i) => i === 0 || time < from);
    },
  };
  function at(time: number): number {
    const before = events.findLast((event) => event.time <= time) ?? { level: 0, time: 0 };
    const after = events.find((event) => event.time > time);
    if (after?.kind !== 'line') return before.level;
    return before.level + ((after.level - before.level) * (time - before.time)) / (after.time - before.time);
  }
  return { param, at };
}

export function recordedContext(sampleRate: number): RecordedContext {
  const gains: ((time: number) => number)[] = [];
  const recorded = {
    now: 0,
    held: 0,
    started: [] as [number, number][],
    loudness: (gain: number, frame: number) => gains[gain]?.(frame / sampleRate) ?? 0,
  };
  const context = {
    sampleRate,
    get currentTime() {
      return recorded.now / sampleRate;
    },
    createGain() {
      const { param, at } = recordedParam();
      gains.push(at);
      return { gain: param, connect() {}, disconnect() {} };
    },
    createBuffer: (_channels: number, length: number) => ({ length, copyToChannel() {} }),
    createBufferSource: () => ({
      buffer: { length: 0 },
      connect() {},
      disconnect() {},
      start(when: number) {
        recorded.started.push([Math.round(when * sampleRate), this.buffer.length]);
        recorded.now += recorded.held;
      },
      // At once: it was taken back.
      stop: (when?: number) => void (when === undefined && recorded.started.pop()),
    }),
  };
  // Only what a run uses is there.
  return Object.assign(recorded, { context: context as unknown as AudioContext });
}
