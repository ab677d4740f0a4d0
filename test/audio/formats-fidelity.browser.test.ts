import { describe, expect, it } from 'vitest';
import { browserFidelity } from '../../src/audio/browser-fidelity.js';
import { createPart } from '../../src/audio/create-part.js';
import { type Decode, decodeInBrowser } from '../../src/audio/decode.js';
import type { Fidelity } from '../../src/audio/fidelity.js';
import { measureFidelity } from '../../src/audio/measure-fidelity.js';
import { difference, encodeMp3, referenceOf, voiceLike } from './lame.js';
import { cutAt } from './mp3-bytes.js';
import { seeded } from './programs.js';

const idle = new AbortController().signal;

/** A decoder that is late by some samples, or early, and as long as it was: what that pushes out is lost. */
const late =
  (lag: number): Decode =>
  async (bytes, sampleRate) => {
    const samples = await decodeInBrowser(bytes, sampleRate);
    const shifted = new Float32Array(samples.length);
    shifted.set(samples.subarray(Math.max(0, -lag), samples.length - Math.max(0, lag)), Math.max(0, lag));
    return shifted;
  };

/** A decoder that leaves out what it needs to begin, and gives that much less. */
const trimming =
  (count: number): Decode =>
  async (bytes, sampleRate) =>
    (await decodeInBrowser(bytes, sampleRate)).slice(count);

/** A decoder that is late by another number of samples for each length of what it is given. */
const unsteady: Decode = (bytes, sampleRate) => late((bytes.length % 97) * 3)(bytes, sampleRate);

/** A decoder that spoils every slice but those that open as the whole does. */
function spoiling(mp3: Uint8Array): Decode {
  const opening = String(mp3.slice(0, 60));
  const probe = new Set<string>();
  return async (bytes, sampleRate) => {
    const own = String(bytes.slice(0, 60));
    // The first that it is ever given is the whole of the built-in one.
    if (probe.size === 0) probe.add(own);
    const samples = await decodeInBrowser(bytes, sampleRate);
    return own === opening || probe.has(own) ? samples : samples.map((sample, i) => sample + Math.sin(i) / 50);
  };
}

/** The greatest difference of an MP3 from how it must sound, streamed in and read as it comes, by a decoder. */
async function errorOf(mp3: Uint8Array<ArrayBuffer>, decode: Decode, fidelity?: () => Promise<Fidelity>) {
  const reference = await referenceOf(mp3, 44100);
  const part = createPart('a', 'mp3_44100_128', decode, fidelity);
  let most = 0;
  let at = 0;
  for (const chunk of cutAt(mp3, Array.from({ length: 6 }, seeded(2)))) {
    part.append(chunk);
    const { ready } = part.frames();
    if (ready > at)
      most = Math.max(most, difference(await part.read(at, ready - at, idle), reference.subarray(at, ready)));
    at = ready;
  }
  part.end();
  const { ready } = part.frames();
  const sound = await part.read(0, ready, idle);
  return Math.max(most, difference(sound, reference));
}

describe('a decoder', () => {
  it('is trusted where it is faithful, as this browser’s is', async () => {
    expect(await measureFidelity(decodeInBrowser)).toEqual({ lag: 0, whole: false });
    expect(await browserFidelity()).toEqual({ lag: 0, whole: false });
  });

  it.each([1, 529, 1105, 2257, -529, -1105])('that is late by %i samples is put right by as many', async (lag) => {
    const mp3 = await encodeMp3(voiceLike(3, 44100), 44100, 128);
    const decode = late(lag);
    expect(await measureFidelity(decode)).toEqual({ lag, whole: false });
    expect(await errorOf(mp3, decode)).toBeGreaterThan(0.1);
    expect(await errorOf(mp3, decode, () => measureFidelity(decode))).toBeLessThan(1e-6);
  });

  it('that leaves out the beginning of all it is given is put right', async () => {
    const mp3 = await encodeMp3(voiceLike(3, 44100), 44100, 128);
    const decode = trimming(1105);
    expect(await measureFidelity(decode)).toEqual({ lag: -1105, whole: false });
    expect(await errorOf(mp3, decode, () => measureFidelity(decode))).toBeLessThan(1e-6);
  });

  it('that is late by another number each time is not given slices', async () => {
    expect((await measureFidelity(unsteady)).whole).toBe(true);
  });

  it('that spoils slices is given all from the beginning', async () => {
    const mp3 = await encodeMp3(voiceLike(3, 44100), 44100, 128);
    const decode = spoiling(mp3);
    const fidelity = await measureFidelity(decode);
    expect(fidelity).toEqual({ lag: 0, whole: true });
    expect(await errorOf(mp3, decode)).toBeGreaterThan(0.01);
    expect(await errorOf(mp3, decode, async () => fidelity)).toBeLessThan(1e-6);
  });

  it('that decodes nothing is found out by what is to be played, not by the test', async () => {
    const broken: Decode = () => Promise.reject(new Error('no codec'));
    await expect(measureFidelity(broken)).rejects.toThrow('no codec');
  });
});

it('is measured once, in less than 20 ms', async () => {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const begin = performance.now();
    await measureFidelity(decodeInBrowser);
    times.push(performance.now() - begin);
  }
  const median = times.sort((a, b) => a - b)[4] ?? 0;
  console.info(`fidelity measured in ${median.toFixed(1)} ms (median of 9)`);
  expect(median).toBeLessThan(20);
  expect(browserFidelity()).toBe(browserFidelity());
});
