import { describe, expect, test } from 'vitest';
import { ask, instantTones, joinAlignments, joinAudio, parseLines } from './ask.js';

const TEXT = 'Sound in every format. It ends when its last character does, whatever the bytes are!';

async function speak(format: string) {
  const response = await instantTones()(ask({ text: TEXT }, { query: `?output_format=${format}` }));
  expect(response.status).toBe(200);
  const chunks = parseLines(await response.text());
  return { bytes: joinAudio(chunks), chunks, end: joinAlignments(chunks).character_end_times_seconds.at(-1) ?? 0 };
}

const MPEG1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** Walks the frames of an MP3 by their headers. Throws where one does not follow the other. */
function mp3Frames(bytes: Uint8Array): { offset: number; bitrate: number; sampleRate: number; samples: number }[] {
  const frames: { offset: number; bitrate: number; sampleRate: number; samples: number }[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(offset, offset + 3);
    if (first !== 0xff || (second & 0xe6) !== 0xe2) throw new Error(`no frame at ${offset}`);
    const one = (second & 0x18) === 0x18;
    const bitrate = (one ? MPEG1 : MPEG2)[third >> 4] ?? 0;
    const sampleRate = ([44100, 48000, 32000][(third >> 2) & 3] ?? 0) / (one ? 1 : 2);
    frames.push({ offset, bitrate, sampleRate, samples: one ? 1152 : 576 });
    offset += Math.floor(((one ? 144 : 72) * bitrate * 1000) / sampleRate) + ((third >> 1) & 1);
  }
  return frames;
}

describe('sound', () => {
  test.each([
    ['pcm_8000', 16000],
    ['pcm_16000', 32000],
    ['pcm_22050', 44100],
    ['pcm_24000', 48000],
    ['pcm_44100', 88200],
    ['pcm_48000', 96000],
    ['ulaw_8000', 8000],
    ['alaw_8000', 8000],
  ])('%s ends within half a millisecond of the last character', async (format, bytesPerSecond) => {
    const { bytes, end } = await speak(format);
    expect(Math.abs(bytes.length / bytesPerSecond - end)).toBeLessThanOrEqual(0.0005);
  });

  test.each([
    ['mp3_44100_32', 44100, 32],
    ['mp3_44100_64', 44100, 64],
    ['mp3_44100_96', 44100, 96],
    ['mp3_44100_128', 44100, 128],
    ['mp3_44100_192', 44100, 192],
    ['mp3_22050_32', 22050, 32],
  ])(
    '%s is whole frames of that rate without an Info frame, longer than its text by the delay and the padding',
    async (format, sampleRate, bitrate) => {
      const { bytes, end } = await speak(format);
      const frames = mp3Frames(bytes);
      expect(frames.every((frame) => frame.sampleRate === sampleRate && frame.bitrate === bitrate)).toBe(true);
      expect(Buffer.from(bytes.subarray(0, 400)).toString('latin1')).not.toMatch(/Info|Xing/);
      const extra = frames.reduce((sum, frame) => sum + frame.samples, 0) - end * sampleRate;
      expect(extra).toBeGreaterThan(1105);
      expect(extra).toBeLessThan(1105 + 2 * 1152);
    },
  );

  test('is cut inside MP3 frames and inside 16-bit samples', async () => {
    const mp3 = await speak('mp3_44100_128');
    const starts = new Set(mp3Frames(mp3.bytes).map((frame) => frame.offset));
    let offset = 0;
    const cuts = mp3.chunks.slice(0, -1).map((chunk) => (offset += joinAudio([chunk]).length));
    expect(cuts.length).toBeGreaterThan(5);
    expect(cuts.filter((cut) => starts.has(cut)).length).toBeLessThan(cuts.length / 4);
    const pcm = await speak('pcm_44100');
    expect(joinAudio(pcm.chunks.slice(0, 1)).length % 2).toBe(1);
  });

  test('is the same from all four endpoints', async () => {
    const fetch = instantTones();
    const plain = new Uint8Array(await (await fetch(ask({ text: TEXT }, { tail: '' }))).arrayBuffer());
    const stream = new Uint8Array(await (await fetch(ask({ text: TEXT }, { tail: '/stream' }))).arrayBuffer());
    const timed = parseLines(await (await fetch(ask({ text: TEXT }, { tail: '/with-timestamps' }))).text());
    const lines = parseLines(await (await fetch(ask({ text: TEXT }))).text());
    expect(timed).toHaveLength(1);
    expect(Object.keys(timed[0] ?? {})).toEqual(['audio_base64', 'alignment', 'normalized_alignment']);
    const same = [stream, joinAudio(timed), joinAudio(lines)].map((bytes) => Buffer.compare(bytes, plain));
    expect(same).toEqual([0, 0, 0]);
    expect(joinAlignments(timed)).toEqual(joinAlignments(lines));
  });

  test.each([
    ['mp3_44100_128', 'audio/mpeg'],
    ['pcm_16000', 'audio/pcm'],
    ['ulaw_8000', 'audio/basic'],
  ])('%s is sent as %s', async (format, type) => {
    const response = await instantTones()(ask({ text: TEXT }, { tail: '/stream', query: `?output_format=${format}` }));
    expect(response.headers.get('content-type')).toBe(type);
    await response.body?.cancel();
  });

  test('has mu-law and A-law silence where there is none to hear', async () => {
    expect((await speak('ulaw_8000')).bytes[0]).toBe(0xff);
    expect((await speak('alaw_8000')).bytes[0]).toBe(0xd5);
  });

  test('in mu-law and A-law is that of PCM, as exact as 8 bits can be', async () => {
    const pcm = new Int16Array((await speak('pcm_8000')).bytes.slice().buffer);
    const expand = { ulaw_8000: muLawSample, alaw_8000: aLawSample };
    for (const format of ['ulaw_8000', 'alaw_8000'] as const) {
      const { bytes } = await speak(format);
      for (const [i, byte] of bytes.entries()) {
        const sample = pcm[i] ?? 0;
        expect(Math.abs(expand[format](byte) - sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 28));
      }
    }
  });
});

/** ITU-T G.711, the way back. */
function muLawSample(byte: number): number {
  const bits = ~byte & 0xff;
  const height = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return bits & 0x80 ? -height : height;
}

function aLawSample(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = (bits & 0x0f) << 4;
  const height = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return bits & 0x80 ? height : -height;
}
