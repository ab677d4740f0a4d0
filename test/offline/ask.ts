import { createOfflineElevenLabs, createTonesEngine, type OfflineElevenLabsOptions } from 'react-readalong/offline';
import type { WireAlignment } from '../../src/wire/alignment.js';
import type { WireSpeechChunk } from '../../src/wire/speech-chunk.js';

export const GEORGE = 'JBFqnCBsd6RMkjVDRZzb';

/** The stand-in with the tones engine and no waiting, which is what most tests ask. */
export function instantTones(options: OfflineElevenLabsOptions = {}) {
  return createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant', ...options });
}

export interface AskOptions {
  tail?: '' | '/stream' | '/with-timestamps' | '/stream/with-timestamps';
  voice?: string;
  query?: string;
  key?: string | null;
  signal?: AbortSignal;
}

/** A speech request. The body is JSON, or sent as it is where it is a string. */
export function ask(
  body: object | string,
  { tail = '/stream/with-timestamps', voice = GEORGE, query = '', key = 'a-key', signal }: AskOptions = {},
): Request {
  return new Request(`https://api.example.test/v1/text-to-speech/${voice}${tail}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { 'xi-api-key': key }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal,
  });
}

/** A GET for voices. */
export function askVoices(path: string): Request {
  return new Request(`https://api.example.test${path}`, { headers: { 'xi-api-key': 'a-key' } });
}

export function parseLines(text: string): WireSpeechChunk[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): WireSpeechChunk => JSON.parse(line));
}

/** The alignments of some chunks as one, nulls left out. */
export function joinAlignments(
  chunks: readonly WireSpeechChunk[],
  side: 'alignment' | 'normalized_alignment' = 'alignment',
): WireAlignment {
  const parts = chunks.map((chunk) => chunk[side]).filter((part): part is WireAlignment => part != null);
  return {
    characters: parts.flatMap((part) => part.characters),
    character_start_times_seconds: parts.flatMap((part) => part.character_start_times_seconds),
    character_end_times_seconds: parts.flatMap((part) => part.character_end_times_seconds),
  };
}

export function joinAudio(chunks: readonly WireSpeechChunk[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk.audio_base64 ?? '', 'base64'))));
}

export function int16Samples(bytes: Uint8Array): Int16Array {
  return new Int16Array(bytes.slice().buffer);
}
