import { AudioError, createSpeech } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { type Decode, decodeInBrowser } from '../../src/audio/decode.js';
import { UNDECLARED } from '../../src/audio/playable-format.js';
import { OUTPUT_FORMATS } from '../../src/wire/output-format.js';
import { g711 } from './g711.js';
import { difference, encodeMp3, referenceOf, voiceLike } from './lame.js';
import { cutAt } from './mp3-bytes.js';
import { type OggShape, oggOpus, type Packet } from './ogg-bytes.js';
import { encodeOpus, type OpusShape } from './opus.js';
import { seeded } from './programs.js';
import { wav, writeSamples } from './wav-bytes.js';

const idle = new AbortController().signal;

interface Sound {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What is to be heard, as the browser decodes the whole at once. */
  readonly reference: Float32Array<ArrayBuffer>;
}

/** What the browser makes of a file, which knows its own beginning and end. */
async function decoded(bytes: Uint8Array<ArrayBuffer>, sampleRate: number): Promise<Float32Array<ArrayBuffer>> {
  return (await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes.slice().buffer)).getChannelData(0);
}

async function opus(seconds: number, shape: OpusShape = {}, ogg: OggShape = {}): Promise<Sound> {
  const samples = new Float32Array(voiceLike(seconds, 48000));
  const { packets, preSkip } = await encodeOpus(samples, shape);
  const padding = packets.reduce((sum, packet) => sum + packet.samples, 0) - preSkip - samples.length;
  const bytes = oggOpus(packets, { preSkip, padding, perPage: [3, 1, 10], ...ogg });
  return { bytes, reference: await decoded(bytes, 48000) };
}

/** Something to hear in an output format, and how it must sound. */
async function make(format: string): Promise<Sound> {
  const [codec = '', rate = '0', bitrate = '0'] = format.split('_');
  const sampleRate = Number(rate);
  const voice = voiceLike(2.6, sampleRate);
  if (codec === 'mp3') {
    const bytes = await encodeMp3(voice, sampleRate === 22050 ? 22050 : 44100, toBitrate(bitrate));
    return { bytes, reference: await referenceOf(bytes, sampleRate) };
  }
  if (codec === 'opus') return opus(2.6, { bitrate: Number(bitrate) });
  const encoding = { ulaw: 7, alaw: 6 }[codec] ?? 1;
  // Every byte is a sample of mu-law and of A-law.
  const body =
    encoding === 1 ? writeSamples(voice, 1, 16) : Uint8Array.from(voice, (sample, i) => (sample * 300 + i * 7) & 255);
  const file = wav(body, { sampleRate, encoding, bits: encoding === 1 ? 16 : 8 });
  const reference =
    encoding === 1 ? Float32Array.from(new Int16Array(body.buffer), (v) => v / 32768) : g711(body, encoding);
  // The browser stretches positive samples by 32768 / 32767.
  expect(difference(reference, await decoded(file, sampleRate))).toBeLessThan(1 / 32767);
  return { bytes: codec === 'wav' ? file : body, reference };
}

const toBitrate = (kilobits: string) =>
  ([32, 64, 96, 128, 192] as const).find((known) => known === Number(kilobits)) ?? 128;

describe('every documented output format, and WAV', () => {
  it.each([...OUTPUT_FORMATS, 'wav_22050', 'wav_44100'])(
    '%s sounds as if it were decoded at once, by 100 random chunkings, while it grows and when it is whole',
    async (format) => {
      const { bytes, reference } = await make(format);
      expect(reference.length).toBeGreaterThan(8000);
      let most = 0;
      for (let run = 0; run < 100; run++) {
        const random = seeded(run + 1);
        const part = createPart('a', run % 2 && !/^(pcm|ulaw|alaw)/.test(format) ? UNDECLARED : format);
        const chunks = cutAt(bytes, Array.from({ length: 1 + Math.floor(random() * 30) }, random));
        const stop = Math.floor(random() * chunks.length);
        for (const [i, chunk] of chunks.entries()) {
          part.append(chunk);
          const { ready } = part.frames();
          expect(ready).toBeLessThanOrEqual(reference.length);
          if (i !== stop) continue;
          const from = Math.floor(random() * ready);
          most = Math.max(most, difference(await part.read(from, ready - from, idle), reference.subarray(from, ready)));
        }
        expect(part.end()).toBe(null);
        expect(part.frames()).toEqual({ ready: reference.length, final: true });
        expect(part.sampleRate).toBe(Number(format.split('_')[1]));
        most = Math.max(most, difference(await part.read(0, reference.length, idle), reference));
      }
      console.info(`${format}: greatest difference ${most} over 100 chunkings`);
      expect(most).toBeLessThan(/^(mp3|opus)/.test(format) ? 1e-6 : 1e-30);
    },
    60_000,
  );
});

describe('Ogg Opus', () => {
  it.each<[string, OpusShape, OggShape]>([
    ['packets of 10 ms', { frameDuration: 10_000 }, {}],
    ['packets of 60 ms', { frameDuration: 60_000 }, {}],
    ['the voice coder', { bitrate: 16, application: 'voip' }, {}],
    ['pages of a second', {}, { perPage: [50] }],
    ['packets that lie on two pages', { bitrate: 192 }, { perPage: [0, 0, 4, 0, 7] }],
    ['a stream that was joined late', {}, { base: 480_000 }],
  ])('is exact wherever it is read: %s', async (_, shape, ogg) => {
    const { bytes, reference } = await opus(6, shape, ogg);
    const random = seeded(3);
    let most = 0;
    for (let i = 0; i < 12; i++) {
      const part = createPart('a', 'opus_48000_64');
      part.append(bytes);
      part.end();
      expect(part.frames().ready).toBe(ogg.base ? 6 * 48000 : reference.length);
      const from = Math.floor(random() * (reference.length - 30_000));
      most = Math.max(most, difference(await part.read(from, 30_000, idle), reference.subarray(from, from + 30_000)));
    }
    expect(most).toBeLessThan(1e-6);
  });

  it('is exact in sound that never pauses, where a decoder forgets slowest', async () => {
    const steady = Float32Array.from({ length: 5 * 48000 }, (_, i) => Math.sin(i / 40) / 3 + Math.sin(i / 7) / 5);
    const { packets, preSkip } = await encodeOpus(steady);
    const bytes = oggOpus(packets, { preSkip });
    const reference = await decoded(bytes, 48000);
    const part = createPart('a', 'opus_48000_64');
    part.append(bytes);
    part.end();
    for (const from of [150_000, 60_000, 200_000, 100]) {
      const read = await part.read(from, 20_000, idle);
      expect(difference(read, reference.subarray(from, from + 20_000))).toBeLessThan(1e-6);
    }
  });

  it('begins and ends where the sound did that was encoded', async () => {
    const { bytes, reference } = await opus(2.3);
    const part = createPart('a', 'opus_48000_64');
    part.append(bytes);
    expect(part.frames()).toEqual({ ready: Math.round(2.3 * 48000), final: false });
    expect(reference.length).toBe(Math.round(2.3 * 48000));
  });

  it.each([0.003, 0.02, 0.05])('plays %s s to its end', async (seconds) => {
    const { bytes, reference } = await opus(seconds);
    const part = createPart('a', 'opus_48000_64');
    part.append(bytes);
    expect(part.end()).toBe(null);
    expect(part.frames().ready).toBe(reference.length);
    expect(difference(await part.read(0, reference.length, idle), reference)).toBeLessThan(1e-6);
  });

  it('decodes no window twice, whoever reads it', async () => {
    const { bytes, reference } = await opus(4);
    let calls = 0;
    const counted: Decode = (slice, sampleRate) => {
      calls++;
      return decodeInBrowser(slice, sampleRate);
    };
    const part = createPart('a', 'opus_48000_64', counted);
    part.append(bytes);
    part.end();
    await Promise.all([part.read(0, reference.length, idle), part.read(500, 100_000, idle)]);
    await part.read(48_000, 90_000, idle);
    expect(calls).toBe(5);
  });

  it.each([20_000, 20_100, 20_200, 20_400, 20_700])(
    'plays what comes before and after 300 bytes damaged at %i, in its place',
    async (place) => {
      const { bytes, reference } = await opus(5, {}, { perPage: [5] });
      const damaged = bytes.slice();
      damaged.fill(0xaa, place, place + 300);
      const part = createPart('a', 'opus_48000_64');
      part.append(damaged);
      expect(part.end()).toBe(null);
      const { ready } = part.frames();
      expect(ready).toBe(reference.length);
      const sound = await part.read(0, ready, idle);
      expect(difference(sound.subarray(0, 90_000), reference.subarray(0, 90_000))).toBeLessThan(1e-6);
      const tail = (samples: Float32Array) => samples.subarray(samples.length - 48_000);
      expect(difference(tail(sound), tail(reference))).toBeLessThan(1e-6);
    },
  );

  it('plays what came of a stream that was cut', async () => {
    const { bytes, reference } = await opus(3);
    const part = createPart('a', 'opus_48000_64');
    part.append(bytes.subarray(0, bytes.length / 2));
    expect(part.end()).toBe(null);
    const { ready } = part.frames();
    expect(ready).toBeGreaterThan(48_000);
    expect(difference(await part.read(0, ready, idle), reference.subarray(0, ready))).toBeLessThan(1e-6);
  });

  it('says so where packets are no sound, and never hangs', async () => {
    const noise = seeded(4);
    const packets: Packet[] = Array.from({ length: 100 }, () => ({
      bytes: Uint8Array.from({ length: 120 }, (_, i) => (i === 0 ? 0x08 : noise() * 256)),
      samples: 960,
    }));
    const part = createPart('a', 'opus_48000_64');
    part.append(oggOpus(packets));
    part.end();
    const outcome = await part.read(0, 48_000, idle).then(
      (samples) => samples.length,
      (cause: unknown) => cause instanceof AudioError,
    );
    expect([48_000, true]).toContain(outcome);
  });
});

describe('a narration that declares no format', () => {
  const heard = async (audio: ArrayBuffer | Blob | ReadableStream<Uint8Array>) => {
    const speech = createSpeech({ audio, text: 'What is heard.' });
    const leave = speech.subscribe(() => {});
    await expect.poll(() => speech.getSnapshot().loading).toMatch(/complete|failed/);
    const { duration, error, loading } = speech.getSnapshot();
    leave();
    speech.dispose();
    return { duration, error: error?.message, loading };
  };

  it.each(['mp3_44100_64', 'wav_22050', 'opus_48000_64'])('plays as what its bytes say: %s', async (format) => {
    const { bytes, reference } = await make(format);
    const duration = reference.length / Number(format.split('_')[1]);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of cutAt(bytes, [0.0001, 0.001, 0.3])) controller.enqueue(chunk);
        controller.close();
      },
    });
    for (const audio of [bytes.slice().buffer, new Blob([bytes]), stream]) {
      const outcome = await heard(audio);
      expect(outcome).toEqual({ duration: expect.closeTo(duration, 6), error: undefined, loading: 'complete' });
    }
  });

  it('asks for the format of samples that have no header', async () => {
    const { bytes } = await make('pcm_16000');
    const { error, loading } = await heard(bytes.slice().buffer);
    expect(loading).toBe('failed');
    expect(error).toMatch(/cannot be told from its bytes.*outputFormat/);
  });
});
