import { createTimeTrack, type Times } from '../alignment/time-track.js';
import { createPart } from '../audio/create-part.js';
import type { ReceivedPart } from '../audio/part.js';
import type { AudioError } from '../errors.js';
import type { SpeechChunk } from '../relay/speech-stream.js';
import type { OutputFormat } from '../wire/output-format.js';
import { createLimitedPart } from './limited-part.js';

/** The sides of a recording that take what comes. */
export interface RecordingFeed {
  readonly audio: ReceivedPart;
  readonly times: Times;
  append(chunk: SpeechChunk): void;
  /** No more will come. Returns what is wrong with the sound, or null. `whole`: all came that was asked for. */
  end(whole: boolean): AudioError | null;
}

/** What is known of it before anything comes. `text` undefined: only the answer says. */
interface Asked {
  readonly key: string;
  readonly text: string | undefined;
  readonly outputFormat: OutputFormat;
}

/** `seconds`: how much of the sound counts, where anybody says. */
export function createRecordingFeed(asked: Asked, seconds: () => number | undefined): RecordingFeed {
  const audio = createLimitedPart(createPart(asked.key, asked.outputFormat), seconds);
  const times = createTimeTrack(asked.text);
  return {
    audio,
    times,
    append({ audio: bytes, alignment, normalizedAlignment }) {
      // Times of the model's own text are used only where the answer has no others.
      times.append(alignment ?? (asked.text === undefined ? normalizedAlignment : null), normalizedAlignment);
      audio.append(bytes);
    },
    end(whole) {
      const fault = audio.end();
      times.end(whole ? audio.frames().ready / audio.sampleRate : undefined);
      return fault;
    },
  };
}
