import { AudioError } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { type Decode, decodeInBrowser } from '../../src/audio/decode.js';
import { createMp3Index } from '../../src/audio/mp3-index.js';
import { difference, encodeMp3, referenceOf, voiceLike } from './lame.js';
import { cutAt, id3v1, id3v2, infoFrame, join } from './mp3-bytes.js';
import { seeded } from './programs.js';

const idle = new AbortController().signal;
/** Frames that are decoded again in front of a window, at the most: 1024 bytes of the smallest. */
const PREROLL = 10;

/** The browser's decoder, and how many MP3 frames it was given at each call. */
function counted(): { decode: Decode; calls: number[] } {
  const calls: number[] = [];
  return {
    calls,
    decode(bytes, sampleRate) {
      const index = createMp3Index();
      index.push(bytes);
      index.end();
      calls.push(index.count);
      return decodeInBrowser(bytes, sampleRate);
    },
  };
}

const forms = [
  { format: 'mp3_44100_128', sampleRate: 44100, bitrate: 128 },
  { format: 'mp3_44100_32', sampleRate: 44100, bitrate: 32 },
  { format: 'mp3_22050_32', sampleRate: 22050, bitrate: 32 },
] as const;

describe.each(forms)('$format', ({ format, sampleRate, bitrate }) => {
  const made = encodeMp3(voiceLike(7, sampleRate), sampleRate, bitrate);

  it('sounds as if it were decoded at once, in any chunks and read anywhere, while it grows and when it is whole', async () => {
    const mp3 = await made;
    const reference = await referenceOf(mp3, sampleRate);
    let most = 0;
    let reads = 0;
    for (let run = 0; run < 8; run++) {
      const random = seeded(run + 1);
      const part = createPart('a', format);
      const check = async () => {
        const { ready } = part.frames();
        const from = Math.floor(random() * ready);
        const count = Math.floor(random() * Math.min(ready - from, sampleRate * 2));
        most = Math.max(most, difference(await part.read(from, count, idle), reference.subarray(from, from + count)));
        reads++;
      };
      for (const chunk of cutAt(mp3, Array.from({ length: 15 }, random))) {
        part.append(chunk);
        await check();
      }
      expect(part.end()).toBe(null);
      expect(part.frames()).toEqual({ ready: reference.length, final: true });
      for (let i = 0; i < 6; i++) await check();
      most = Math.max(most, difference(await part.read(0, reference.length, idle), reference));
    }
    console.info(`${format}: greatest difference ${most} over ${reads} reads`);
    expect(most).toBeLessThan(1e-6);
  });

  it('decodes no frame twice but what it needs in front of a window', async () => {
    const mp3 = await made;
    const { decode, calls } = counted();
    const part = createPart('a', format, decode);
    const random = seeded(5);
    let at = 0;
    let grown = 0;
    for (const chunk of cutAt(mp3, Array.from({ length: 9 }, random))) {
      part.append(chunk);
      const { ready } = part.frames();
      if (ready > at) {
        await part.read(at, ready - at, idle);
        grown++;
      }
      at = ready;
    }
    part.end();
    const { ready } = part.frames();
    if (ready > at) await part.read(at, ready - at, idle);
    const index = createMp3Index();
    index.push(mp3);
    index.end();
    const windows = Math.ceil(index.count / 38);
    const given = calls.reduce((sum, frames) => sum + frames, 0);
    expect(calls.length).toBeLessThanOrEqual(windows + grown + 1);
    expect(given).toBeLessThanOrEqual(index.count + calls.length * PREROLL);
    calls.length = 0;
    await Promise.all([part.read(0, ready, idle), part.read(1000, ready - 1000, idle)]);
    expect(calls).toEqual([]);
  });
});

it('reads exactly again what it had to forget of a long one', async () => {
  const mp3 = await encodeMp3(voiceLike(26, 44100), 44100, 64);
  const reference = await referenceOf(mp3, 44100);
  const { decode, calls } = counted();
  const part = createPart('a', 'mp3_44100_64', decode);
  part.append(mp3);
  part.end();
  const random = seeded(9);
  let most = 0;
  for (let i = 0; i < 120; i++) {
    const from = Math.floor(random() * (reference.length - 4000));
    most = Math.max(most, difference(await part.read(from, 4000, idle), reference.subarray(from, from + 4000)));
  }
  expect(most).toBeLessThan(1e-6);
  // 27 windows, of which 20 are kept: some were decoded again.
  expect(calls.length).toBeGreaterThan(27);
  expect(calls.length).toBeLessThan(80);
});

it('decodes once for two that read the same at once', async () => {
  const { decode, calls } = counted();
  const part = createPart('a', 'mp3_44100_128', decode);
  part.append(await encodeMp3(voiceLike(0.9, 44100), 44100, 128));
  part.end();
  const [a, b] = await Promise.all([part.read(0, 20_000, idle), part.read(500, 19_500, idle)]);
  expect(difference(a.subarray(500), b)).toBe(0);
  expect(calls.length).toBe(1);
});

it.each([0.001, 0.02, 0.03, 0.1, 0.2, 0.25])('plays an MP3 of %s s to its end', async (seconds) => {
  const mp3 = await encodeMp3(voiceLike(seconds, 44100), 44100, 128);
  const reference = await referenceOf(mp3, 44100);
  const part = createPart('a', 'mp3_44100_128');
  part.append(mp3);
  expect(part.end()).toBe(null);
  const { ready } = part.frames();
  expect(ready).toBe(reference.length);
  expect(ready).toBeGreaterThanOrEqual(Math.floor(seconds * 44100));
  expect(difference(await part.read(0, ready, idle), reference)).toBeLessThan(1e-6);
});

it('leaves out exactly what an Info frame says was put before and after the sound', async () => {
  const samples = voiceLike(1.5, 44100);
  const bare = await encodeMp3(samples, 44100, 128);
  const reference = await referenceOf(bare, 44100);
  // What LAME put behind the sound, counted over the whole of its output.
  const after = reference.length + 1105 - 576 - samples.length;
  const part = createPart('a', 'mp3_44100_128');
  part.append(join(id3v2(77), infoFrame('Info', 576, after), bare, id3v1()));
  part.end();
  expect(part.frames()).toEqual({ ready: samples.length, final: true });
  expect(difference(await part.read(0, samples.length, idle), reference.subarray(0, samples.length))).toBeLessThan(
    1e-6,
  );
});

it('never takes back what it called ready, although the end turns out to be padding', async () => {
  const bare = await encodeMp3(voiceLike(1.5, 44100), 44100, 128);
  const part = createPart('a', 'mp3_44100_128');
  let ready = 0;
  for (const chunk of cutAt(join(infoFrame('Info', 576, 1700), bare), [0.3, 0.5, 0.8])) {
    part.append(chunk);
    expect(part.frames().ready).toBeGreaterThanOrEqual(ready);
    ({ ready } = part.frames());
  }
  part.end();
  expect(part.frames().ready).toBeGreaterThanOrEqual(ready);
});

it('sounds the same with tags in mid-stream', async () => {
  const mp3 = await encodeMp3(voiceLike(3, 44100), 44100, 128);
  const reference = await referenceOf(mp3, 44100);
  const index = createMp3Index();
  index.push(mp3);
  const part = createPart('a', 'mp3_44100_128');
  const [a, b] = [index.offset(30), index.offset(50)];
  part.append(
    join(
      id3v2(3000, 0xff),
      mp3.subarray(0, a),
      id3v2(200, 0xff),
      mp3.subarray(a, b),
      id3v2(5),
      mp3.subarray(b),
      id3v1(),
    ),
  );
  part.end();
  expect(part.frames().ready).toBe(reference.length);
  expect(difference(await part.read(0, reference.length, idle), reference)).toBeLessThan(1e-6);
});

describe('readers that go away', () => {
  it('harm no other reader of the same window', async () => {
    const mp3 = await encodeMp3(voiceLike(2, 44100), 44100, 128);
    const reference = await referenceOf(mp3, 44100);
    const part = createPart('a', 'mp3_44100_128');
    part.append(mp3);
    part.end();
    const gone = new AbortController();
    const reads = [gone.signal, idle, gone.signal].map((signal, i) => part.read(i * 100, 60_000, signal));
    gone.abort();
    reads.push(part.read(300, 60_000, idle));
    const outcomes = await Promise.allSettled(reads);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBe(gone.signal.reason);
      else expect(difference(outcome.value, reference.subarray(i * 100, i * 100 + 60_000))).toBeLessThan(1e-6);
    }
  });

  it('leave a window readable where its decoding failed once', async () => {
    let calls = 0;
    const failing: Decode = (bytes, sampleRate) =>
      calls++ === 0 ? Promise.reject(new AudioError('Not now.')) : decodeInBrowser(bytes, sampleRate);
    const part = createPart('a', 'mp3_44100_128', failing);
    part.append(await encodeMp3(voiceLike(1, 44100), 44100, 128));
    part.end();
    await expect(part.read(0, 1000, idle)).rejects.toThrow('Not now.');
    expect((await part.read(0, 1000, idle)).length).toBe(1000);
  });
});

describe('what was declared MP3 and is none', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const noise = new Uint8Array(Int16Array.from({ length: 44100 }, (_, i) => 12_000 * Math.sin(i / 20)).buffer);
  it.each([
    ['PCM', noise, /no MP3 frame/],
    ['HTML', text('<!doctype html><title>502</title>'), /look like HTML/],
    ['JSON', text('{"detail":{"status":"quota_exceeded"}}'), /look like JSON/],
    ['WAV', text('RIFF....WAVEfmt '), /look like a WAV/],
    ['nothing', new Uint8Array(), /0 bytes/],
  ])('is named when it is over: %s', (_, bytes, message) => {
    for (const size of [3, 100_000]) {
      const part = createPart('a', 'mp3_44100_128');
      for (let at = 0; at < bytes.length; at += size) part.append(bytes.slice(at, at + size));
      const fault = part.end();
      expect(fault).toBeInstanceOf(AudioError);
      expect(fault?.message).toMatch(message);
      expect(part.frames()).toEqual({ ready: 0, final: true });
    }
  });
});
