import { createPractice } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../audio/listening.js';
import { practised, RATE, soundsIn, sourceFrame } from './practised.js';

let sound: Listening;
beforeEach(async () => {
  sound = await listen(RATE);
});
afterEach(() => sound.close());

describe('a loop', () => {
  it('begins and ends on its own samples each time, without drift', async () => {
    const speech = practised('The old lamp was lit. Nobody knew.', sound.context, 0.05);
    const practice = createPractice(speech);
    // "old lamp was lit": 16 characters from 4 on, 0.8 s from 0.2 s on.
    practice.loop({ start: 4, end: 20 }, { times: 6 });
    await expect.poll(() => practice.getSnapshot().mode, { timeout: 15_000 }).toBe('off');
    const first = sound.started[0]?.at ?? 0;
    const length = 0.8 * RATE;
    await sound.captured(first + 6 * length + 2000);
    const heard = sound.samples(first, 6 * length + 1000);
    const errors: number[] = [];
    for (let round = 0; round < 6; round++) {
      for (const within of [300, length / 2, length - 300]) {
        const expected = 0.2 * RATE + within;
        errors.push(Math.abs(sourceFrame(heard[round * length + within] ?? 0, expected) - expected));
      }
      // Silent at both borders, so that nothing clicks.
      expect(Math.abs(heard[round * length] ?? 1)).toBeLessThan(0.01);
      expect(Math.abs(heard[(round + 1) * length - 1] ?? 1)).toBeLessThan(0.01);
    }
    console.info(`loop of 0.8 s: greatest error ${Math.max(...errors)} frames`);
    expect(Math.max(...errors)).toBe(0);
    expect(heard.subarray(6 * length).every((sample) => sample === 0)).toBe(true);
    expect(speech.getSnapshot().status).toBe('paused');
    expect(speech.currentOffset()).toBe(19);
    speech.dispose();
  }, 30_000);

  it('goes up a ladder of speeds, with a silence behind each hearing that is as long as that was', async () => {
    const speech = practised('The old lamp was lit. Nobody knew.', sound.context, 0.05);
    const practice = createPractice(speech);
    const tempos = [0.5, 0.8, 1, 2];
    practice.loop({ start: 4, end: 20 }, { times: 4, gap: 1, tempos });
    await expect.poll(() => practice.getSnapshot().mode, { timeout: 20_000 }).toBe('off');
    const first = sound.started[0]?.at ?? 0;
    await sound.captured(first + 8 * RATE);
    const heard = soundsIn(sound.samples(first, 8 * RATE));
    let at = 0;
    const errors = tempos.flatMap((tempo, round) => {
      const expected = [at, at + (0.8 * RATE) / tempo];
      at += (1.6 * RATE) / tempo;
      const { from = Number.NaN, to = Number.NaN } = heard[round] ?? {};
      return [Math.abs(from - (expected[0] ?? 0)) / 44.1, Math.abs(to - (expected[1] ?? 0)) / 44.1];
    });
    console.info(`ladder: greatest error ${Math.max(...errors).toFixed(3)} ms at borders`);
    expect(heard).toHaveLength(4);
    expect(Math.max(...errors)).toBeLessThanOrEqual(5);
    speech.dispose();
  }, 30_000);
});
