import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMp3Index } from '../../src/audio/mp3-index.js';
import { cutAt, type FrameShape, frame, id3v1, id3v2, infoFrame, join } from './mp3-bytes.js';

/** Offset and length of each frame that the index found, by some cuts of the bytes. */
function framesOf(chunks: readonly Uint8Array[]) {
  const index = createMp3Index();
  for (const chunk of chunks) index.push(chunk);
  index.end();
  const all = Array.from({ length: index.count }, (_, i) => i);
  const frames = all.filter((i) => !index.isLost(i)).map((i) => [index.offset(i), index.length(i)] as const);
  const lost = all.filter(index.isLost);
  return { frames, lost, padding: index.padding, header: index.header };
}

/** Pieces of a stream, and where those that sound lie. */
function laid(pieces: readonly { bytes: Uint8Array; sounds: boolean }[]) {
  let at = 0;
  const frames: [number, number][] = [];
  for (const { bytes, sounds } of pieces) {
    if (sounds) frames.push([at, bytes.length]);
    at += bytes.length;
  }
  return { bytes: join(...pieces.map(({ bytes }) => bytes)), frames };
}

const sound = (shape: FrameShape = {}) => ({ bytes: frame(shape), sounds: true });
const between = (bytes: Uint8Array) => ({ bytes, sounds: false });

const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
const vbrFrame = fc
  .record({
    bitrate: fc.integer({ min: 1, max: 14 }),
    padded: fc.boolean(),
    fill: fc.constantFrom(0, 0x55, 0xff),
    mono: fc.boolean(),
  })
  .map((shape) => sound(shape));
// No 0xff, so that it cannot open a frame by chance, and no tag.
const garbage = fc.uint8Array({ max: 0x3f, maxLength: 700 }).map(between);
const tag = fc
  .tuple(fc.integer({ min: 0, max: 2000 }), fc.constantFrom(0, 0x41, 0xff), fc.boolean())
  .map((of) => between(id3v2(...of)));

describe('an MP3 that arrives in pieces', () => {
  it('has the same frames by any chunking, whatever lies between them', () => {
    const run = fc.array(vbrFrame, { minLength: 3, maxLength: 8 });
    const stretch = fc.tuple(fc.oneof(garbage, tag), run).map(([first, frames]) => [first, ...frames]);
    const stream = fc.array(stretch, { minLength: 1, maxLength: 4 }).map((stretches) => laid(stretches.flat()));
    fc.assert(
      fc.property(stream, fractions, ({ bytes, frames }, cuts) => {
        expect(framesOf(cutAt(bytes, cuts)).frames).toEqual(frames);
      }),
      { numRuns: 300 },
    );
  });

  it('has the same frames a byte at a time', () => {
    const { bytes, frames } = laid([
      between(id3v2(33)),
      sound(),
      between(id3v2(5)),
      sound(),
      sound(),
      sound({ padded: true }),
      between(id3v1()),
    ]);
    expect(framesOf(Array.from(bytes, (byte) => Uint8Array.of(byte))).frames).toEqual(frames);
  });

  it('finds the same in bytes of any kind by any chunking', () => {
    // Made of what headers and tags are made of, and of frames of 26 bytes, so that false starts abound.
    const scraps = fc
      .array(fc.constantFrom(0xff, 0xf3, 0x10, 0, 0xc4, 0x49, 0x44, 0x33), { maxLength: 40 })
      .map((some) => Uint8Array.from(some));
    const small = fc.constantFrom(0, 0xff, 0xf3).map((fill) => frame({ version: 'mpeg2', bitrate: 1, fill }));
    const tiny = fc.integer({ min: 0, max: 40 }).map((size) => id3v2(size, 0xff));
    const bytes = fc.array(fc.oneof(scraps, small, small, tiny), { maxLength: 30 }).map((pieces) => join(...pieces));
    fc.assert(
      fc.property(bytes, fractions, (all, cuts) => {
        const whole = framesOf([all]);
        expect(framesOf(cutAt(all, cuts))).toEqual(whole);
        let end = 0;
        for (const [offset, length] of whole.frames) {
          expect(offset).toBeGreaterThanOrEqual(end);
          end = offset + length;
        }
        expect(end).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is no sound', () => {
  it('leaves out ID3v2 in front and in mid-stream, a footer included, and ID3v1 at the end', () => {
    const { bytes, frames } = laid([
      between(id3v2(1234)),
      sound(),
      sound(),
      between(id3v2(300, 0xff, true)),
      sound(),
      sound(),
      between(id3v1()),
    ]);
    expect(framesOf([bytes]).frames).toEqual(frames);
  });

  it('goes on behind a tag that comes right after the first frame, wherever the bytes are cut', () => {
    const { bytes, frames } = laid([sound(), between(id3v2(20)), sound(), sound()]);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(framesOf([bytes.subarray(0, cut), bytes.subarray(cut)]).frames).toEqual(frames);
    }
  });

  it('does not take three letters of garbage for a tag', () => {
    const letters = Uint8Array.of(0x49, 0x44, 0x33, 0xff, 0, 0, 0x90, 0x90, 0x90, 0x90);
    const { bytes, frames } = laid([between(letters), sound(), sound(), sound()]);
    expect(framesOf([bytes]).frames).toEqual(frames);
  });

  it('drops a last frame that was cut off', () => {
    const { bytes, frames } = laid([sound(), sound(), sound()]);
    expect(framesOf([bytes.subarray(0, -1)]).frames).toEqual(frames.slice(0, 2));
  });

  it('takes a last frame that nothing follows', () => {
    const { bytes, frames } = laid([sound(), sound(), sound()]);
    expect(framesOf([bytes]).frames).toEqual(frames);
  });

  it('takes an MP3 of a single frame', () => {
    expect(framesOf([frame()]).frames).toEqual([[0, 417]]);
    expect(framesOf([join(id3v2(40), frame())]).frames).toEqual([[50, 417]]);
  });

  it('does not take a lone look-alike behind garbage for the last frame', () => {
    expect(framesOf([join(new Uint8Array(7).fill(1), frame())]).frames).toEqual([]);
    const { bytes, frames } = laid([sound(), sound(), between(join(new Uint8Array(7).fill(1), frame()))]);
    expect(framesOf([bytes]).frames).toEqual(frames);
  });
});

describe('the form of the frames', () => {
  it.each([
    ['mpeg1', 0, 44100, 1152],
    ['mpeg1', 1, 48000, 1152],
    ['mpeg1', 2, 32000, 1152],
    ['mpeg2', 0, 22050, 576],
    ['mpeg2', 1, 24000, 576],
    ['mpeg2', 2, 16000, 576],
    ['mpeg2.5', 0, 11025, 576],
    ['mpeg2.5', 2, 8000, 576],
  ] as const)('reads %s with rate %i as %i Hz, %i samples a frame', (version, rate, sampleRate, samples) => {
    const { bytes, frames } = laid([3, 5, 1, 14].map((bitrate) => sound({ version, rate, bitrate })));
    const found = framesOf([bytes]);
    expect(found.frames).toEqual(frames);
    expect(found.header).toMatchObject({ sampleRate, samples });
  });
});

describe('what an encoder says of its delay', () => {
  const cases = [
    { shape: {} },
    { shape: { mono: false } },
    { shape: { version: 'mpeg2', bitrate: 14 } },
    { shape: { version: 'mpeg2', bitrate: 14, mono: false } },
  ] satisfies { shape: FrameShape }[];
  it.each(cases)('reads delay and padding of an Info frame and leaves it out: $shape', ({ shape }) => {
    for (const [name, before, after] of [
      ['Info', 576, 1400],
      ['Xing', 1105, 0],
      ['Info', 4095, 4095],
    ] as const) {
      const { bytes, frames } = laid([between(infoFrame(name, before, after, shape)), sound(shape), sound(shape)]);
      const found = framesOf([bytes]);
      expect(found.frames).toEqual(frames);
      expect(found.padding).toEqual({ before, after });
    }
  });

  it('takes the usual delay where a Xing frame names no encoder, and where there is no such frame', () => {
    const bare = infoFrame('Xing', 0, 0, {}, '');
    expect(framesOf([join(bare, frame(), frame())])).toMatchObject({
      padding: { before: 576, after: 0 },
      frames: [
        [417, 417],
        [834, 417],
      ],
    });
    expect(framesOf([join(frame(), frame())]).padding).toEqual({ before: 576, after: 0 });
  });

  it('leaves out an Info frame in mid-stream, where one file was hung on another', () => {
    const { bytes, frames } = laid([
      between(infoFrame('Info', 576, 700)),
      sound(),
      sound(),
      between(infoFrame('Info', 1105, 9)),
      sound(),
      sound(),
    ]);
    const found = framesOf([bytes]);
    expect(found.frames).toEqual(frames);
    expect(found.padding).toEqual({ before: 576, after: 700 });
  });
});

describe('what is no MP3', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  it.each([
    ['nothing', new Uint8Array()],
    ['HTML', text(`<!doctype html>${'<p>Bad gateway</p>'.repeat(300)}`)],
    ['JSON', text(`{"detail":"${'ID3 of no use '.repeat(300)}"}`)],
    ['half a header', Uint8Array.of(0xff, 0xfb)],
    ['only the start of a frame', frame().subarray(0, 400)],
    ['a tag whose end never comes', id3v2(1 << 20).subarray(0, 5000)],
    ['one byte over and over', new Uint8Array(100_000).fill(0xff)],
  ])('holds no frame: %s', (_, bytes) => {
    expect(framesOf([bytes]).frames).toEqual([]);
  });

  it('holds no frame in random bytes, in any of 2000 tries', () => {
    // Not shrunk and not biased towards 0xff: noise as it is.
    let state = 1;
    for (let run = 0; run < 2000; run++) {
      const bytes = Uint8Array.from({ length: 8192 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      });
      expect(framesOf([bytes]).frames).toEqual([]);
    }
  });

  it('holds no frame in minutes of noise sent as PCM', () => {
    let state = 7;
    const bytes = Uint8Array.from({ length: 12_000_000 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
    expect(framesOf([bytes]).frames).toEqual([]);
  });

  it('is done with in time that grows with the bytes, however they are cut', () => {
    // A header at every fifth byte, none confirmed by a second: each waits for a kilobyte. Quadratic work would take hours.
    const hostile = Uint8Array.from({ length: 2_000_000 }, (_, i) => [0xff, 0xfb, 0xe0, 0, 0][i % 5] ?? 0);
    const chunks = Array.from({ length: hostile.length / 16 }, (_, i) => hostile.subarray(i * 16, i * 16 + 16));
    expect(framesOf(chunks).frames).toEqual([]);
  });
});

describe('frames that were lost on the way', () => {
  const sounds = Array.from({ length: 20 }, (_, i) => frame({ padded: i % 3 === 0 }));

  it('are counted, so that what follows keeps its time, by any chunking', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 3 }), fractions, (from, count, cuts) => {
        const damaged = join(...sounds.map((one, i) => (i >= from && i < from + count ? one.map(() => 0) : one)));
        const { lost, frames } = framesOf(cutAt(damaged, cuts));
        expect(lost).toEqual(Array.from({ length: count }, (_, i) => from + i));
        expect(frames.length + lost.length).toBe(sounds.length);
      }),
    );
  });

  it('are so too where only their header was damaged, or lies of their length', () => {
    const bytes = join(...sounds);
    const at = sounds.slice(0, 7).reduce((sum, { length }) => sum + length, 0);
    for (const [change, lost] of [
      [[0, 0, 0, 0], [7]],
      [[0xff, 0xfb, 0xb0, 0xc4], [8]],
      [[0xff, 0xfb, 0x50, 0xc4], []],
    ]) {
      const damaged = bytes.slice();
      damaged.set(change ?? [], at);
      const found = framesOf([damaged]);
      expect([found.lost, found.frames.length + found.lost.length]).toEqual([lost, sounds.length]);
    }
  });

  it('are none where something else lies between: tags, and bytes that no frames can be', () => {
    const [first, second] = [sounds.slice(0, 10), sounds.slice(10)];
    for (const between of [id3v2(4000), id3v1(), new Uint8Array(200), new Uint8Array(1000)])
      expect(framesOf([join(...first, between, ...second)]).lost).toEqual([]);
  });
});
