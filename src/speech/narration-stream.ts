import { readTimes } from '../alignment/read-times.js';
import { AudioError, StreamError } from '../errors.js';
import type { SpeechChunk, SpeechStream } from '../relay/speech-stream.js';
import { bytesFromBase64 } from '../wire/base64.js';
import { byteChunks } from '../wire/byte-chunks.js';
import { narrationFormat } from './narration-text.js';
import { isRecordingSource, type NarrationSource, type RecordingSource } from './speech-source.js';

/** Gives sound that the app already has the form of an answer, so that it takes the same way as bought speech. */
export async function narrationStream(
  source: RecordingSource | NarrationSource,
  signal: AbortSignal,
): Promise<SpeechStream> {
  return {
    requestId: null,
    characterCost: null,
    outputFormat: narrationFormat(source),
    chunks: chunksOf(source, signal),
  };
}

async function* chunksOf(source: RecordingSource | NarrationSource, signal: AbortSignal): AsyncGenerator<SpeechChunk> {
  const { alignment, normalized } = readTimes(isRecordingSource(source) ? source.recording : source.alignment);
  yield { audio: new Uint8Array(), alignment, normalizedAlignment: normalized };
  for await (const audio of bytesOf(source, signal)) yield { audio, alignment: null, normalizedAlignment: null };
}

async function* bytesOf(source: RecordingSource | NarrationSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (isRecordingSource(source)) {
    const { recording } = source;
    yield decode(('audioBase64' in recording ? recording.audioBase64 : recording.audio_base64) ?? '');
  } else if (source.audioBase64 !== undefined) yield decode(source.audioBase64);
  else if (source.audioUrl !== undefined) yield* fetched(source.audioUrl, signal);
  else if (source.audio instanceof Blob) yield* byteChunks(source.audio.stream());
  else if (source.audio instanceof ArrayBuffer) yield new Uint8Array(source.audio);
  else yield* byteChunks(source.audio);
}

function decode(base64: string): Uint8Array {
  try {
    return bytesFromBase64(base64.replace(/^data:[^,]*,/, ''));
  } catch (cause) {
    throw new AudioError(
      'The recording is not base64, so it cannot be heard. Hand over `audio_base64` as the API sent it.',
      cause,
    );
  }
}

async function* fetched(url: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new StreamError(
      `The narration at ${url} could not be reached. Check the address, and CORS if it is on another origin.`,
      { cause },
    );
  }
  if (!response.ok || !response.body) {
    throw new StreamError(
      `The narration at ${url} answered ${response.status}, so there is nothing to hear. Check the address.`,
    );
  }
  yield* byteChunks(response.body);
}
