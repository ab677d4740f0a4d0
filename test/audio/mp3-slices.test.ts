import { AudioError } from 'react-readalong';
import { expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import type { Decode } from '../../src/audio/decode.js';
import { frame, join } from './mp3-bytes.js';

const idle = new AbortController().signal;
const FRAMES = 4000;
const mp3 = join(...Array.from({ length: FRAMES }, () => frame({ bitrate: 1 })));
const perFrame = 1152;
const bytesEach = frame({ bitrate: 1 }).length;

/** A part of MP3 whose decoder notes how many frames it is given, and gives `samplesOf` as many samples. */
function decoded(samplesOf: (frames: number) => number, whole = false) {
  const given: number[] = [];
  const decode: Decode = async (bytes) => {
    const frames = Math.round(bytes.length / bytesEach);
    given.push(frames);
    return new Float32Array(samplesOf(frames)).fill(0.5);
  };
  const part = createPart('a', 'mp3_44100_32', decode, async () => ({ lag: 0, whole }));
  part.append(mp3);
  part.end();
  return { part, given };
}

it('a decoder whose slices come out wrong is given all before, but never more than half a minute', async () => {
  const { part, given } = decoded((frames) => frames * perFrame, true);
  const { ready } = part.frames();
  for (let at = 0; at < ready; at += 30_000) await part.read(at, Math.min(30_000, ready - at), idle);
  expect(given[1]).toBe(76);
  expect(Math.max(...given)).toBeLessThan((30 * 44100) / perFrame);
  expect(Math.max(...given)).toBeGreaterThan((20 * 44100) / perFrame);
});

it('a decoder that leaves out a frame is filled up with silence', async () => {
  const { part } = decoded((frames) => (frames - 1) * perFrame);
  const samples = await part.read(50_000, 50_000, idle);
  expect(samples.length).toBe(50_000);
  expect(samples.filter((sample) => sample === 0).length).toBeLessThanOrEqual(2 * perFrame);
});

it.each([
  ['nothing', () => 0],
  ['a third', (frames: number) => Math.floor(frames / 3) * perFrame],
  ['twice as much', (frames: number) => frames * 2 * perFrame],
])('a decoder that makes %s of what it is given is an AudioError with both lengths', async (_, samplesOf) => {
  const { part } = decoded(samplesOf);
  const failed = part.read(100_000, 1000, idle);
  await expect(failed).rejects.toThrow(AudioError);
  await expect(failed).rejects.toThrow(/made \d+ samples .* \d+ to \d+ were expected/);
});
