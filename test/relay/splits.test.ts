import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, line, relayThat } from './fake-relay.js';
import { readAnswer } from './read-answer.js';

/** Two, three and four bytes of UTF-8 for a character, marks and joiners, quotes and line breaks in JSON. */
const TEXT = 'Hé “你好” 👩‍👩‍👧 e\u0301\n"\\" שָׁלוֹם, ไทย.';
const WORDS = TEXT.split(/(?<= )/);

const encoder = new TextEncoder();
const NDJSON = encoder.encode(
  WORDS.map((word, i) => `${i % 3 === 1 ? '\n' : ''}${line(word, [...WORDS.slice(0, i).join('')].length)}\n`).join(''),
);

/** The same bytes in pieces: a cut at each of some places, two cuts at one place being an empty piece. */
const cut = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const borders = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return borders.slice(1).map((end, i) => bytes.subarray(borders[i], end));
};
const cuts = fc.oneof(fc.array(fc.nat(), { maxLength: 40 }), fc.array(fc.nat(), { minLength: 100, maxLength: 200 }));

const read = (pieces: readonly Uint8Array[], timestamps = true) =>
  readAnswer(relayThat(() => new Response(bodyOf(pieces).body)).relay.speak({ text: TEXT, voiceId: 'a', timestamps }));

describe('an answer in pieces of any size', () => {
  test('with times is the same chunks as in one piece', async () => {
    const whole = await read([NDJSON]);
    expect(whole.failure).toBeUndefined();
    expect(whole.text).toBe(TEXT);
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        expect(await read(cut(NDJSON, places))).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  test('with times, byte by byte, is the same chunks', async () => {
    expect(await read(Array.from(NDJSON, (byte) => Uint8Array.of(byte)))).toEqual(await read([NDJSON]));
  });

  test('without times is the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), cuts, async (bytes, places) => {
        const { audio, failure } = await read(cut(bytes, places), false);
        expect(failure).toBeUndefined();
        expect(audio).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});
