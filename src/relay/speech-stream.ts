import { StreamError } from '../errors.js';
import { type Alignment, readAlignment } from '../wire/alignment.js';
import { bytesFromBase64 } from '../wire/base64.js';
import { byteChunks } from '../wire/byte-chunks.js';
import { isErrorBody, readErrorBody } from '../wire/error-body.js';
import { readLines } from '../wire/ndjson.js';
import type { OutputFormat } from '../wire/output-format.js';
import { createCutCheck } from './cut-check.js';

/** A piece of an answer: sound, and times of characters that need not belong to that very sound. Times are absolute. */
export interface SpeechChunk {
  readonly audio: Uint8Array;
  readonly alignment: Alignment | null;
  readonly normalizedAlignment: Alignment | null;
}

/** An answer as it comes. `chunks` can be read once; leaving the loop early ends the request. */
export interface SpeechStream {
  readonly requestId: string | null;
  /** Credits that this cost, may be fractional; null where the relay exposes no `character-cost`. */
  readonly characterCost: number | null;
  readonly outputFormat: OutputFormat;
  /** Throws StreamError where the answer breaks; what came before it has been handed out by then. */
  readonly chunks: AsyncIterable<SpeechChunk>;
}

export interface ReadSpeechOptions {
  text: string;
  outputFormat: OutputFormat;
  stream: boolean;
  timestamps: boolean;
  signal?: AbortSignal | undefined;
}

/** Reads a successful answer of one of the four speech endpoints, whatever its content type says. */
export function readSpeech(response: Response, options: ReadSpeechOptions): SpeechStream {
  const requestId = response.headers.get('request-id');
  const cost = Number.parseFloat(response.headers.get('character-cost') ?? '');
  return {
    requestId,
    characterCost: Number.isFinite(cost) ? cost : null,
    outputFormat: options.outputFormat,
    chunks: guarded(options.timestamps ? timed(response, options) : raw(response), requestId, options.signal),
  };
}

async function* timed(response: Response, { text, stream }: ReadSpeechOptions): AsyncGenerator<SpeechChunk> {
  if (!response.body) return;
  const cut = createCutCheck(text);
  let broken: string | null = null;
  for await (const line of stream ? readLines(response.body) : [await response.text()]) {
    if (broken !== null) throw notJson(broken);
    const chunk = parseChunk(line);
    if (!chunk) {
      broken = line;
      continue;
    }
    cut.add(chunk.alignment);
    yield chunk;
  }
  if (broken?.trimStart().startsWith('{')) {
    throw new StreamError(`The answer broke off in the middle of a line: the connection was cut. ${KEPT}`, {
      code: 'stream_cut',
    });
  }
  if (broken !== null) throw notJson(broken);
  cut.check();
}

const KEPT = 'What came before is kept and plays. Retry to hear the rest.';

function notJson(line: string): StreamError {
  const page = line.trimStart().startsWith('<') ? ' It looks like an HTML page: is the relay mounted at this url?' : '';
  return new StreamError(
    `The answer is not JSON, so nothing more in it can be heard.${page} Check what answers at the relay's url.`,
    { code: 'not_json' },
  );
}

/** The chunk in a line, or null where the line is not whole JSON. */
function parseChunk(line: string): SpeechChunk | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || isErrorBody(value)) {
    const { code, message, requestId } = readErrorBody(value);
    throw new StreamError(`The speech service failed in mid-stream: ${message ?? 'no reason given'}. ${KEPT}`, {
      code,
      requestId,
    });
  }
  const fields: Record<string, unknown> = { ...value };
  const base64 = fields.audio_base64 ?? fields.audioBase64;
  try {
    return {
      audio: typeof base64 === 'string' ? bytesFromBase64(base64) : new Uint8Array(),
      alignment: readAlignment(fields.alignment),
      normalizedAlignment: readAlignment(fields.normalized_alignment ?? fields.normalizedAlignment),
    };
  } catch (cause) {
    throw new StreamError(`The sound in the answer is not base64. ${KEPT}`, { code: 'not_base64', cause });
  }
}

async function* raw(response: Response): AsyncGenerator<SpeechChunk> {
  if (!response.body) return;
  for await (const audio of byteChunks(response.body)) yield { audio, alignment: null, normalizedAlignment: null };
}

/** Gives every break one form, names an answer without sound, and lets an abort be an abort. */
async function* guarded(
  chunks: AsyncGenerator<SpeechChunk>,
  requestId: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<SpeechChunk> {
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.audio.length;
      yield chunk;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof StreamError)
      throw new StreamError(cause.message, {
        code: cause.code,
        requestId: cause.requestId ?? requestId,
        cause: cause.cause,
      });
    throw new StreamError(`The connection was cut while sound was coming. ${KEPT}`, {
      code: 'stream_cut',
      requestId,
      cause,
    });
  }
  if (bytes === 0) {
    throw new StreamError(
      'The answer ended without any sound, so there is nothing to hear. Ask again; if it stays so, check the relay.',
      {
        code: 'no_audio',
        requestId,
      },
    );
  }
}
