import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRun, type Run } from '../../src/audio/run.js';
import { type RecordedContext, recordedContext } from './recorded-gain.js';

const FADE = 0.005;

function start(sampleRate: number, frame = 0, earliest = 0) {
  const sound = recordedContext(sampleRate);
  const run = createRun(sound.context, {} as AudioNode, { part: 0, frame }, earliest);
  return { sound, run };
}

function schedule(run: Run, length: number): void {
  run.schedule(new Float32Array(length), (frame) => ({ part: 0, frame: Math.floor(frame) }));
}

const lastOf = ({ started }: RecordedContext): [number, number] => started.at(-1) ?? [0, 0];

/** The greatest step of a gain from a frame to the next. */
function steepest(sound: RecordedContext, from: number, to: number): number {
  let most = 0;
  for (let frame = from; frame < to; frame++)
    most = Math.max(most, Math.abs(sound.loudness(0, frame + 1) - sound.loudness(0, frame)));
  return most;
}

describe('sound that comes late', () => {
  it.each([8000, 16000, 22050, 44100, 48000])(
    'is heard in full, and begins and ends softly, at %i Hz, however little of what came before is left',
    (sampleRate) => {
      for (let left = Math.round(sampleRate * 0.06); left > -200; left -= 11) {
        const { sound, run } = start(sampleRate);
        schedule(run, sampleRate / 2);
        const [at, length] = lastOf(sound);
        sound.now = at + length - left;
        schedule(run, sampleRate / 2);
        const [next] = lastOf(sound);
        const middle = sound.loudness(0, next + sampleRate / 4);
        const jump = steepest(sound, next - sampleRate / 50, next + sampleRate / 50);
        expect({ left, middle, soft: jump < 1.01 / (FADE * sampleRate) }).toEqual({ left, middle: 1, soft: true });
      }
    },
  );

  it('is heard in full where the page is held up while it is started, and so is what follows', () => {
    for (let held = 0; held < 1100; held += 50) {
      const { sound, run } = start(44100);
      schedule(run, 44100);
      const [at, length] = lastOf(sound);
      sound.now = at + length - 1200;
      sound.held = held;
      schedule(run, 44100);
      const [second] = lastOf(sound);
      schedule(run, 44100);
      const [third] = lastOf(sound);
      expect([held, sound.loudness(0, second + 20000), sound.loudness(0, third + 20000)]).toEqual([held, 1, 1]);
    }
  });
});

describe('sound that nothing follows', () => {
  it('fades out, however short its last pieces are', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(0, 1), (lengths, frame) => {
        const { sound, run } = start(44100, frame);
        schedule(run, 15000);
        for (const length of lengths) schedule(run, length);
        const [at, length] = lastOf(sound);
        const end = at + length;
        expect(sound.loudness(0, end - 1)).toBeLessThan(0.01);
        expect(steepest(sound, end - 2000, end)).toBeLessThan(1.01 / (FADE * 44100));
        expect(sound.loudness(0, end - 2000)).toBeGreaterThan(0);
      }),
    );
  });

  it('is left as it ends where that is the end', () => {
    const { sound, run } = start(44100);
    schedule(run, 15000);
    schedule(run, 640);
    run.finish();
    const [at, length] = lastOf(sound);
    expect(sound.loudness(0, at + length)).toBe(1);
  });

  it('is left faded where it was stopped before it ended', () => {
    const { sound, run } = start(44100);
    schedule(run, 15000);
    sound.now = 5000;
    run.stop();
    run.finish();
    expect(sound.loudness(0, 14000)).toBe(0);
  });
});

describe('a run that is stopped', () => {
  it('falls silent at the earliest of the times that it was told', () => {
    const { sound, run } = start(44100);
    schedule(run, 44100);
    sound.now = 10_000;
    run.stop(13_000 / 44100);
    expect(sound.loudness(0, 12_900)).toBe(1);
    const place = run.stop();
    expect(sound.loudness(0, 10_000 + FADE * 44100 + 1)).toBe(0);
    expect(sound.loudness(0, 12_900)).toBe(0);
    expect(place.frame).toBeLessThan(10_000);
    expect(run.stop(14_000 / 44100)).toEqual(place);
    expect(sound.loudness(0, 12_900)).toBe(0);
  });

  it.each([0, 500])('before it began is never heard, and is at its start (frame %i)', (frame) => {
    const { sound, run } = start(44100, frame, 0.1);
    schedule(run, 44100);
    const [at] = lastOf(sound);
    expect(run.stop(at / 44100)).toEqual({ part: 0, frame });
    for (let i = at - 300; i < at + 3000; i++) expect(sound.loudness(0, i)).toBe(0);
  });

  it('while it opens goes down from where it is', () => {
    const { sound, run } = start(44100, 500);
    schedule(run, 44100);
    const [at] = lastOf(sound);
    sound.now = at + 100;
    run.stop();
    expect(steepest(sound, at + 100, at + 2000)).toBeLessThan(1.01 / (FADE * 44100));
    expect(sound.loudness(0, at + 500)).toBe(0);
  });
});
