import { StreamError } from '../errors.js';
import { readLines } from '../wire/ndjson.js';
import type { OutputFormat } from '../wire/output-format.js';
import { notJson, whatIsLeft } from './broken-answer.js';
import { createCutCheck } from './cut-check.js';
import { parseChunk } from './parse-chunk.js';
import { rawChunks } from './raw-chunks.js';
import type { SpeechChunk, SpeechStream } from './speech-stream.js';
import { whileConnected } from './while-connected.js';

export interface ReadSpeechOptions {
  text: string;
  outputFormat: OutputFormat;
  stream: boolean;
  timestamps: boolean;
  signal?: AbortSignal | undefined;
}

/** Reads a successful answer of one of the four speech endpoints. */
export function readSpeech(response: Response, options: ReadSpeechOptions): SpeechStream {
  const requestId = response.headers.get('request-id');
  const cost = Number.parseFloat(response.headers.get('character-cost') ?? '');
  return {
    requestId,
    characterCost: Number.isFinite(cost) ? cost : null,
    outputFormat: options.outputFormat,
    chunks: guarded(options.timestamps ? timed(response, options) : rawChunks(response), requestId, options.signal),
  };
}

/** The content type is no help: streams of lines come as application/json and as text/event-stream. */
async function* timed(response: Response, { text, stream }: ReadSpeechOptions): AsyncGenerator<SpeechChunk> {
  if (!response.body) return;
  const cut = createCutCheck(text);
  let heard = false;
  let broken: string | null = null;
  const lines = stream ? readLines(response.body) : wholeBody(response);
  for await (const line of whileConnected(lines, () => heard)) {
    if (broken !== null) throw notJson(broken);
    const chunk = parseChunk(line, heard);
    if (!chunk) {
      broken = line;
      continue;
    }
    heard ||= chunk.audio.length > 0;
    cut.add(chunk.alignment);
    yield chunk;
  }
  if (broken?.startsWith('{')) {
    throw new StreamError(
      `The answer broke off in the middle of a line: the connection was cut. ${whatIsLeft(heard)}`,
      { code: 'stream_cut' },
    );
  }
  if (broken !== null) throw notJson(broken);
  // Without any sound there is a better word for what is wrong.
  if (heard) cut.check();
}

async function* wholeBody(response: Response): AsyncGenerator<string> {
  const body = (await response.text()).trim();
  if (body) yield body;
}

/** Names the request in what breaks, names an answer without sound, and lets an abort be an abort. */
async function* guarded(
  chunks: AsyncGenerator<SpeechChunk>,
  requestId: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<SpeechChunk> {
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      bytes += chunk.audio.length;
      yield chunk;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (!(cause instanceof StreamError)) throw cause;
    const { message, code } = cause;
    throw new StreamError(message, { code, requestId: cause.requestId ?? requestId, cause: cause.cause });
  }
  signal?.throwIfAborted();
  if (bytes > 0) return;
  throw new StreamError(
    'The answer ended without any sound. There is nothing to hear. Ask again; if it stays so, check the relay.',
    { code: 'no_audio', requestId },
  );
}
