import fc from 'fast-check';
import { AudioError } from 'react-readalong';
import { expect, it } from 'vitest';
import { createPart } from '../../src/audio/create-part.js';
import { cutAt } from './mp3-bytes.js';

const idle = new AbortController().signal;

function encode(samples: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(samples.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [i, sample] of samples.entries()) view.setInt16(i * 2, sample, true);
  return bytes;
}

const samples = fc.array(fc.integer({ min: -32768, max: 32767 }), { maxLength: 400 });
const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

it('reads PCM exactly, cut anywhere, in the middle of samples too, while it grows and when it is whole', async () => {
  await fc.assert(
    fc.asyncProperty(samples, fractions, async (values, cuts) => {
      const part = createPart('a', 'pcm_24000');
      let received = 0;
      for (const chunk of cutAt(encode(values), cuts)) {
        part.append(chunk);
        received += chunk.length;
        const { ready, final } = part.frames();
        // A few first bytes may be those of another file.
        expect([0, Math.floor(received / 2)]).toContain(ready);
        expect(final).toBe(false);
        const from = Math.floor(ready / 3);
        const read = await part.read(from, ready - from, idle);
        expect([...read]).toEqual(values.slice(from, ready).map((value) => value / 32768));
      }
      expect(part.end() === null).toBe(values.length > 0);
      expect(part.frames()).toEqual({ ready: values.length, final: true });
      expect([...(await part.read(0, values.length, idle))]).toEqual(values.map((value) => value / 32768));
      expect([...(await part.received())]).toEqual([...encode(values)]);
    }),
  );
});

it('tells those who wait that more is there, and that it is over', () => {
  const part = createPart('a', 'pcm_16000');
  const seen: { ready: number; final: boolean }[] = [];
  const leave = part.onGrow(() => seen.push(part.frames()));
  part.append(encode([1, 2, 3]));
  part.append(encode([4, 5]));
  part.end();
  leave();
  part.append(encode([6]));
  expect(seen).toEqual([
    { ready: 3, final: false },
    { ready: 5, final: false },
    { ready: 5, final: true },
  ]);
});

it('says that nothing came, where nothing came', () => {
  const part = createPart('a', 'pcm_16000');
  expect(part.end()).toBeInstanceOf(AudioError);
});

it('stops a read whose reader has gone, and no other', async () => {
  const part = createPart('a', 'pcm_16000');
  part.append(encode([5, 6, 7]));
  const gone = new AbortController();
  const first = part.read(0, 3, gone.signal);
  const second = part.read(0, 3, idle);
  gone.abort();
  await expect(first).rejects.toBe(gone.signal.reason);
  expect([...(await second)]).toEqual([5, 6, 7].map((value) => value / 32768));
});

it.each(['aac_44100_64', 'flac', 'mp4_44100', 'constructor_8000', ''])(
  'refuses a format that it cannot play before anything is bought: "%s"',
  (format) => {
    expect(() => createPart('a', format)).toThrow(AudioError);
  },
);
