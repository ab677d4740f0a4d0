import fc from 'fast-check';
import { AudioError } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { createOpusIndex } from '../../src/audio/opus-index.js';
import { UNDECLARED } from '../../src/audio/playable-format.js';
import { writeOggOpus } from '../../src/audio/write-ogg-opus.js';
import { g711 } from './g711.js';
import { cutAt, frame, join } from './mp3-bytes.js';
import { type OggShape, oggOpus, oggPage, opusHeaders, type Packet } from './ogg-bytes.js';
import { type WavShape, wav, writeSamples } from './wav-bytes.js';

const idle = new AbortController().signal;
const text = (content: string) => new TextEncoder().encode(content);
const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

describe('mu-law and A-law', () => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);

  it.each([
    ['ulaw_8000', 7],
    ['alaw_8000', 6],
  ])('%s are read exactly as G.711 lays down, cut anywhere', async (format, encoding) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fractions, async (some, cuts) => {
        const bytes = join(every, some);
        const part = createPart('a', format);
        for (const chunk of cutAt(bytes, cuts)) part.append(chunk);
        expect(part.frames()).toEqual({ ready: bytes.length, final: false });
        expect(part.end()).toBe(null);
        expect(part.sampleRate).toBe(8000);
        expect(await part.read(0, bytes.length, idle)).toEqual(g711(bytes, encoding));
      }),
    );
  });

  it('reach the heights of the standard: 32124 and 32256 of 32768', () => {
    expect(Math.max(...g711(every, 7)) * 32768).toBe(32124);
    expect(Math.max(...g711(every, 6)) * 32768).toBe(32256);
  });
});

describe('WAV', () => {
  const samples = Float32Array.from({ length: 240 }, (_, i) => Math.sin(i / 5) * 0.9);
  const form = fc.constantFrom([1, 8], [1, 16], [1, 24], [1, 32], [3, 32], [3, 64]);
  const others = fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 3 });

  it('is read by its header, whatever its form, cut anywhere, in the middle of the header too', async () => {
    const size = fc.constantFrom<WavShape['size']>('true', 'zero', 'most');
    await fc.assert(
      fc.asyncProperty(
        form,
        fc.constantFrom(1, 2, 3),
        fc.constantFrom(8000, 22050, 96000),
        size,
        fc.boolean(),
        others,
        fractions,
        async ([encoding = 1, bits = 16], channels, sampleRate, said, extensible, before, cuts) => {
          const after = said === 'true' ? before : [];
          const body = writeSamples(samples, encoding, bits);
          const shape = { encoding, bits, channels, sampleRate, size: said, extensible, before, after };
          const part = createPart('a', 'wav_44100');
          for (const chunk of cutAt(wav(body, shape), [...cuts, ...cuts.map((cut) => cut / 10)])) part.append(chunk);
          expect(part.end()).toBe(null);
          const ready = samples.length / channels;
          expect({ ...part.frames(), rate: part.sampleRate }).toEqual({ ready, final: true, rate: sampleRate });
          const step = bits === 8 ? 1 / 64 : bits === 16 ? 1 / 16000 : 1e-6;
          for (const [i, sample] of (await part.read(0, ready, idle)).entries()) {
            const mean =
              samples.subarray(i * channels, (i + 1) * channels).reduce((sum, one) => sum + one, 0) / channels;
            expect(Math.abs(sample - mean)).toBeLessThan(step);
          }
        },
      ),
    );
  });

  it('says which encoding it cannot play', () => {
    const part = createPart('a', 'wav_44100');
    part.append(wav(new Uint8Array(100), { encoding: 2, bits: 4 }));
    expect(part.end()?.message).toMatch(/WAV was expected, but .* encoding 2 with 4 bits/);
  });

  it.each([
    ['a header and nothing behind it', wav(new Uint8Array())],
    ['half a header', wav(new Uint8Array(8)).subarray(0, 30)],
    ['samples before their form', join(text('RIFF\0\0\0\0WAVEdata\x08\0\0\0'), new Uint8Array(8))],
    ['another file', text('<!doctype html><title>502 Bad gateway</title>')],
    ['nothing', new Uint8Array()],
  ])('without sound is an error that says so: %s', (_, bytes) => {
    const part = createPart('a', 'wav_44100');
    for (const byte of bytes) part.append(Uint8Array.of(byte));
    expect(part.end()).toBeInstanceOf(AudioError);
    expect(part.frames()).toEqual({ ready: 0, final: true });
  });
});

/** Packets that only their first byte tells from noise: 20 ms, 10 ms or two of 2.5 ms. */
const packet = fc
  .tuple(
    fc.constantFrom([0x78, 960], [0x08, 960], [0xf0, 480], [0xe1, 240]),
    fc.integer({ min: 1, max: 700 }),
    fc.nat(255),
  )
  .map(([[toc = 0, samples = 0], length, fill]): Packet => {
    const bytes = new Uint8Array(length).fill(fill);
    bytes[0] = toc;
    return { bytes, samples };
  });
const packets = fc.array(packet, { minLength: 1, maxLength: 40 });
const shape = fc.record({
  preSkip: fc.integer({ min: 0, max: 700 }),
  base: fc.constantFrom(0, 0, 480_000),
  padding: fc.constantFrom(0, 0, 100),
  perPage: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
  closed: fc.boolean(),
});

/** The packets that an index finds, as their bytes and first samples. */
function indexed(chunks: readonly Uint8Array[]) {
  const bytes = join(...chunks);
  const index = createOpusIndex();
  for (const chunk of chunks) index.push(chunk);
  const found = Array.from({ length: index.count }, (_, i) =>
    join(...index.ranges(i).map(({ offset, length }) => bytes.subarray(offset, offset + length))),
  );
  const starts = found.map((_, i) => index.start(i));
  return { found, starts, total: index.total, padding: index.padding, preSkip: index.preSkip };
}

/** The first sample of each packet. */
const startsOf = (some: readonly Packet[]) =>
  some.map((_, i) => some.slice(0, i).reduce((sum, { samples }) => sum + samples, 0));

describe('the packets of Ogg Opus', () => {
  it('are found by any chunking, on pages of any number of packets and across pages', () => {
    fc.assert(
      fc.property(packets, shape, fractions, (some, how: OggShape, cuts) => {
        const found = indexed(cutAt(oggOpus(some, how), cuts));
        expect(found.found.map(String)).toEqual(some.map(({ bytes }) => String(bytes)));
        expect(found.starts).toEqual(startsOf(some));
        expect(found.preSkip).toBe(how.preSkip);
      }),
    );
  });

  it('are found a byte at a time, and behind bytes that are no page', () => {
    const some: Packet[] = Array.from({ length: 12 }, (_, i) => ({
      bytes: Uint8Array.of(0x78, i, 79, 103),
      samples: 960,
    }));
    const bytes = join(text('OggS? OggOggS\0'), oggOpus(some));
    expect(indexed(Array.from(bytes, (byte) => Uint8Array.of(byte))).starts).toEqual(startsOf(some));
  });

  it('end where the last page says, and begin behind the pre-skip', () => {
    const some: Packet[] = Array.from({ length: 10 }, () => ({ bytes: Uint8Array.of(0x78, 1), samples: 960 }));
    const part = createPart('a', 'opus_48000_64');
    part.append(oggOpus(some, { preSkip: 312, padding: 500 }));
    expect(part.frames().ready).toBe(9600 - 312 - 500);
    expect(part.sampleRate).toBe(48000);
  });

  it('keep their places where a page between them was lost or damaged', () => {
    const some: Packet[] = Array.from({ length: 40 }, (_, i) => ({
      bytes: Uint8Array.of(0x78, i, 0, i),
      samples: 960,
    }));
    const whole = oggOpus(some, { perPage: [4] });
    const index = createOpusIndex();
    index.push(whole);
    const inside = index.ranges(18)[0]?.offset ?? 0;
    const damaged = whole.slice();
    damaged.fill(0xff, inside, inside + 2);
    const { starts, total } = indexed([damaged]);
    expect(starts).toEqual(startsOf(some).filter((_, i) => i < 16 || i >= 20));
    expect(total).toBe(38_400);
  });

  it('are those of the one stream that is Opus', () => {
    const some: Packet[] = Array.from({ length: 6 }, () => ({ bytes: Uint8Array.of(0x78, 1), samples: 960 }));
    const [head = new Uint8Array(), ...rest] = opusHeaders(0, 5);
    const other = oggPage([text('\x01vorbis')], { granule: 0, number: 0, flags: 2, serial: 9 });
    const sound = some.map(({ bytes }, i) => oggPage([bytes], { granule: 960 * (i + 1), number: i + 2, serial: 5 }));
    const noise = oggPage([text('not ours')], { granule: 99, number: 1, serial: 9 });
    expect(indexed([other, head, noise, ...rest, ...sound.flatMap((page) => [page, noise])]).total).toBe(5760);
  });

  it('come back from a slice that was written of them, all to be heard', () => {
    fc.assert(
      fc.property(packets, (some) => {
        const written = indexed([writeOggOpus(opusHeaders()[0]?.subarray(28) ?? new Uint8Array(), some)]);
        expect(written.found.map(String)).toEqual(some.map(({ bytes }) => String(bytes)));
        expect(written).toMatchObject({ preSkip: 0, padding: 0, starts: startsOf(some) });
      }),
    );
  });

  it('are done with in time that grows with the bytes, whatever these pretend', () => {
    // Each seventh byte opens a page that claims to be long and is none.
    const hostile = Uint8Array.from({ length: 1_000_000 }, (_, i) => [79, 103, 103, 83, 0, 255, 255][i % 7] ?? 0);
    const chunks = Array.from({ length: hostile.length / 100 }, (_, i) => hostile.subarray(i * 100, i * 100 + 100));
    expect(indexed([...opusHeaders(), ...chunks]).found).toEqual([]);
  });

  it('are none in bytes of any kind, which end all the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fractions, (bytes, cuts) => {
        const part = createPart('a', 'opus_48000_64');
        for (const chunk of cutAt(new Uint8Array(bytes), cuts)) part.append(chunk);
        expect(part.end()).toBeInstanceOf(AudioError);
      }),
    );
  });
});

describe('sound of which nothing was declared', () => {
  const mp3 = join(...Array.from({ length: 12 }, () => frame()));
  const opus = oggOpus([{ bytes: Uint8Array.of(0x78, 1), samples: 960 }]);
  it.each([
    ['WAV', wav(new Uint8Array(400), { sampleRate: 16000 }), { ready: 200, rate: 16000 }],
    ['MP3', mp3, { ready: 12 * 1152 - 1105, rate: 44100 }],
    ['MP3 behind a tag', join(text('ID3\x04\0\0\0\0\0\x05hello'), mp3), { ready: 12 * 1152 - 1105, rate: 44100 }],
    ['Ogg Opus', opus, { ready: 648, rate: 48000 }],
  ])('is known by its bytes, in whatever pieces they come: %s', (_, bytes, { ready, rate }) => {
    for (const size of [1, 3, 11, 1000]) {
      const part = createPart('a', UNDECLARED);
      for (let at = 0; at < bytes.length; at += size) part.append(bytes.slice(at, at + size));
      expect(part.end()).toBe(null);
      expect({ ...part.frames(), rate: part.sampleRate }).toEqual({ ready, final: true, rate });
    }
  });

  it.each([
    ['samples without a header', Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 251), /outputFormat/],
    ['a page of HTML', text('<!doctype html>'), /HTML/],
    ['FLAC', text('fLaC\0\0\0\x22, and more'), /FLAC/],
    [
      'Ogg without Opus',
      join(oggPage([text('\x01vorbis')], { granule: 0, number: 0, flags: 2 })),
      /no Opus .*Ogg without Opus/,
    ],
    ['three bytes', Uint8Array.of(1, 2, 3), /3 bytes/],
    ['nothing', new Uint8Array(), /none came/],
  ])('that is none is an error that says what came: %s', (_, bytes, message) => {
    const part = createPart('a', UNDECLARED);
    part.append(bytes);
    expect(part.end()?.message).toMatch(message);
    expect(part.frames()).toEqual({ ready: 0, final: true });
  });
});

describe('another file than was declared', () => {
  const files = {
    'a WAV file': wav(new Uint8Array(4000)),
    'Ogg Opus': oggOpus(Array.from({ length: 9 }, () => ({ bytes: Uint8Array.of(0x78, 1), samples: 960 }))),
    MP3: join(text('ID3\x04\0\0\0\0\0\x05hello'), ...Array.from({ length: 12 }, () => frame())),
    FLAC: text('fLaC\0\0\0\x22 and so on'),
  };
  const declared = {
    pcm_16000: 'PCM',
    ulaw_8000: 'Mu-law',
    wav_16000: 'WAV',
    opus_48000_64: 'Ogg Opus',
    mp3_44100_128: 'MP3',
  };
  const pairs = Object.entries(declared).flatMap(([format, expected]) =>
    Object.entries(files)
      .filter(([found]) => !found.includes(expected))
      .map(([found, bytes]) => [format, expected, found, bytes] as const),
  );

  it.each(pairs)('is no noise but an error that names both: %s (%s) that is %s', (format, expected, found, bytes) => {
    for (const size of [1, 7, 10_000]) {
      const part = createPart('a', format);
      for (let at = 0; at < bytes.length; at += size) {
        part.append(bytes.slice(at, at + size));
        expect(part.frames().ready).toBe(0);
      }
      expect(part.end()?.message).toMatch(new RegExp(`^${expected} was expected.*look like ${found}`));
      expect(part.frames()).toEqual({ ready: 0, final: true });
    }
  });

  it('is not seen in sound that only begins a little like one', () => {
    const part = createPart('a', 'pcm_16000');
    part.append(text('RIFF'));
    expect(part.end()).toBe(null);
    expect(part.frames()).toEqual({ ready: 2, final: true });
    const longer = createPart('a', 'ulaw_8000');
    longer.append(text('Oggs of sound'));
    expect(longer.frames().ready).toBe(13);
  });
});
