import { byteChunks } from '../wire/byte-chunks.js';
import { isErrorBody } from '../wire/error-body.js';
import { errorInAnswer, notJson } from './broken-answer.js';
import type { SpeechChunk } from './speech-stream.js';
import { whileConnected } from './while-connected.js';

/** The bytes of an answer without times, as they come. An error or a page that passes for a success is none. */
export async function* rawChunks(response: Response): AsyncGenerator<SpeechChunk> {
  if (!response.body) return;
  let came = false;
  // Nobody calls sound a page or JSON but by mistake: only the whole of it tells.
  const doubtful = /json|html/i.test(response.headers.get('content-type') ?? '');
  for await (const audio of whileConnected(doubtful ? wholeBody(response) : byteChunks(response.body), () => came)) {
    if (doubtful) refuseText(new TextDecoder().decode(audio));
    came ||= audio.length > 0;
    yield { audio, alignment: null, normalizedAlignment: null };
  }
}

async function* wholeBody(response: Response): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await response.arrayBuffer());
}

function refuseText(text: string): void {
  if (/^\s*<(?:!doctype|html|head|body|\?xml)\b/i.test(text)) throw notJson(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return;
  }
  if (isErrorBody(value)) throw errorInAnswer(value, false);
}
