import { createPractice, type Practice, type Speech } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../audio/listening.js';
import { FROM, guarded, loudestOutside, placesIn, RANGE, returns, TO } from './guarded.js';
import { RATE, soundsIn } from './practised.js';

/** How loud what lies outside of a stretch may be: it is 0.8 where it is heard. */
const UNHEARD = 0.02;

let sound: Listening;
let speech: Speech;
let practice: Practice;
beforeEach(async () => {
  sound = await listen(RATE);
  speech = guarded(sound.context);
  practice = createPractice(speech);
});
afterEach(async () => {
  practice.dispose();
  speech.dispose();
  await sound.close();
});

const begun = () => sound.started[0]?.at ?? 0;
const isOver = () => expect.poll(() => practice.getSnapshot().mode, { timeout: 20_000, interval: 10 }).toBe('off');
const isIn = (round: number) =>
  expect.poll(() => practice.getSnapshot().round, { timeout: 10_000, interval: 5 }).toBe(round);

/** Everything that was heard since the loop began, and a little more. */
async function heardSoFar(): Promise<Float32Array> {
  const to = sound.now() + RATE / 10;
  await sound.captured(to);
  return sound.samples(begun(), to - begun());
}

describe('a loop of which', () => {
  it('something beyond its ends is heard would be found out', async () => {
    speech.play();
    await expect.poll(() => speech.getSnapshot().status, { timeout: 10_000 }).toBe('ended');
    const heard = await heardSoFar();
    expect(loudestOutside(heard)).toBeGreaterThan(0.7);
    expect(loudestOutside(heard.subarray(FROM * RATE + 300, TO * RATE - 300))).toBeLessThan(UNHEARD);
    expect(loudestOutside(heard.subarray(FROM * RATE, TO * RATE + 220))).toBeGreaterThan(UNHEARD);
    const places = placesIn(heard.subarray(FROM * RATE, TO * RATE));
    expect(places.length).toBeGreaterThan(60);
    for (const { at, second } of places) expect(Math.abs(second - FROM - at / RATE)).toBeLessThan(0.005);
  });

  it('the reader makes pauses goes on where it fell silent, and counts its rounds on', async () => {
    practice.loop(RANGE, { times: 4 });
    const resumed: number[] = [];
    for (const round of [0, 1, 1, 2]) {
      await isIn(round);
      await sound.pass(0.2);
      speech.pause();
      expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', round });
      await sound.pass(0.25);
      expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', round });
      resumed.push(sound.now() - begun());
      speech.play();
    }
    await isOver();
    const heard = await heardSoFar();
    const places = placesIn(heard);
    const steps = resumed.map((frame) => {
      const before = places.findLast(({ at }) => at < frame);
      const after = places.find(({ at }) => at >= frame);
      return (after?.second ?? 0) - (before?.second ?? 0);
    });
    console.info(`from before a pause to behind it: ${steps.map((step) => (step * 1000).toFixed(1))} ms of the sound`);
    expect(returns(places)).toBe(3);
    // A window and a fade at both sides hide 20 to 50 ms.
    expect(Math.min(...steps)).toBeGreaterThan(0.02);
    expect(Math.max(...steps)).toBeLessThan(0.05);
    expect(loudestOutside(heard)).toBeLessThan(UNHEARD);
  }, 30_000);

  it('a place is gone to stays in its round', async () => {
    practice.loop(RANGE, { times: 3 });
    await isIn(1);
    await sound.pass(0.3);
    // "lamp", then "old" again.
    for (const offset of [8, 5]) {
      speech.seekToOffset(offset);
      expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', round: 1 });
      await sound.pass(0.15);
    }
    await isOver();
    const heard = await heardSoFar();
    // Two rounds more, and the second of two seeks.
    expect(returns(placesIn(heard))).toBe(3);
    expect(loudestOutside(heard)).toBeLessThan(UNHEARD);
  }, 30_000);

  it('the speed is another in its middle, again and again, keeps its ends and its rounds', async () => {
    practice.loop(RANGE, { times: 8, tempos: [1, 0.8, 1.3] });
    let changes = 0;
    for (const rate of [2, 0.5, 3, 1, 0.75, 1.5, 2.5, 1]) {
      await sound.pass(0.23);
      speech.setPlaybackRate(rate);
      changes++;
    }
    await isOver();
    const heard = await heardSoFar();
    console.info(`${changes} changes of speed: ${loudestOutside(heard).toFixed(4)} of what lies outside`);
    expect(returns(placesIn(heard))).toBe(7);
    expect(loudestOutside(heard)).toBeLessThan(UNHEARD);
  }, 30_000);

  it('the ends are moved while it plays begins anew with those, from where they begin', async () => {
    practice.loop(RANGE);
    await isIn(1);
    await sound.pass(0.2);
    // B, and then A as well: "old", "d lam".
    practice.loop({ start: 4, end: 7 }, { times: 2 });
    const moved = sound.now() + RATE / 50 - begun();
    expect(practice.getSnapshot()).toMatchObject({ round: 0, range: { start: 4, end: 7 } });
    await isIn(1);
    practice.loop({ start: 6, end: 11 }, { times: 2 });
    const again = sound.now() + RATE / 50 - begun();
    await isOver();
    const heard = await heardSoFar();
    const places = placesIn(heard);
    const between = places.filter(({ at }) => at > moved && at < again).map(({ second }) => second);
    const after = places.filter(({ at }) => at > again).map(({ second }) => second);
    expect(Math.max(...between)).toBeLessThan(0.7);
    expect(Math.min(...after)).toBeGreaterThan(0.6);
    expect(Math.max(...after)).toBeLessThan(1.1);
    expect(returns(places.filter(({ at }) => at > again))).toBe(1);
    expect(loudestOutside(heard)).toBeLessThan(UNHEARD);
  }, 30_000);

  it('the page lets go is paused in its place, and goes on from there when it is back', async () => {
    speech.dispose();
    speech = guarded(sound.context, false);
    practice = createPractice(speech);
    const leave = speech.subscribe(() => {});
    practice.loop(RANGE, { times: 3 });
    await isIn(1);
    leave();
    expect(speech.getSnapshot().status).toBe('paused');
    await sound.pass(0.3);
    speech.subscribe(() => {});
    expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', round: 1 });
    speech.play();
    await isOver();
    const heard = await heardSoFar();
    expect(returns(placesIn(heard))).toBe(2);
    expect(loudestOutside(heard)).toBeLessThan(UNHEARD);
  }, 30_000);
});

describe('of a loop that ends', () => {
  it.each([
    ['by stop, the text is heard from its beginning', () => speech.stop(), 0],
    ['by a place that is gone to outside of it, the text is heard from there', () => speech.seekToOffset(13), 1.3],
  ])(
    '%s',
    async (_, act, second) => {
      practice.loop(RANGE);
      await isIn(1);
      await sound.pass(0.2);
      act();
      const acted = sound.now();
      expect(practice.getSnapshot().mode).toBe('off');
      const count = sound.started.length;
      if (second === 0) speech.play();
      await expect.poll(() => sound.started.length).toBeGreaterThan(count);
      await expect.poll(() => speech.getSnapshot().status, { timeout: 10_000 }).toBe('ended');
      const before = sound.samples(begun(), acted - begun() - 300);
      expect(loudestOutside(before)).toBeLessThan(UNHEARD);
      // It plays on to the end of the text: 2.1 s.
      const last = sound.started.at(-1);
      expect((last?.at ?? 0) - acted).toBeLessThan((2.2 - second) * RATE);
      expect(loudestOutside(await heardSoFar())).toBeGreaterThan(0.7);
    },
    30_000,
  );

  it('on demand, the text goes on from there, and nothing is heard twice', async () => {
    practice.loop(RANGE);
    await isIn(1);
    await sound.pass(0.2);
    practice.stop();
    const stopped = sound.now() - begun();
    await sound.pass(0.3);
    speech.pause();
    const places = placesIn(await heardSoFar());
    const before = places.findLast(({ at }) => at < stopped);
    const after = places.find(({ at }) => at > (before?.at ?? 0));
    console.info(`stopped: from ${before?.second.toFixed(3)} s to ${after?.second.toFixed(3)} s`);
    expect((after?.second ?? 0) - (before?.second ?? 0)).toBeGreaterThan(-0.001);
  }, 30_000);
});

describe('a pause in the practice', () => {
  it('of a silence leaves the rest of that to be silent', async () => {
    practice.loop(RANGE, { times: 2, gap: 1 });
    await expect.poll(() => practice.getSnapshot().phase, { timeout: 10_000, interval: 5 }).toBe('gap');
    await sound.pass(0.3);
    const paused = sound.now();
    speech.pause();
    expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', round: 0, phase: 'gap' });
    await sound.pass(0.5);
    speech.play();
    const resumed = sound.now();
    await isOver();
    const [one, two, ...more] = soundsIn(await heardSoFar());
    const silent = ((two?.from ?? 0) - (one?.to ?? 0) - (resumed - paused)) / RATE;
    console.info(`a silence of 0.8 s with a pause in it: ${silent.toFixed(3)} s besides that`);
    expect(more).toEqual([]);
    expect(silent).toBeGreaterThan(0.75);
    expect(silent).toBeLessThan(1);
  }, 30_000);

  it('of a step of a ladder leaves it at its speed, and the next at its own', async () => {
    practice.loop(RANGE, { times: 2, gap: 1, tempos: [0.5, 2] });
    await sound.pass(0.8);
    speech.pause();
    expect(practice.getSnapshot()).toMatchObject({ round: 0, tempo: 0.5 });
    await sound.pass(0.3);
    speech.play();
    await isOver();
    const heard = soundsIn(await heardSoFar());
    const [one = 0, two = 0, last = 0] = heard.map(({ from, to }) => (to - from) / RATE);
    expect(heard).toHaveLength(3);
    // At half the speed, a place is told within 10 ms of the sound: twice as much is heard.
    expect(Math.abs(one + two - 1.6)).toBeLessThan(0.04);
    expect(last).toBeCloseTo(0.4, 1);
  }, 30_000);
});
