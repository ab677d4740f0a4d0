import fc from 'fast-check';
import { createRelay, type SpeechChunk } from 'react-readalong';
import { expect, test } from 'vitest';
import { bodyOf } from '../relay/fake-relay.js';
import { createWorld, VOICE } from './world.js';

/** Two, three and four bytes of UTF-8 for a character, marks and joiners, quotes and line breaks in JSON. */
const TEXT = 'Hé “你” 👩‍👩‍👧 e\u0301\n\\7.';

const { toApi } = createWorld();

/** The stand-in's own answer to this text, as bytes. MP3 frames and the 16-bit samples of PCM cross its chunks. */
async function answered(tail: string, format: string): Promise<Uint8Array> {
  const answer = await toApi(`/v1/text-to-speech/${VOICE}${tail}?output_format=${format}`, { text: TEXT });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const ANSWERS = [
  { timestamps: true, bytes: await answered('/stream/with-timestamps', 'mp3_22050_32') },
  { timestamps: false, bytes: await answered('/stream', 'mp3_22050_32') },
  { timestamps: false, bytes: await answered('/stream', 'pcm_8000') },
] as const;

/** What the client makes of an answer in these pieces. */
async function read(timestamps: boolean, pieces: readonly Uint8Array[]): Promise<SpeechChunk[]> {
  const relay = createRelay({ url: 'https://relay.test', fetch: async () => new Response(bodyOf(pieces).body) });
  const { chunks } = await relay.speak({ text: TEXT, voiceId: VOICE, timestamps });
  const all: SpeechChunk[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

/** Sound by its bytes, since a comparison of thousands of numbers one by one is slow. */
const comparable = (chunks: readonly SpeechChunk[], timestamps: boolean) => ({
  audio: (timestamps ? chunks.map(({ audio }) => audio) : [Buffer.concat(chunks.map(({ audio }) => audio))]).map(
    (audio) => Buffer.from(audio).toString('latin1'),
  ),
  times: timestamps ? JSON.stringify(chunks.map(({ audio: _, ...times }) => times)) : '',
});

/** Cuts anywhere: two at one place make an empty piece, and many near each other make pieces of one byte. */
const cuts = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.nat().map((at) => Array.from({ length: 12 }, (_, i) => at + i)) },
);

const RUNS = [4000, 3000, 3000] as const;

test.each(ANSWERS.map((answer, index) => ({ ...answer, runs: RUNS[index] ?? 0, index })))(
  'an answer (timestamps $timestamps, $index) in $runs random splits is the answer in one piece',
  { timeout: 60_000 },
  async ({ timestamps, bytes, runs }) => {
    const whole = comparable(await read(timestamps, [bytes]), timestamps);
    expect(whole.audio.length).toBeGreaterThan(timestamps ? 2 : 0);
    expect(whole.audio.join('').length).toBeGreaterThan(2000);
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const borders = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = borders.slice(1).map((end, i) => bytes.subarray(borders[i], end));
        const split = comparable(await read(timestamps, pieces), timestamps);
        if (split.times !== whole.times || split.audio.join('|') !== whole.audio.join('|'))
          expect(split).toEqual(whole);
      }),
      { numRuns: runs },
    );
  },
);
