import { isErrorBody } from '../../wire/error-body.js';
import type { SpeechAnswer } from '../byte-source.js';
import type { RelayCall } from '../relay-call.js';

/**
 * Whether an answer that ended without a fault holds all of the speech. The API tells of a failure in mid-stream by a line with an
 * error, or by fewer characters than were sent; sound alone tells nothing, so that it is not empty must do.
 */
export function isWholeSpeech(
  { endpoint, body }: RelayCall,
  { status }: SpeechAnswer,
  chunks: readonly Uint8Array[],
): boolean {
  if (status !== 200 || !body || endpoint.kind !== 'speech') return false;
  if (!endpoint.timestamps) return chunks.some(({ length }) => length > 0);
  const lines = textOf(chunks)
    .split('\n')
    .filter((line) => line.trim() !== '');
  try {
    let spoken: number | null = null;
    for (const line of lines) {
      const value: unknown = JSON.parse(line);
      if (isErrorBody(value)) return false;
      const characters = charactersOf(value);
      if (characters !== null) spoken = (spoken ?? 0) + characters;
    }
    return lines.length > 0 && (spoken === null || spoken >= body.text.length);
  } catch {
    return false;
  }
}

function textOf(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

function charactersOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('alignment' in value)) return null;
  const { alignment } = value;
  if (typeof alignment !== 'object' || alignment === null || !('characters' in alignment)) return null;
  const { characters } = alignment;
  return Array.isArray(characters) ? characters.join('').length : null;
}
