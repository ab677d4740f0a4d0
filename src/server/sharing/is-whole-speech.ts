import { isErrorBody } from '../../wire/error-body.js';
import type { SpeechAnswer } from '../byte-source.js';
import type { RelayCall } from '../relay-call.js';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
/** How a line with sound begins; with what white space an API may put there it is no longer than this. */
const SOUND = /^\{\s*"audio_base64"\s*:\s*"/;
const LONGEST_BEGINNING = 32;

/**
 * Whether an answer that ended without a fault holds all of the speech. The API tells of a failure in mid-stream by a line with an
 * error, or by fewer characters than were sent; sound alone tells nothing, so that it is not empty must do.
 */
export function isWholeSpeech({ endpoint, body }: RelayCall, { status }: SpeechAnswer, bytes: Uint8Array): boolean {
  if (status !== 200 || !body || endpoint.kind !== 'speech') return false;
  if (!endpoint.timestamps) return bytes.length > 0;
  let spoken: number | null = null;
  let isEmpty = true;
  try {
    for (const line of linesOf(bytes)) {
      const value: unknown = JSON.parse(line);
      if (isErrorBody(value)) return false;
      const characters = charactersOf(value);
      if (characters !== null) spoken = (spoken ?? 0) + characters;
      isEmpty = false;
    }
  } catch {
    return false;
  }
  return !isEmpty && (spoken === null || spoken >= body.text.length);
}

/** The lines that are not blank, without their sound: it is nearly all of them, and tells nothing. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length; ) {
    const beginning = SOUND.exec(decoder.decode(bytes.subarray(from, from + LONGEST_BEGINNING)))?.[0] ?? '';
    // Base64 holds no quotation mark, so the next one ends it.
    const end = beginning === '' ? -1 : bytes.indexOf(QUOTE, from + beginning.length);
    const rest = end < 0 ? from : end;
    const newline = bytes.indexOf(NEWLINE, rest);
    const next = newline < 0 ? bytes.length : newline;
    const line = (end < 0 ? '' : beginning) + decoder.decode(bytes.subarray(rest, next));
    if (line.trim() !== '') yield line;
    from = next + 1;
  }
}

function charactersOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('alignment' in value)) return null;
  const { alignment } = value;
  if (typeof alignment !== 'object' || alignment === null || !('characters' in alignment)) return null;
  const { characters } = alignment;
  return Array.isArray(characters) ? characters.join('').length : null;
}
