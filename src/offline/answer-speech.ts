import { base64FromBytes } from '../wire/base64.js';
import type { Endpoint } from '../wire/endpoint.js';
import type { WireSpeechChunk } from '../wire/speech-chunk.js';
import { bodyStream } from './body-stream.js';
import { breakBytes } from './break-bytes.js';
import { breakLines } from './break-lines.js';
import type { SpeechEngine } from './engine.js';
import type { Fault } from './fault.js';
import { createPacer, type OfflineClock, type Pace } from './pace.js';
import type { AcceptedSpeech } from './read-speech-request.js';
import { type SpeechChunk, speechChunks } from './speech-chunks.js';
import { padEnds, toWireAlignment } from './timed-characters.js';

/** What an answer is made of. */
export interface SpeechAnswer {
  readonly endpoint: Extract<Endpoint, { kind: 'speech' }>;
  readonly speech: AcceptedSpeech;
  readonly engine: SpeechEngine;
  readonly pace: Pace;
  readonly clock: OfflineClock;
  readonly faults: readonly Fault[];
  readonly headers: HeadersInit;
  /** Held until the body ends: in Node an abort does not reach the signal of a request that was let go. */
  readonly request: Request;
}

/** Speaks a request that was accepted, in the form of its endpoint. Headers come with the first byte, as from the API. */
export async function answerSpeech(answer: SpeechAnswer): Promise<Response> {
  const { endpoint, speech, engine, faults, clock } = answer;
  const ending = new AbortController();
  const { signal } = ending;
  answer.request.signal.addEventListener('abort', () => ending.abort(answer.request.signal.reason), { once: true });
  answer.request.signal.throwIfAborted();
  const pacer = createPacer(answer.pace, clock, signal);
  const encoder = await speech.createEncoder();
  const request = {
    text: speech.body.text,
    voiceId: endpoint.voiceId,
    sampleRate: encoder.sampleRate,
    speed: speech.body.voice_settings?.speed ?? 1,
    signal,
  };
  const chunks = paced(speechChunks(engine, encoder, request), pacer, !endpoint.stream);
  const writes = endpoint.timestamps
    ? endpoint.stream
      ? breakLines(wireChunks(chunks, speech.model.padding), faults, clock, signal)
      : oneObject(chunks, speech.model.padding, faults, clock, signal)
    : soundOf(chunks);
  const first = await firstWrite(breakBytes(writes, faults));
  const headers = new Headers(answer.headers);
  headers.set('content-type', endpoint.timestamps ? 'application/json' : encoder.contentType);
  return new Response(
    bodyStream(first, answer.request, () => ending.abort()),
    { status: 200, headers },
  );
}

/** Sends each chunk when its sound is due; of a buffered answer nothing comes before all of it is. */
async function* paced(
  chunks: AsyncIterable<SpeechChunk>,
  pacer: (seconds: number) => Promise<void>,
  buffered: boolean,
) {
  const kept: SpeechChunk[] = [];
  let sent = 0;
  for await (const chunk of chunks) {
    if (buffered) kept.push(chunk);
    else {
      await pacer(sent);
      yield chunk;
    }
    sent = chunk.seconds;
  }
  if (buffered) await pacer(sent);
  yield* kept;
}

async function* wireChunks(
  chunks: AsyncIterable<SpeechChunk>,
  padding: boolean,
): AsyncGenerator<WireSpeechChunk, void, undefined> {
  for await (const chunk of chunks) {
    const ends = { first: padding && chunk.first, last: padding && chunk.last };
    const timed = chunk.characters.length > 0;
    yield {
      audio_base64: base64FromBytes(chunk.audio),
      alignment: timed ? toWireAlignment(chunk.characters) : null,
      normalized_alignment: timed ? toWireAlignment(padEnds(chunk.characters, ends)) : null,
    };
  }
}

async function* soundOf(chunks: AsyncIterable<SpeechChunk>) {
  for await (const chunk of chunks) if (chunk.audio.length > 0) yield chunk.audio;
}

/** The whole answer as one object, by way of one line, so that faults of lines mean the same. */
async function* oneObject(
  chunks: AsyncIterable<SpeechChunk>,
  padding: boolean,
  faults: readonly Fault[],
  clock: OfflineClock,
  signal: AbortSignal,
) {
  const all: SpeechChunk[] = [];
  for await (const chunk of chunks) all.push(chunk);
  const audio = new Uint8Array(await new Blob(all.map((chunk) => chunk.audio)).arrayBuffer());
  const whole: SpeechChunk = {
    audio,
    characters: all.flatMap((chunk) => chunk.characters),
    seconds: all.at(-1)?.seconds ?? 0,
    first: true,
    last: true,
  };
  const once = async function* () {
    yield whole;
  };
  const lines = faults.filter(
    (fault) => fault.kind === 'null-alignment' || fault.kind === 'stall' || fault.kind === 'unterminated',
  );
  yield* breakLines(wireChunks(once(), padding), lines, clock, signal);
}

/** Waits for the first write and gives all of them, so that what fails before it fails the request. */
async function firstWrite(
  writes: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const iterator = writes[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let step = first; !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  })();
}
