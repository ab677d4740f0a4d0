import type { SpeechChunk } from 'react-readalong';
import { expect } from 'vitest';
import { EXPOSED_HEADERS } from '../../src/wire/headers.js';
import type { AnswerRow } from './answer-rows.js';
import type { Name } from './names.js';
import { valuesAt } from './places.js';
import { type Heard, hear, VOICE, type World } from './world.js';

type Side = 'alignment' | 'normalizedAlignment';
const PARTS = {
  characters: 'characters',
  character_start_times_seconds: 'characterStartTimesSeconds',
  character_end_times_seconds: 'characterEndTimesSeconds',
} as const;

/** The objects of a JSON answer, one or many. */
async function wireChunks(answer: Response | undefined): Promise<unknown[]> {
  const text = (await answer?.text()) ?? '';
  return text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** A field of the timed answers: the same at the stand-in, behind the relay and, typed, at the client. */
const field = (
  name: Name<'speech field'>,
  client: string,
  typed: (chunk: SpeechChunk) => unknown,
): AnswerRow<'speech field'> => ({
  name,
  client,
  relay: 'passes',
  standIn: 'gives it',
  proof: async ({ relay, near, far }) => {
    for (const [index, stream] of [true, false].entries()) {
      const { chunks } = await hear(relay, { text: 'See 3 of 12, or so.', stream, timestamps: true });
      const sent = (await wireChunks(far[index]?.answer)).flatMap((chunk) => valuesAt(chunk, name));
      const passed = (await wireChunks(near[index]?.answer)).flatMap((chunk) => valuesAt(chunk, name));
      expect(passed).toEqual(sent);
      expect(chunks.map(typed).filter((value) => value !== undefined)).toEqual(sent);
      expect(sent.some((value) => value !== null && String(value).length > 3)).toBe(true);
    }
  },
});

const asWire = (chunk: SpeechChunk, side: Side) => {
  const times = chunk[side];
  if (!times) return null;
  return Object.fromEntries(Object.entries(PARTS).map(([wire, property]) => [wire, times[property]]));
};

const side = (name: 'alignment' | 'normalized_alignment', property: Side): AnswerRow<'speech field'>[] => [
  field(name, `SpeechChunk.${property}`, (chunk) => asWire(chunk, property)),
  field(`${name}.characters`, `SpeechChunk.${property}.characters`, (chunk) => chunk[property]?.characters),
  field(
    `${name}.character_start_times_seconds`,
    `SpeechChunk.${property}.characterStartTimesSeconds`,
    (chunk) => chunk[property]?.characterStartTimesSeconds,
  ),
  field(
    `${name}.character_end_times_seconds`,
    `SpeechChunk.${property}.characterEndTimesSeconds`,
    (chunk) => chunk[property]?.characterEndTimesSeconds,
  ),
];

export const SPEECH_FIELDS: readonly AnswerRow<'speech field'>[] = [
  {
    name: 'audio',
    client: 'SpeechChunk.audio',
    relay: 'passes',
    standIn: 'gives the bytes alone',
    proof: async ({ relay, near, far }) => {
      for (const [index, stream] of [true, false].entries()) {
        const { audio, chunks } = await hear(relay, { stream, timestamps: false });
        const bodies = await Promise.all([near, far].map((passed) => passed[index]?.answer.arrayBuffer()));
        for (const body of bodies) expect(new Uint8Array(body ?? new ArrayBuffer())).toEqual(audio);
        expect(chunks.every((chunk) => chunk.alignment === null && chunk.normalizedAlignment === null)).toBe(true);
      }
    },
  },
  field('audio_base64', 'SpeechChunk.audio', ({ audio }) => Buffer.from(audio).toString('base64')),
  ...side('alignment', 'alignment'),
  ...side('normalized_alignment', 'normalizedAlignment'),
];

const header = (
  name: Name<'response header'>,
  standIn: string,
  expected: unknown,
  typed?: { client: string; value: (heard: Heard) => unknown },
): AnswerRow<'response header'> => ({
  name,
  client: typed?.client ?? 'not typed',
  relay: 'passes',
  standIn,
  ...(typed
    ? {}
    : { because: 'It says nothing of the speech. An app reads it off the answer, by a `fetch` of its own.' }),
  proof: async (world: World) => {
    const heard = await hear(world.relay);
    const values = [world.far, world.near].map(([passed]) => passed?.answer.headers.get(name));
    expect(values).toEqual([expected, values[0]]);
    if (typed) expect(String(typed.value(heard))).toBe(values[0]);
    if (name !== 'content-type') expect(EXPOSED_HEADERS).toContain(name);
  },
});

const ID = expect.stringMatching(/^[A-Za-z0-9]{20}$/);

export const RESPONSE_HEADERS: readonly AnswerRow<'response header'>[] = [
  header('request-id', 'an id of its own for each request', ID, {
    client: 'SpeechStream.requestId',
    value: ({ speech }) => speech.requestId,
  }),
  header('character-cost', 'code points times the price of the model', '12', {
    client: 'SpeechStream.characterCost',
    value: ({ speech }) => speech.characterCost,
  }),
  header('history-item-id', 'an id, unless logging is off', ID),
  header('current-concurrent-requests', 'the answers under way', '1'),
  header('maximum-concurrent-requests', 'its option `concurrency`, beyond which it answers 429', '5'),
  header('tts-latency-ms', 'milliseconds to the first sound', expect.stringMatching(/^\d+$/)),
  {
    ...header('content-type', 'JSON, or the type of the sound', 'application/json'),
    because: 'Streams come under several types, so the client never asks it what they are.',
    proof: async ({ relay, near, far, toRelay }) => {
      await hear(relay);
      await hear(relay, { timestamps: false, outputFormat: 'mp3_22050_32' });
      for (const passed of [near, far]) {
        const types = passed.map(({ answer }) => answer.headers.get('content-type'));
        expect(types).toEqual(['application/json', 'audio/mpeg']);
      }
      expect((await toRelay(`/v1/voices/${VOICE}`)).headers.get('content-type')).toBe('application/json');
    },
  },
];

/** How a format begins or measures: bytes a second, or an MP3's first header. */
const made = (name: Name<'output format'>, bytesPerSecond: number): AnswerRow<'output format'> => ({
  name,
  client: `outputFormat: '${name}', SpeechStream.outputFormat`,
  relay: 'passes',
  standIn: `makes ${bytesPerSecond} bytes a second of it`,
  proof: async ({ relay, far }) => {
    const { audio, seconds, speech } = await hear(relay, { outputFormat: name });
    expect(speech.outputFormat).toBe(name);
    expect(far[0]?.query.get('output_format')).toBe(name);
    if (!name.startsWith('mp3')) expect(Math.abs(audio.length / bytesPerSecond - seconds)).toBeLessThanOrEqual(0.0005);
    else {
      // Whole frames, with the encoder's delay and padding: up to three of them, of 26 ms each.
      expect(audio[0]).toBe(0xff);
      const extra = audio.length / bytesPerSecond - seconds;
      expect(extra).toBeGreaterThan(0.01);
      expect(extra).toBeLessThan(0.09);
    }
  },
});

const refused = (name: Name<'output format'>): AnswerRow<'output format'> => ({
  name,
  client: `outputFormat: '${name}'`,
  relay: 'passes',
  standIn: "refuses it in the API's words, as one that the plan does not hold",
  because: 'There is no Opus encoder that is small and free enough to bring along; nothing else would be honest.',
  proof: async ({ relay, far }) => {
    const refusal = { status: 400, code: 'invalid_output_format' };
    await expect(hear(relay, { outputFormat: name })).rejects.toMatchObject(refusal);
    expect(far[0]?.query.get('output_format')).toBe(name);
  },
});

export const FORMATS: readonly AnswerRow<'output format'>[] = [
  made('mp3_22050_32', 4000),
  made('mp3_44100_32', 4000),
  made('mp3_44100_64', 8000),
  made('mp3_44100_96', 12000),
  made('mp3_44100_128', 16000),
  made('mp3_44100_192', 24000),
  made('pcm_8000', 16000),
  made('pcm_16000', 32000),
  made('pcm_22050', 44100),
  made('pcm_24000', 48000),
  made('pcm_44100', 88200),
  made('pcm_48000', 96000),
  made('ulaw_8000', 8000),
  made('alaw_8000', 8000),
  refused('opus_48000_32'),
  refused('opus_48000_64'),
  refused('opus_48000_96'),
  refused('opus_48000_128'),
  refused('opus_48000_192'),
];
