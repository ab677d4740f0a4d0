import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import type { GrowingPart } from '../../src/audio/part.js';
import { createPlayer, type Player } from '../../src/audio/player.js';
import { firstSound, type Listening, listen, steepest } from './listening.js';
import { frameOf, placeSignal } from './place-signal.js';
import { phasesOf, programOf } from './programs.js';

const RATE = 44100;
/** The fade of a run that ends or begins in mid-sound, and a frame for rounding. */
const FADE = Math.ceil(0.005 * RATE) + 1;
const WITHIN_60_MS = Math.round(0.06 * RATE);

let sound: Listening;
let player: Player;
beforeEach(async () => {
  sound = await listen(RATE);
});
afterEach(async () => {
  player.dispose();
  await sound.close();
});

function whole(bytes: Uint8Array<ArrayBuffer>): GrowingPart {
  const part = createPart('whole', 'pcm_44100');
  part.append(bytes);
  part.end();
  return part;
}

const playerOf = (...parts: readonly GrowingPart[]): Player => {
  player = createPlayer({ program: programOf(...parts), sampleRate: () => RATE, audioContext: sound.context });
  return player;
};

const seconds = (count: number) => Math.round(count * RATE);
const heardFrame = () => player.heard().frame;
const phase = () => player.getState().phase;
const reaches = (frame: number) => expect.poll(heardFrame, { timeout: 10_000, interval: 5 }).toBeGreaterThan(frame);
const becomes = (wanted: string) => expect.poll(phase, { timeout: 10_000, interval: 5 }).toBe(wanted);

/** Checks that captured sound says the frames from one on, each once and in order, and that they lie on one line with a context frame. */
function expectLine(at: number, samples: Float32Array, first: number): void {
  let wrong = 0;
  for (let i = 0; i < samples.length; i++) if (frameOf(samples[i] ?? 0, first + i) !== first + i) wrong++;
  expect({ at, wrong }).toEqual({ at, wrong: 0 });
}

/** Context frame at which sound from a context frame on begins. */
async function nextSound(from: number): Promise<number> {
  let found = -1;
  await expect
    .poll(
      () => {
        found = firstSound(sound.samples(from, Math.max(0, sound.span().to - from)));
        return found;
      },
      { timeout: 10_000, interval: 10 },
    )
    .toBeGreaterThanOrEqual(0);
  return from + found;
}

describe('pause and go on', () => {
  it('falls silent within 60 ms and goes on from the very frame at which it fell silent', async () => {
    playerOf(whole(placeSignal(seconds(4))));
    player.play();
    await reaches(seconds(0.6));
    const asked = sound.now();
    player.pause();
    const rested = heardFrame();
    expect(phase()).toBe('paused');
    await sound.pass(0.3);
    expect(heardFrame()).toBe(rested);
    await sound.captured(asked + seconds(0.25));
    const begun = sound.started[0]?.at ?? 0;
    const tail = sound.samples(begun, asked + seconds(0.2) - begun);
    const last = tail.findLastIndex((sample) => sample !== 0);
    expect(begun + last).toBeLessThan(asked + WITHIN_60_MS);
    expectLine(begun, tail.subarray(0, last - FADE), 0);
    // Where the line of frames and the fade meet silence, there it rests.
    expect(Math.abs(rested - (last + 1))).toBeLessThanOrEqual(2);

    const again = sound.now();
    const before = sound.started.length;
    player.play();
    await reaches(rested + seconds(0.4));
    await sound.captured(again + seconds(0.4));
    const resumed = sound.started[before]?.at ?? 0;
    expectLine(resumed, sound.samples(resumed + FADE, seconds(0.2)), rested + FADE);
  });

  it('does not click when it stops, goes on, jumps, or is made louder and softer', async () => {
    const half = new Uint8Array(Int16Array.from({ length: seconds(8) }, () => 16384).buffer);
    playerOf(whole(half));
    player.seek({ part: 0, frame: 100 });
    const begin = sound.now();
    player.play();
    await reaches(seconds(0.3));
    player.setGain(0.2);
    await sound.pass(0.15);
    player.setGain(0);
    await sound.pass(0.15);
    player.setGain(1);
    await sound.pass(0.15);
    player.pause();
    await sound.pass(0.1);
    player.play();
    await sound.pass(0.3);
    player.seek({ part: 0, frame: seconds(5) });
    await sound.pass(0.3);
    player.stop();
    await sound.pass(0.1);
    const samples = sound.samples(begin, sound.now() - begin);
    expect(Math.max(...samples)).toBe(0.5);
    // A fade of 5 ms from 0.5 goes by 0.0023 a sample.
    expect(steepest(samples)).toBeLessThan(0.005);
  });
});

describe('seek', () => {
  it('leaves the old place within 60 ms and plays on from exactly the new one', async () => {
    playerOf(whole(placeSignal(seconds(6))));
    player.play();
    await reaches(seconds(0.4));
    for (const target of [seconds(3.21), 12_345, seconds(5) + 1]) {
      const asked = sound.now();
      const before = sound.started.length;
      player.seek({ part: 0, frame: target });
      expect(heardFrame()).toBe(target);
      await reaches(target + seconds(0.25));
      const started = sound.started[before]?.at ?? 0;
      await sound.captured(started + seconds(0.2));
      const old = sound.samples(asked, started - asked);
      expect(old.findLastIndex((sample) => sample !== 0)).toBeLessThan(WITHIN_60_MS);
      expectLine(started, sound.samples(started + FADE, seconds(0.15)), target + FADE);
    }
  });

  it('moves at once while paused, stays silent, and plays from there', async () => {
    playerOf(whole(placeSignal(seconds(3))));
    player.seek({ part: 0, frame: seconds(1.5) });
    expect(heardFrame()).toBe(seconds(1.5));
    expect(sound.started).toEqual([]);
    player.play();
    const at = await nextSound(0);
    await sound.captured(at + seconds(0.2));
    const started = sound.started[0]?.at ?? 0;
    expectLine(started, sound.samples(started + FADE, seconds(0.1)), seconds(1.5) + FADE);
  });

  it('waits at a place that has not come yet, and plays from exactly there once it has', async () => {
    const part = createPart('growing', 'pcm_44100');
    const bytes = placeSignal(seconds(4));
    part.append(bytes.subarray(0, seconds(1) * 2));
    playerOf(part);
    player.play();
    await reaches(seconds(0.3));
    const asked = sound.now();
    const before = sound.started.length;
    player.seek({ part: 0, frame: seconds(3) });
    expect(phase()).toBe('buffering');
    await sound.pass(0.3);
    expect([phase(), heardFrame()]).toEqual(['buffering', seconds(3)]);
    part.append(bytes.subarray(seconds(1) * 2));
    part.end();
    await reaches(seconds(3.3));
    const started = sound.started[before]?.at ?? 0;
    await sound.captured(started + seconds(0.2));
    const silence = sound.samples(asked + WITHIN_60_MS, started - asked - WITHIN_60_MS);
    expect(firstSound(silence)).toBe(-1);
    expectLine(started, sound.samples(started + FADE, seconds(0.15)), seconds(3) + FADE);
  });

  it('ends at once where the place is behind the end', async () => {
    playerOf(whole(placeSignal(seconds(1))));
    player.play();
    await reaches(seconds(0.2));
    player.seek({ part: 0, frame: seconds(9) });
    await becomes('ended');
    expect(heardFrame()).toBe(seconds(1));
  });
});

describe('running dry', () => {
  it('holds its place, says so, and goes on at the same frame once three quarters of a second are there', async () => {
    const part = createPart('growing', 'pcm_44100');
    const bytes = placeSignal(seconds(4));
    const there = seconds(1) + 77;
    part.append(bytes.subarray(0, there * 2));
    playerOf(part);
    const phases = phasesOf(player);
    player.play();
    await becomes('playing');
    await becomes('buffering');
    expect(heardFrame()).toBe(there);
    part.append(bytes.subarray(there * 2, (there + seconds(0.6)) * 2));
    await sound.pass(0.3);
    expect([phase(), heardFrame()]).toEqual(['buffering', there]);
    const before = sound.started.length;
    part.append(bytes.subarray((there + seconds(0.6)) * 2));
    part.end();
    await reaches(there + seconds(0.3));
    const started = sound.started[before]?.at ?? 0;
    await sound.captured(started + seconds(0.2));
    const begun = sound.started[0]?.at ?? 0;
    // What is cut short fades out in its last 5 ms, or it would click.
    expectLine(begun, sound.samples(begun, there - FADE), 0);
    const faded = sound.samples(begun + there - FADE, FADE).map(Math.abs);
    expect(Math.max(...faded.slice(-20))).toBeLessThan(0.1);
    expect(firstSound(sound.samples(begun + there, started - begun - there))).toBe(-1);
    expectLine(started, sound.samples(started + FADE, seconds(0.15)), there + FADE);
    expect(phases).toEqual(['buffering', 'playing', 'buffering', 'playing']);
  });
});

describe('the end', () => {
  it('is reached once, when the last frame was heard, and play begins again from the start', async () => {
    const length = seconds(0.8) + 13;
    playerOf(whole(placeSignal(length)));
    const phases = phasesOf(player);
    player.play();
    await becomes('ended');
    const begun = sound.started[0]?.at ?? 0;
    expect(sound.now()).toBeGreaterThanOrEqual(begun + length);
    expect(heardFrame()).toBe(length);
    await sound.captured(begun + length + seconds(0.05));
    expectLine(begun, sound.samples(begun, length), 0);
    expect(firstSound(sound.samples(begun + length, seconds(0.05)))).toBe(-1);
    expect(phases).toEqual(['buffering', 'playing', 'ended']);

    const before = sound.started.length;
    player.play();
    expect(heardFrame()).toBe(0);
    await becomes('ended');
    const started = sound.started[before]?.at ?? 0;
    await sound.captured(started + length);
    expectLine(started, sound.samples(started, length), 0);
    expect(phases).toEqual(['buffering', 'playing', 'ended', 'buffering', 'playing', 'ended']);
  });

  it('comes after the last of several parts, which follow each other without a gap', async () => {
    const bytes = placeSignal(seconds(1.2));
    const cuts = [0, 30_011, 30_013, bytes.length / 2];
    const parts = cuts.slice(1).map((cut, i) => whole(bytes.slice((cuts[i] ?? 0) * 2, cut * 2)));
    playerOf(...parts);
    player.play();
    await becomes('ended');
    expect(player.heard()).toEqual({ part: 2, frame: seconds(1.2) - 30_013 });
    const begun = sound.started[0]?.at ?? 0;
    await sound.captured(begun + seconds(1.2));
    expectLine(begun, sound.samples(begun, seconds(1.2)), 0);
  });
});
