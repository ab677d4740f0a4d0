import { StreamError } from '../errors.js';
import { readAlignment } from '../wire/alignment.js';
import { bytesFromBase64 } from '../wire/base64.js';
import { isErrorBody } from '../wire/error-body.js';
import { errorInAnswer, notJson, whatIsLeft } from './broken-answer.js';
import type { SpeechChunk } from './speech-stream.js';

/**
 * The chunk in a line, or null where the line is not whole JSON.
 * @throws StreamError where it is an error of the API, or is JSON and no chunk.
 */
export function parseChunk(line: string, anythingCame: boolean): SpeechChunk | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (isErrorBody(value)) throw errorInAnswer(value, anythingCame);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notJson(line);
  const fields: Record<string, unknown> = { ...value };
  const base64 = fields.audio_base64 ?? fields.audioBase64;
  try {
    return {
      audio: typeof base64 === 'string' ? bytesFromBase64(base64) : new Uint8Array(),
      alignment: readAlignment(fields.alignment),
      normalizedAlignment: readAlignment(fields.normalized_alignment ?? fields.normalizedAlignment),
    };
  } catch (cause) {
    throw new StreamError(`The sound in the answer is not base64. ${whatIsLeft(anythingCame)}`, {
      code: 'not_base64',
      cause,
    });
  }
}
