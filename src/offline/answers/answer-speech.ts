import { base64FromBytes } from '../../wire/base64.js';
import type { Endpoint } from '../../wire/endpoint.js';
import type { WireSpeechChunk } from '../../wire/speech-chunk.js';
import { taggedCharacters } from '../audio-tags.js';
import type { SpeakRequest, SpeechEngine } from '../engine.js';
import type { AcceptedSpeech } from '../read-speech-request.js';
import { bodyStream } from './body-stream.js';
import { breakBytes } from './break-bytes.js';
import { breakLines } from './break-lines.js';
import type { Fault } from './fault.js';
import { createNormalizedSide, type NormalizedSide } from './normalized-side.js';
import { createPacer, type OfflineClock, type Pace } from './pace.js';
import { type SpeechChunk, speechChunks } from './speech-chunks.js';
import { spokenNumbers } from './spoken-numbers.js';
import { toWireAlignment } from './timed-characters.js';

/** What an answer is made of. */
export interface SpeechAnswer {
  readonly endpoint: Extract<Endpoint, { kind: 'speech' }>;
  readonly speech: AcceptedSpeech;
  /** Of the text: ISO 639-1. Numbers are written out in English only. */
  readonly language: string;
  readonly engine: SpeechEngine;
  readonly pace: Pace;
  readonly clock: OfflineClock;
  readonly faults: readonly Fault[];
  readonly headers: HeadersInit;
  /** Held until the body ends: in Node an abort does not reach the signal of a request that was let go. */
  readonly request: Request;
  /** Hears once that the body is over: read to its end, or left, broken or aborted. */
  readonly onOver: (ended: boolean) => void;
}

/** Speaks a request that was accepted, in the form of its endpoint. Headers come with the first byte, as from the API. */
export async function answerSpeech(answer: SpeechAnswer): Promise<Response> {
  const { endpoint, speech, engine, faults, clock } = answer;
  const asked = clock.now();
  const ending = new AbortController();
  const { signal } = ending;
  answer.request.signal.addEventListener('abort', () => ending.abort(answer.request.signal.reason), { once: true });
  answer.request.signal.throwIfAborted();
  const pacer = createPacer(answer.pace, clock, signal);
  const encoder = await speech.createEncoder();
  const spoken = speechChunks(engine, encoder, speakRequest(answer, encoder.sampleRate, signal));
  const chunks = paced(spoken, pacer, !endpoint.stream);
  const numbers = speech.normalized && answer.language.startsWith('en') ? spokenNumbers(speech.body.text) : [];
  const side = createNormalizedSide(numbers, speech.model.padding);
  const writes = endpoint.timestamps
    ? endpoint.stream
      ? breakLines(wireChunks(chunks, side), faults, clock, signal)
      : oneObject(chunks, side, faults, clock, signal)
    : soundOf(chunks);
  const first = await firstWrite(watched(breakBytes(writes, faults), answer.onOver));
  const headers = new Headers(answer.headers);
  headers.set('tts-latency-ms', String(Math.round((clock.now() - asked) * 1000)));
  headers.set('content-type', endpoint.timestamps ? 'application/json' : encoder.contentType);
  return new Response(
    bodyStream(first, answer.request, () => ending.abort()),
    { status: 200, headers },
  );
}

function speakRequest({ endpoint, speech }: SpeechAnswer, sampleRate: number, signal: AbortSignal): SpeakRequest {
  const { body, model } = speech;
  return {
    text: body.text,
    voiceId: endpoint.voiceId,
    sampleRate,
    speed: (model.fixedSpeed ? null : body.voice_settings?.speed) ?? 1,
    unspoken: model.audioTags ? taggedCharacters(body.text) : undefined,
    signal,
  };
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
  side: NormalizedSide,
): AsyncGenerator<WireSpeechChunk, void, undefined> {
  for await (const { audio, characters, last } of chunks) {
    const normalized = side(characters, last);
    yield {
      audio_base64: base64FromBytes(audio),
      alignment: characters.length > 0 ? toWireAlignment(characters) : null,
      normalized_alignment: normalized.length > 0 ? toWireAlignment(normalized) : null,
    };
  }
}

async function* soundOf(chunks: AsyncIterable<SpeechChunk>) {
  for await (const chunk of chunks) if (chunk.audio.length > 0) yield chunk.audio;
}

/** The whole answer as one object, by way of one line, so that faults of lines mean the same. */
async function* oneObject(
  chunks: AsyncIterable<SpeechChunk>,
  side: NormalizedSide,
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
    last: true,
  };
  const once = async function* () {
    yield whole;
  };
  const lines = faults.filter(
    (fault) => fault.kind === 'null-alignment' || fault.kind === 'stall' || fault.kind === 'unterminated',
  );
  yield* breakLines(wireChunks(once(), side), lines, clock, signal);
}

/** Tells when the writes are over, and whether all of them were asked for. */
async function* watched(writes: AsyncIterable<Uint8Array<ArrayBuffer>>, onOver: (ended: boolean) => void) {
  let ended = false;
  try {
    yield* writes;
    ended = true;
  } finally {
    onOver(ended);
  }
}

/** Waits for the first write and gives all of them, so that what fails before it fails the request. */
async function firstWrite(
  writes: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const iterator = writes[Symbol.asyncIterator]();
  let first: IteratorResult<Uint8Array<ArrayBuffer>> | null = await iterator.next();
  // No generator: one that was never begun would not tell the writer that its reader left.
  const next = async () => {
    const step = first ?? (await iterator.next());
    first = null;
    return step;
  };
  const leave = async () => (await iterator.return?.()) ?? { done: true as const, value: undefined };
  return { [Symbol.asyncIterator]: () => ({ next, return: leave }) };
}
