import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContextClock, heardTime } from '../../src/audio/output-clock.js';

/** A running context whose last output timestamp was taken `ago` milliseconds before `NOW`. */
const NOW = 50_000;
function clock(change: Partial<ContextClock> & { stamp?: number; ago?: number } = {}): ContextClock {
  const { stamp, ago = 0, ...rest } = change;
  const timed =
    stamp === undefined ? {} : { getOutputTimestamp: () => ({ contextTime: stamp, performanceTime: NOW - ago }) };
  return { state: 'running', currentTime: 10, baseLatency: 0.01, ...timed, ...rest };
}

describe('the time of what is heard', () => {
  it('is the output timestamp, carried on by the clock of the page', () => {
    expect(heardTime(clock({ stamp: 9.9, ago: 30 }), NOW)).toBeCloseTo(9.93, 9);
    expect(heardTime(clock({ stamp: 9.95, ago: -20 }), NOW)).toBeCloseTo(9.93, 9);
  });

  it.each([0, 0.04, 0.2])(
    'is earlier than the clock by exactly a latency of %s s where there is no timestamp',
    (outputLatency) => {
      expect(heardTime(clock({ outputLatency, baseLatency: 0 }), NOW)).toBeCloseTo(10 - outputLatency, 9);
    },
  );

  it.each([0, 0.04, 0.2])('is earlier by exactly a latency of %s s that the timestamp tells', (latency) => {
    expect(heardTime(clock({ outputLatency: latency, stamp: 9.9 - latency, ago: 100 }), NOW)).toBeCloseTo(
      10 - latency,
      9,
    );
  });

  it('takes the base latency where the output tells none', () => {
    expect(heardTime(clock(), NOW)).toBeCloseTo(9.99, 9);
    expect(heardTime(clock({ outputLatency: 0 }), NOW)).toBeCloseTo(9.99, 9);
  });

  it('does not believe a timestamp that runs ahead of the clock', () => {
    expect(heardTime(clock({ outputLatency: 0.04, stamp: 10.5 }), NOW)).toBeCloseTo(9.96, 9);
    // Old, from before the context was suspended.
    expect(heardTime(clock({ outputLatency: 0.04, stamp: 9, ago: 3000 }), NOW)).toBeCloseTo(9.96, 9);
  });

  it('does not believe a timestamp that fell back 0.4 s', () => {
    expect(heardTime(clock({ outputLatency: 0.04, stamp: 9.56 }), NOW)).toBeCloseTo(9.96, 9);
  });

  it('believes a timestamp far behind where the latency is long', () => {
    expect(heardTime(clock({ outputLatency: 0.5, stamp: 9.45 }), NOW)).toBeCloseTo(9.45, 9);
  });

  it('stands still while the context does', () => {
    expect(heardTime(clock({ state: 'suspended', stamp: 9.9, ago: 50, outputLatency: 0.02 }), NOW)).toBeCloseTo(
      9.98,
      9,
    );
  });

  it('is never ahead of the clock, never negative, and never further behind than the latency and a quarter second', () => {
    const seconds = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        seconds,
        seconds,
        fc.double({ min: -500, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (currentTime, stamp, ago, outputLatency) => {
          const heard = heardTime(clock({ currentTime, stamp, ago, outputLatency }), NOW);
          expect(heard).toBeLessThanOrEqual(currentTime);
          expect(heard).toBeGreaterThanOrEqual(0);
          expect(heard).toBeGreaterThanOrEqual(currentTime - Math.max(outputLatency, 0.01) - 0.25 - 1e-9);
        },
      ),
    );
  });
});
