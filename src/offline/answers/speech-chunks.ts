import type { AudioEncoder } from '../encoders/audio-encoder.js';
import { createByteQueue } from '../encoders/byte-queue.js';
import type { SpeakRequest, SpeechEngine, SpokenPiece } from '../engine.js';
import { seededNumber } from '../seeded-number.js';
import { type TimedCharacter, toMilliseconds } from './timed-characters.js';

/** A part of one answer. `characters` need not be those whose sound is in `audio`: only the totals agree. */
export interface SpeechChunk {
  readonly audio: Uint8Array<ArrayBuffer>;
  readonly characters: readonly TimedCharacter[];
  /** Seconds of sound in this chunk and all before it. */
  readonly seconds: number;
  /** Whether this is the last chunk. It holds the last character. */
  readonly last: boolean;
}

/** Speaks a text and cuts it as a server does: 0.3 to 0.8 s a chunk, on no frame's or sample's boundary, alignments some characters off. */
export async function* speechChunks(
  engine: SpeechEngine,
  encoder: AudioEncoder,
  request: SpeakRequest,
): AsyncGenerator<SpeechChunk, void, undefined> {
  const audio = createByteQueue();
  const clock = createCharacterClock();
  let waiting: TimedCharacter[] = [];
  let sentBytes = 0;
  let index = 0;
  const take = (size: number, last: boolean): SpeechChunk => {
    sentBytes += size;
    const seconds = sentBytes / encoder.bytesPerSecond;
    const count = last ? waiting.length : charactersBy(waiting, seconds, index);
    const characters = waiting.slice(0, count);
    waiting = waiting.slice(count);
    index++;
    return { audio: audio.take(size), characters, seconds, last };
  };
  for await (const piece of engine.speak(request)) {
    request.signal.throwIfAborted();
    audio.push(encoder.encode(piece.samples));
    for (const timed of clock(piece)) waiting.push(timed);
    for (let size = chunkSize(encoder, index); audio.size() > size; size = chunkSize(encoder, index))
      yield take(size, false);
  }
  audio.push(encoder.finish());
  for (let size = chunkSize(encoder, index); audio.size() > size; size = chunkSize(encoder, index))
    yield take(size, false);
  yield take(audio.size(), true);
}

/** Odd, so that it cuts 16-bit samples in two, and nearly always inside an MP3 frame. */
function chunkSize(encoder: AudioEncoder, index: number): number {
  return Math.floor((encoder.bytesPerSecond * (0.3 + seededNumber(3, index) * 0.5)) / 2) * 2 + 1;
}

/** How many characters go with the sound up to `seconds`: those that ended by then, and up to five more or two fewer, in the first chunk three more. The last one waits for the last chunk. */
function charactersBy(waiting: readonly TimedCharacter[], seconds: number, index: number): number {
  const next = waiting.findIndex((timed) => timed.end > seconds);
  const ended = next < 0 ? waiting.length : next;
  const ahead = index === 0 ? 3 : Math.floor(seededNumber(4, index) * 8) - 2;
  return Math.max(0, Math.min(waiting.length - 1, ended + ahead));
}

/** Turns times within pieces into times of the whole, contiguous and with three decimals. */
function createCharacterClock(): (piece: SpokenPiece) => TimedCharacter[] {
  let origin = 0;
  let end = 0;
  return (piece) => {
    const timed = piece.characters.map((character, i) => {
      const start = end;
      end = Math.max(start, toMilliseconds(origin + (piece.ends[i] ?? 0)));
      return { character, start, end };
    });
    origin += piece.ends.at(-1) ?? 0;
    return timed;
  };
}
