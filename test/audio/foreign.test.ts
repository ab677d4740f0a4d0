import fc from 'fast-check';
import { AudioError } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { cutAt, frame, join } from './mp3-bytes.js';
import { oggOpus } from './ogg-bytes.js';
import { seeded } from './programs.js';
import { wav, writeSamples } from './wav-bytes.js';

const FORMATS = ['pcm_8000', 'pcm_44100', 'ulaw_8000', 'alaw_8000'];
const text = (content: string) => new TextEncoder().encode(content);

/** AAC as it is streamed: frames of some length with a header each. */
const adts = (length: number, count: number) =>
  join(
    ...Array.from({ length: count }, (_, i) => {
      const bytes = new Uint8Array(length).fill(i);
      bytes.set([0xff, 0xf1, 0x50, 0x80 | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc]);
      return bytes;
    }),
  );

const boxed = (opening: readonly number[]) => {
  const bytes = new Uint8Array(6000).map((_, i) => (i * 31) & 255);
  bytes.set(opening);
  return bytes;
};
const many = (shape: Parameters<typeof frame>[0]) => join(...Array.from({ length: 20 }, () => frame(shape)));
const FILES: Record<string, [Uint8Array<ArrayBuffer> | Uint8Array, RegExp]> = {
  'a page of HTML': [
    text(`<!doctype html><html><title>Nicht gefunden – 404</title>${'<p>No.</p>'.repeat(100)}`),
    /HTML/,
  ],
  'a short page of HTML': [text('<html><body>404 not found</body></html>'), /HTML/],
  XML: [text('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>'), /HTML/],
  'an error as JSON': [text('{"detail":{"status":"quota_exceeded","message":"Nothing is left."}}'), /JSON/],
  'much JSON with space': [text(`  {\n  "chunks": [${'"aGVsbG8="'.repeat(200)}]}`), /JSON/],
  'a list as JSON': [text('[{"loc":["body","text"],"msg":"field required"}]'), /JSON/],
  'MP3 without a tag': [many({}), /MP3/],
  'MP3 of MPEG-2': [many({ version: 'mpeg2', bitrate: 4, fill: 0x55 }), /MP3/],
  'MP3 of 320 kbit/s': [many({ bitrate: 14 }), /MP3/],
  'AAC as a stream': [adts(371, 30), /AAC/],
  M4A: [boxed([0, 0, 0, 0x20, ...text('ftypM4A ')]), /MP4/],
  WebM: [boxed([0x1a, 0x45, 0xdf, 0xa3, 0x9f]), /WebM/],
};

describe('sound without a header that is another file', () => {
  it.each(FORMATS.flatMap((format) => Object.entries(FILES).map(([name, file]) => [format, name, ...file] as const)))(
    'is never ready to be heard, and an AudioError names both: %s that is %s',
    (format, _, bytes, looks) => {
      for (const size of [1, 13, 700, 100_000]) {
        const part = createPart('a', format);
        for (let at = 0; at < bytes.length; at += size) {
          part.append(bytes.slice(at, at + size));
          expect(part.frames().ready).toBe(0);
        }
        const error = part.end();
        expect(error).toBeInstanceOf(AudioError);
        expect(error?.message).toMatch(/^(PCM|Mu-law|A-law) was expected/);
        expect(error?.message).toMatch(looks);
        expect(part.frames()).toEqual({ ready: 0, final: true });
      }
    },
  );
});

/** Whether some bytes are taken for sound, in whatever pieces they come. */
function isSound(format: string, bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[]): boolean {
  const part = createPart('a', format);
  for (const chunk of cutAt(bytes, cuts)) part.append(chunk);
  return part.end() === null && part.frames().ready === Math.floor(bytes.length / (format.startsWith('pcm') ? 2 : 1));
}

/** Something like a voice: a pulse with harmonics that swells, begins in any phase, and has some noise. */
function voice(sampleRate: number, seed: number): Float32Array {
  const random = seeded(seed);
  const [pitch, phase, loud, noise] = [60 + random() * 240, random() * 6, random(), random() * 0.02];
  return Float32Array.from({ length: 4000 }, (_, i) => {
    const angle = phase + (2 * Math.PI * pitch * i) / sampleRate;
    const tone = Math.sin(angle) + 0.5 * Math.sin(2 * angle + 1) + 0.3 * Math.sin(3 * angle + 2);
    return Math.max(-1, Math.min(1, (loud * tone) / 1.2 + noise * (random() - 0.5)));
  });
}

describe('sound without a header', () => {
  const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
  const format = fc.constantFrom(...FORMATS);

  it('is never refused: any bytes', () => {
    const opening = fc.constantFrom(...Object.values(FILES).map(([bytes]) => bytes.subarray(0, 4)), new Uint8Array());
    fc.assert(
      fc.property(
        format,
        opening,
        fc.uint8Array({ minLength: 2, maxLength: 3000 }),
        fractions,
        (which, first, rest, cuts) => {
          // Four bytes that are a file's own are that file: the sound begins as it does and then goes another way.
          fc.pre(first[3] !== rest[0]);
          expect(isSound(which, join(first.subarray(0, 3), rest), cuts)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never refused: what is like a voice, however loud, and one value held', () => {
    for (let seed = 1; seed < 1500; seed++) {
      const samples = voice(8000, seed);
      expect([seed, isSound('pcm_8000', writeSamples(samples, 1, 16), [0.3])]).toEqual([seed, true]);
      expect([seed, isSound('ulaw_8000', writeSamples(samples, 1, 8), [0.3])]).toEqual([seed, true]);
    }
    for (let value = 0; value < 65_536; value += 7) {
      const bytes = new Uint8Array(new Uint16Array(600).fill(value).buffer);
      expect([value, isSound('pcm_8000', bytes, [])]).toEqual([value, true]);
    }
  });

  it('is ready with its first bytes, silence too', () => {
    for (const [which, fill] of [
      ['pcm_44100', 0],
      ['ulaw_8000', 0xff],
      ['alaw_8000', 0xd5],
    ] as const) {
      const part = createPart('a', which);
      part.append(new Uint8Array(16).fill(fill));
      expect(part.frames().ready).toBeGreaterThan(7);
    }
  });
});

describe('a file that was cut short', () => {
  const files: [string, Uint8Array][] = [
    ['pcm_16000', writeSamples(voice(16000, 3), 1, 16)],
    ['ulaw_8000', writeSamples(voice(8000, 3), 7, 8)],
    ['wav_16000', wav(writeSamples(voice(16000, 3), 1, 16), { sampleRate: 16000 })],
    ['mp3_44100_128', many({})],
    ['opus_48000_64', oggOpus(Array.from({ length: 60 }, (_, i) => ({ bytes: Uint8Array.of(0x78, i), samples: 960 })))],
  ];

  it.each(files)('%s plays as far as it came, or says that there is nothing, at every length', (format, bytes) => {
    let most = 0;
    for (let length = 0; length <= bytes.length; length += Math.ceil(bytes.length / 300)) {
      const part = createPart('a', format);
      part.append(bytes.slice(0, length));
      const error = part.end();
      const { ready, final } = part.frames();
      expect([length, final, error === null]).toEqual([length, true, ready > 0 || error === null]);
      if (error) expect(error).toBeInstanceOf(AudioError);
      if (format.startsWith('mp3')) continue;
      expect(ready).toBeGreaterThanOrEqual(most);
      most = ready;
    }
    expect(most > 0 || format.startsWith('mp3')).toBe(true);
  });

  it('and PCM that was declared MP3 is an error that says so, not a frame by chance', () => {
    for (let seed = 1; seed < 60; seed++) {
      const part = createPart('a', 'mp3_44100_128');
      part.append(writeSamples(voice(44100, seed), 1, 16));
      expect([seed, part.end()?.message]).toEqual([seed, expect.stringMatching(/^MP3 was expected/)]);
    }
  });
});
