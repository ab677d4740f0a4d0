import { createPractice } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { difference, encodeMp3, referenceOf } from '../audio/lame.js';
import { type Listening, listen } from '../audio/listening.js';
import { frameOf } from '../audio/place-signal.js';
import { seeded } from '../audio/programs.js';
import { framesOff, roundOf } from './looped.js';
import { practised, practisedOf, RATE, soundsIn } from './practised.js';

const TEXT = 'The old lamp was lit. Nobody knew.';
/** "old lamp was lit": 16 characters from 4 on, 0.8 s from 0.2 s on. */
const RANGE = { start: 4, end: 20 };
const EACH = 0.05;
const FROM = 0.2 * RATE;
const LENGTH = 0.8 * RATE;

let sound: Listening;
beforeEach(async () => {
  sound = await listen(RATE);
});
afterEach(() => sound.close());

describe('a loop', () => {
  it('begins and ends on its own samples each time, without drift', async () => {
    const speech = practised(TEXT, sound.context, EACH);
    const practice = createPractice(speech);
    practice.loop(RANGE, { times: 6 });
    await expect.poll(() => practice.getSnapshot().mode, { timeout: 15_000 }).toBe('off');
    const first = sound.started[0]?.at ?? 0;
    await sound.captured(first + 6 * LENGTH + 2000);
    const heard = sound.samples(first, 6 * LENGTH + 1000);
    const errors: number[] = [];
    for (let round = 0; round < 6; round++) {
      for (const within of [300, LENGTH / 2, LENGTH - 300]) {
        const expected = FROM + within;
        errors.push(Math.abs(frameOf(heard[round * LENGTH + within] ?? 0, expected) - expected));
      }
      // Silent at both borders, so that nothing clicks.
      expect(Math.abs(heard[round * LENGTH] ?? 1)).toBeLessThan(0.01);
      expect(Math.abs(heard[(round + 1) * LENGTH - 1] ?? 1)).toBeLessThan(0.01);
    }
    console.info(`loop of 0.8 s: greatest error ${Math.max(...errors)} frames`);
    expect(Math.max(...errors)).toBe(0);
    expect(heard.subarray(6 * LENGTH).every((sample) => sample === 0)).toBe(true);
    expect(speech.getSnapshot().status).toBe('paused');
    expect(speech.currentOffset()).toBe(19);
    speech.dispose();
  }, 30_000);

  it('is as exact in MP3: each round is the same samples of what a decoder makes of the whole', async () => {
    const random = seeded(5);
    const noise = Float32Array.from({ length: 2 * RATE }, () => (random() - 0.5) * 0.6);
    const mp3 = await encodeMp3(noise, 44_100, 128);
    const reference = await referenceOf(mp3, RATE);
    const speech = practisedOf(mp3, 'mp3_44100_128', TEXT, sound.context, EACH);
    const practice = createPractice(speech);
    practice.loop(RANGE, { times: 6 });
    await expect.poll(() => practice.getSnapshot().mode, { timeout: 15_000 }).toBe('off');
    const first = sound.started[0]?.at ?? 0;
    await sound.captured(first + 6 * LENGTH + 2000);
    const heard = sound.samples(first, 6 * LENGTH + 1000);
    const round = roundOf(reference, FROM, FROM + LENGTH);
    const differences = Array.from({ length: 6 }, (_, i) =>
      difference(heard.subarray(i * LENGTH, (i + 1) * LENGTH), round),
    );
    const off = Array.from({ length: 6 }, (_, i) => framesOff(heard.subarray(i * LENGTH + 300), reference, FROM + 300));
    console.info(`MP3: ${off.map(Math.abs)} frames off, greatest difference ${Math.max(...differences)}`);
    expect(off).toEqual([0, 0, 0, 0, 0, 0]);
    expect(Math.max(...differences)).toBeLessThan(1e-6);
    expect(heard.subarray(6 * LENGTH).every((sample) => sample === 0)).toBe(true);
    speech.dispose();
  }, 30_000);

  it('goes up a ladder of speeds, with a silence behind each hearing that is as long as that was', async () => {
    const speech = practised(TEXT, sound.context, EACH);
    const practice = createPractice(speech);
    const tempos = [0.5, 0.8, 1, 2];
    practice.loop(RANGE, { times: 4, gap: 1, tempos });
    await expect.poll(() => practice.getSnapshot().mode, { timeout: 20_000 }).toBe('off');
    const first = sound.started[0]?.at ?? 0;
    await sound.captured(first + 8 * RATE);
    const heard = soundsIn(sound.samples(first, 8 * RATE));
    let at = 0;
    const errors = tempos.flatMap((tempo, round) => {
      const expected = [at, at + LENGTH / tempo];
      at += (2 * LENGTH) / tempo;
      const { from = Number.NaN, to = Number.NaN } = heard[round] ?? {};
      return [Math.abs(from - (expected[0] ?? 0)) / 44.1, Math.abs(to - (expected[1] ?? 0)) / 44.1];
    });
    console.info(`ladder: greatest error ${Math.max(...errors).toFixed(3)} ms at borders`);
    expect(heard).toHaveLength(4);
    expect(Math.max(...errors)).toBeLessThanOrEqual(5);
    speech.dispose();
  }, 30_000);
});
