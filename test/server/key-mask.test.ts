import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeyMask } from '../../src/server/key-mask.js';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

function throughMask(key: string, text: string, cuts: readonly number[]): string {
  const bytes = encode(text);
  const filter = createKeyMask(key).bytes();
  const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
  const parts = edges.slice(1).map((edge, i) => filter.push(bytes.subarray(edges[i], edge)));
  return [...parts, filter.end()].map(decode).join('');
}

/** Few letters, so that beginnings of the key, and keys inside keys, are common. */
const letters = fc.stringMatching(/^[ab_]{0,60}$/);
const keys = fc.stringMatching(/^[ab_]{8,12}$/);
const cuts = fc.array(fc.nat(120), { maxLength: 12 });

it('keeps the length of a stream and removes every whole key from it, wherever it is cut', () => {
  fc.assert(
    fc.property(keys, letters, letters, cuts, (key, before, after, at) => {
      const text = `${before}${key}${after}`;
      const masked = throughMask(key, text, at);
      expect(masked).toHaveLength(text.length);
      expect(masked).not.toContain(key);
    }),
    { numRuns: 2000 },
  );
});

it('changes nothing in a stream without the key', () => {
  fc.assert(
    fc.property(keys, letters, cuts, (key, text, at) => {
      fc.pre(!text.includes(key));
      expect(throughMask(key, text, at)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

it('leaves the chunk that it was given as it was', () => {
  const chunk = encode('a key_key_key b');
  createKeyMask('key_key_key').bytes().push(chunk);
  expect(decode(chunk)).toBe('a key_key_key b');
});

it('holds nothing back of a chunk that does not end like the key', () => {
  const filter = createKeyMask('sk_0123456789').bytes();
  expect(decode(filter.push(encode('{"audio_base64":"sk"}\n')))).toBe('{"audio_base64":"sk"}\n');
});

it('takes words as short as "offline" for no secret', () => {
  expect(createKeyMask('offline').text('The offline stand-in.')).toBe('The offline stand-in.');
});
