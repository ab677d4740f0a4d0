import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { heardTime } from '../../src/audio/output-clock.js';
import { createPlayer, type Player } from '../../src/audio/player.js';
import { type Listening, listen } from './listening.js';
import { programOf } from './programs.js';
import { secondOf, sweep, toPcm } from './sweep.js';

const RATE = 44_100;

let sound: Listening;
let player: Player;
beforeEach(async () => {
  sound = await listen(RATE);
  const part = createPart('sweep', 'pcm_44100');
  part.append(toPcm(sweep(10, RATE)));
  part.end();
  player = createPlayer({ program: programOf(part), sampleRate: () => RATE, audioContext: sound.context });
});
afterEach(async () => {
  player.dispose();
  await sound.close();
});

interface Moment {
  /** Context frame at the ear. */
  at: number;
  /** Second of the sweep that is said to be heard. */
  said: number;
}

/** Looks at what is said to be heard for some seconds. */
async function look(seconds: number): Promise<Moment[]> {
  const moments: Moment[] = [];
  const end = sound.now() + seconds * RATE;
  while (sound.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 12));
    moments.push({ at: Math.round(heardTime(sound.context) * RATE), said: player.heard().frame / RATE });
  }
  await sound.captured((moments.at(-1)?.at ?? 0) + 2000);
  return moments;
}

/** Milliseconds between what is said and what was captured, for each moment. */
function errors(moments: readonly Moment[]): number[] {
  return moments
    .map(({ at, said }) => Math.abs(secondOf(sound.samples(at - 441, 882), said, RATE) - said) * 1000)
    .sort((a, b) => a - b);
}

const p95 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
const sounding = () => expect.poll(() => player.heard().frame, { interval: 5 }).toBeGreaterThan(0.1 * RATE);

describe('at another speed', () => {
  it.each([
    [0.5, 12],
    [0.75, 5],
    [1.5, 5],
    [2, 12],
  ])('%s, what is said to be heard is what is heard, within %s ms for 95 of 100 moments', async (rate, bound) => {
    player.setPlaybackRate(rate);
    player.play();
    await sounding();
    const sorted = errors(await look(2.5));
    console.info(
      `heard at ${rate}x: median ${sorted[sorted.length >> 1]?.toFixed(2)} ms, p95 ${p95(sorted).toFixed(2)} ms`,
    );
    expect(p95(sorted)).toBeLessThanOrEqual(bound);
  });

  it('is taken within a tenth of a second, without a gap, a click or a step back', async () => {
    player.play();
    await sounding();
    for (const rate of [1.5, 0.75, 2, 1]) {
      const before = sound.now();
      player.setPlaybackRate(rate);
      const moments = await look(0.8);
      const late = moments.filter(({ at }) => at > before + 0.25 * RATE);
      const [first, last] = [late[0], late.at(-1)];
      if (!first || !last) throw new Error('Nothing was looked at.');
      const speed = ((last.said - first.said) * RATE) / (last.at - first.at);
      expect(speed).toBeGreaterThan(rate * 0.93);
      expect(speed).toBeLessThan(rate * 1.07);
      expect(moments.every(({ said }, i) => said >= (moments[i - 1]?.said ?? 0))).toBe(true);
      // The pitch goes on rising at the new speed from a tenth of a second after the change.
      const captured = (after: number) => {
        const at = before + Math.round(after * RATE);
        const near = moments.find((moment) => moment.at >= at) ?? last;
        return secondOf(sound.samples(at - 441, 882), near.said, RATE);
      };
      expect(captured(0.5) - captured(0.12)).toBeGreaterThan(0.38 * rate - 0.03);
      expect(captured(0.5) - captured(0.12)).toBeLessThan(0.38 * rate + 0.03);
      const whole = sound.samples(before, Math.round(0.5 * RATE));
      for (let at = 0; at + 441 < whole.length; at += 441) {
        const power = whole.subarray(at, at + 441).reduce((sum, sample) => sum + sample * sample, 0) / 441;
        expect(power).toBeGreaterThan(0.4 ** 2 / 2 / 8);
      }
    }
  });

  it('ends where the sound ends, and begins again from the start', async () => {
    player.setPlaybackRate(3);
    player.seek({ part: 0, frame: 8 * RATE });
    player.play();
    await expect.poll(() => player.getState().phase, { timeout: 5000 }).toBe('ended');
    expect(player.heard()).toEqual({ part: 0, frame: 10 * RATE });
  });

  it('may change many times in a row', async () => {
    player.play();
    await sounding();
    for (let rate = 0.5; rate <= 3; rate += 0.1) player.setPlaybackRate(rate);
    await expect.poll(() => player.heard().frame, { timeout: 5000 }).toBeGreaterThan(4 * RATE);
    expect(player.getState()).toEqual({ phase: 'playing', blocked: false, error: null });
  });
});
