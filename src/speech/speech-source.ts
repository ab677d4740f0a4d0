import type { AnyAlignment } from '../alignment/read-alignments.js';
import type { TimeSource } from '../alignment/read-times.js';
import type { SpeechRequest } from '../relay/speech-request.js';
import type { OutputFormat } from '../wire/output-format.js';
import type { WireSpeechChunk } from '../wire/speech-chunk.js';

/** An answer of `/with-timestamps` as the official SDK hands it on. */
export interface SdkRecording {
  audioBase64: string;
  alignment?: AnyAlignment;
  normalizedAlignment?: AnyAlignment;
}

/** An answer of `/with-timestamps` that the app already has. Needs no relay. */
export interface RecordingSource {
  recording: WireSpeechChunk | SdkRecording;
  voiceId?: never;
  audioBase64?: never;
  audioUrl?: never;
  audio?: never;
  /** Needed where it has no header: pcm_*, ulaw_8000, alaw_8000. @default what the bytes say */
  outputFormat?: OutputFormat;
}

interface NarrationFields {
  voiceId?: never;
  recording?: never;
  /**
   * When it sounds, in any form that `createTimeline` takes: alignments, websocket messages, words, a transcript, WebVTT, a timeline's JSON.
   * Of words, transcripts, messages and WebVTT the text is shown once they were read, with the sound: give `text` to have it at once.
   */
  alignment?: TimeSource;
  /** The text, where the alignment does not say it or there is none. @default what the alignment says */
  text?: string;
  /** Needed where the sound has no header: pcm_*, ulaw_8000, alaw_8000. @default what the bytes say */
  outputFormat?: OutputFormat;
}

/** An existing narration in one of three forms. Needs no relay. */
export type NarrationSource = NarrationFields &
  (
    | { audioBase64: string; audioUrl?: never; audio?: never }
    | { audioUrl: string; audioBase64?: never; audio?: never }
    | { audio: Blob | ArrayBuffer | ReadableStream<Uint8Array>; audioBase64?: never; audioUrl?: never }
  );

/** A request to buy, which brings no sound of its own. */
export type RequestSource = SpeechRequest & {
  recording?: never;
  audioBase64?: never;
  audioUrl?: never;
  audio?: never;
  alignment?: never;
};

/** A request whose text is of any length, or still coming. Needs a `document`. */
export type LongSource = Omit<RequestSource, 'text'> & { text: string | AsyncIterable<string> };

/** What can be spoken: a request to buy, an answer that is here, or a narration. */
export type SpeechSource = RequestSource | RecordingSource | NarrationSource;

export const isRecordingSource = (source: SpeechSource | LongSource): source is RecordingSource =>
  'recording' in source && source.recording !== undefined;
export const isNarrationSource = (source: SpeechSource | LongSource): source is NarrationSource =>
  [source.audioBase64, source.audioUrl, source.audio].some((sound) => sound !== undefined);
