import fc from 'fast-check';
import { createLatencyCalibration, type LatencyCalibrationOptions } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeAudioFocus } from '../../src/audio/audio-focus.js';
import { steadyTaps } from '../../src/audio/steady-taps.js';
import { createFakeAudioContext, type FakeAudioContextOptions } from '../helpers/fake-audio-context.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody who taps to the clicks of a calibration. */
function listener(options: FakeAudioContextOptions & LatencyCalibrationOptions = {}) {
  const { interval, needed, route, ...fakeOptions } = options;
  const fake = createFakeAudioContext(fakeOptions);
  const calibration = createLatencyCalibration({ audioContext: fake.context, interval, needed, route });
  const beat = () => fake.sources.at(-1)?.startTime ?? 0;
  let beats = 0;
  return {
    fake,
    calibration,
    state: calibration.getSnapshot,
    start() {
      calibration.start();
      beats = 0;
    },
    /** Taps once to each of the next clicks, so many seconds after it left the context. */
    async tap(...delays: number[]) {
      for (const delay of delays) {
        const due = beat() + beats++ * (interval ?? 0.8) + delay;
        const ahead = due - fake.context.currentTime;
        // The clock is turned in steps of 10 ms: the rest is in the event's time stamp.
        const steps = Math.ceil(ahead / 0.01 - 1e-9) * 0.01;
        await fake.turn(steps);
        calibration.tap(performance.now() - (fake.context.currentTime - due) * 1000);
      }
    },
  };
}

const steadily = (delay: number, count = 10): number[] => Array.from({ length: count }, () => delay);

describe('tapping along', () => {
  it.each([
    ['a wire', 0.013],
    ['speakers that the browser knows all about', 0],
    ['Bluetooth', 0.25],
    ['slow Bluetooth, by more than half an interval', 0.477],
    ['somebody who taps a little ahead', -0.06],
  ])('finds the delay of %s to the millisecond', async (_name, delay) => {
    const { start, tap, state } = listener();
    start();
    await tap(...steadily(delay));
    expect(state().phase).toBe('done');
    expect(Math.abs((state().offset ?? 1) - delay)).toBeLessThan(0.001);
    expect(state().spread).toBeLessThan(0.001);
  });

  it('finds only what the browser does not know: its own latency is not counted twice', async () => {
    for (const outputLatency of [0.04, 0.2]) {
      const { start, tap, state } = listener({ outputLatency });
      start();
      await tap(...steadily(outputLatency + 0.1));
      expect(state().offset).toBeCloseTo(0.1, 3);
    }
  });

  it('needs no output timestamp', async () => {
    const { start, tap, state } = listener({ outputLatency: 0.04, timestamps: false });
    start();
    await tap(...steadily(0.173));
    expect(state().offset).toBeCloseTo(0.133, 3);
  });

  it('takes the middle of uneven taps, and says how uneven they were', async () => {
    const { start, tap, state } = listener();
    start();
    await tap(0.2, 0.2, 0.19, 0.21, 0.195, 0.205, 0.18, 0.22, 0.2, 0.2);
    expect(state().offset).toBeCloseTo(0.2, 3);
    expect(state().spread).toBeCloseTo(0.0075, 3);
  });

  it('does not count the first two taps, which find the rhythm', async () => {
    const { start, tap, state } = listener();
    start();
    await tap(0.05, 0.5);
    expect(state().taps).toBe(0);
    await tap(...steadily(0.1, 8));
    expect(state().offset).toBeCloseTo(0.1, 3);
    expect(state().spread).toBeLessThan(0.001);
  });

  it('drops taps that are far off, and waits for enough that agree', async () => {
    const { start, tap, state } = listener();
    start();
    await tap(...steadily(0.25, 7), 0.55, 0.02, 0.25, 0.25);
    expect(state()).toMatchObject({ phase: 'listening', taps: 7, needed: 8, offset: null, spread: null });
    await tap(0.25);
    expect(state()).toMatchObject({ phase: 'done', taps: 8 });
    expect(state().offset).toBeCloseTo(0.25, 3);
  });

  it('lets clicks be missed', async () => {
    const { start, tap, state } = listener();
    start();
    // Two intervals late to one click is on time for a later one.
    await tap(0.1, 0.1, 0.1, 0.1, 0.1 + 1.6);
    for (let i = 0; i < 8 && state().phase !== 'done'; i++) await tap(0.1 + 1.6);
    expect(state().offset).toBeCloseTo(0.1, 3);
  });

  it('takes the moment of the event, not of its handling, unless its clock is another one', async () => {
    const { start, state, fake, calibration } = listener({ needed: 1 });
    for (const [stamp, offset] of [
      [() => performance.now() - 90, 0.1],
      [() => performance.now(), 0.19],
      [() => 1.7e12, 0.19],
      [() => -1e9, 0.19],
    ] as const) {
      start();
      await fake.turn(0.1 + 0.19);
      for (let i = 0; i < 3; i++) calibration.tap(stamp());
      expect(state().offset).toBeCloseTo(offset, 3);
    }
  });

  it('asks for as many taps as it was told, at the interval that it was told', async () => {
    const { start, tap, state } = listener({ needed: 3, interval: 1.2 });
    start();
    await tap(...steadily(0.7, 5));
    expect(state().phase).toBe('done');
    expect(state().offset).toBeCloseTo(0.7, 3);
  });
});

/** The one sample that unlocks a context, where that never ran to its end. */
const UNLOCKING = 1;

describe('a calibration', () => {
  it('opens nothing before it is started, and leaves nothing when it is stopped, however often', () => {
    const { start, state, fake, calibration } = listener();
    calibration.stop();
    calibration.tap();
    expect([fake.sources.length, state().phase]).toEqual([0, 'idle']);
    for (let i = 0; i < 3; i++) {
      start();
      start();
      expect(state().phase).toBe('listening');
      calibration.stop();
      calibration.stop();
      expect([fake.connections, state().phase, state().taps]).toEqual([0, 'idle', 0]);
      calibration.tap();
      expect(state().taps).toBe(0);
    }
    expect(fake.sources.every(({ stopTime }) => stopTime !== null)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('falls silent when it is done, keeps what it found, and can be done again', async () => {
    const { start, tap, state, fake, calibration } = listener();
    start();
    await tap(...steadily(0.1));
    expect(fake.connections).toBe(0);
    calibration.stop();
    expect(state()).toMatchObject({ phase: 'done', taps: 8 });
    start();
    expect(state()).toMatchObject({ phase: 'listening', taps: 0, offset: null });
    await tap(...steadily(0.3));
    expect(state().offset).toBeCloseTo(0.3, 3);
  });

  it('tells its listeners of each change once, with a snapshot that stays the same in between', async () => {
    const { start, tap, state, calibration } = listener({ needed: 2 });
    const seen: string[] = [];
    const leave = calibration.subscribe(() => seen.push(`${state().phase} ${state().taps}`));
    expect(state()).toBe(state());
    start();
    await tap(0.1, 0.1, 0.1);
    const before = state();
    expect(state()).toBe(before);
    await tap(0.1);
    leave();
    start();
    expect(seen).toEqual(['listening 0', 'listening 1', 'done 2']);
  });

  it('ignores taps while nothing sounds', async () => {
    const { start, state, fake, calibration } = listener({ state: 'suspended', resume: () => new Promise(() => {}) });
    start();
    for (let i = 0; i < 12; i++) calibration.tap();
    expect(state()).toMatchObject({ phase: 'listening', taps: 0 });
    calibration.stop();
    expect(fake.connections).toBe(UNLOCKING);
  });

  it('says in words that the browser refused to sound, and lets go', async () => {
    const { start, state, fake } = listener({
      state: 'suspended',
      resume: () => Promise.reject(new DOMException('No.', 'NotAllowedError')),
    });
    start();
    await fake.turn(0.1);
    expect(state().phase).toBe('idle');
    expect(state().error?.message).toContain('refused to start its sound output');
    expect(fake.connections).toBe(UNLOCKING);
  });

  it('says in words that there is no Web Audio', () => {
    const calibration = createLatencyCalibration();
    calibration.start();
    expect(calibration.getSnapshot().phase).toBe('idle');
    expect(calibration.getSnapshot().error?.message).toContain('no Web Audio');
  });

  it('is the only one that sounds: what speaks is paused, and what begins to speak ends it', () => {
    const { start, state, fake } = listener();
    const pause = vi.fn();
    takeAudioFocus(pause);
    start();
    expect(pause).toHaveBeenCalledOnce();
    takeAudioFocus(() => {})();
    expect(state().phase).toBe('idle');
    expect(fake.connections).toBe(0);
  });

  it('goes the way that the speech goes', () => {
    const ways: string[] = [];
    const route = {
      connect: () => {
        ways.push('on');
        return () => void ways.push('off');
      },
    };
    const { start, calibration } = listener({ route });
    start();
    calibration.stop();
    expect(ways).toEqual(['on', 'off']);
  });
});

describe('what taps agree on', () => {
  it('is theirs for every offset in its range, whatever clicks they went to and some of them astray', () => {
    const millisecond = fc.integer({ min: -150, max: 550 });
    fc.assert(
      fc.property(
        millisecond,
        fc.array(fc.record({ beat: fc.nat(40), jitter: fc.integer({ min: -15, max: 15 }) }), {
          minLength: 8,
          maxLength: 16,
        }),
        fc.array(fc.integer({ min: 200, max: 600 }), { maxLength: 2 }),
        (offset, taps, astray) => {
          const offsets = [
            ...taps.map(({ beat, jitter }) => beat * 0.8 + (offset + jitter) / 1000),
            ...astray.map((off) => (offset + off) / 1000),
          ];
          const found = steadyTaps(offsets, 0.8);
          expect(Math.abs((found?.offset ?? 9) - offset / 1000)).toBeLessThanOrEqual(0.0151);
          expect(found?.count).toBe(taps.length);
          expect(found?.spread).toBeLessThanOrEqual(0.0301);
        },
      ),
    );
  });

  it('is nothing without taps', () => {
    expect(steadyTaps([], 0.8)).toBeNull();
  });
});
