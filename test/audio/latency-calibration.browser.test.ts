import { createLatencyCalibration } from 'react-readalong';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CapturedSound, captureSound } from '../helpers/captured-sound.js';

let sound: CapturedSound;
beforeEach(async () => {
  sound = await captureSound();
});
afterEach(() => sound.close());

const RATE = 44100;

/** The context frames at which something begins to sound after silence. */
function onsets(): number[] {
  const { from, to } = sound.span();
  const samples = sound.samples(from, to - from);
  const found: number[] = [];
  let silent = RATE;
  samples.forEach((sample, i) => {
    if (sample !== 0 && silent > RATE / 10) found.push(from + i);
    silent = sample === 0 ? silent + 1 : 0;
  });
  return found;
}

it('the clicks leave the context at exact frames, and end when it is stopped', async () => {
  const calibration = createLatencyCalibration({ audioContext: sound.context, interval: 0.4 });
  calibration.start();
  await expect.poll(() => onsets().length).toBeGreaterThan(3);
  calibration.stop();
  const clicks = onsets();
  const steps = clicks.slice(1).map((frame, i) => frame - (clicks[i] ?? 0));
  expect(new Set(steps)).toEqual(new Set([0.4 * RATE]));
  const later = sound.context.currentTime + 0.5;
  await expect.poll(() => sound.context.currentTime).toBeGreaterThan(later);
  expect(onsets().length).toBe(clicks.length);
});

it('a tap 100 ms after the moment at which the browser says that a click is heard is 100 ms late', async () => {
  const { context } = sound;
  const calibration = createLatencyCalibration({ audioContext: context, needed: 1 });
  const measure = async (): Promise<number | null> => {
    calibration.start();
    const before = onsets().length;
    await expect.poll(() => onsets().length).toBeGreaterThan(before);
    const click = (onsets().at(-1) ?? 0) / RATE;
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    const moment = performanceTime + (click + 0.1 - contextTime) * 1000;
    await expect.poll(() => performance.now()).toBeGreaterThan(moment);
    for (let i = 0; i < 3; i++) calibration.tap(moment);
    return calibration.getSnapshot().offset;
  };
  await expect.poll(measure, { timeout: 10_000 }).toBeCloseTo(0.1, 2);
});
