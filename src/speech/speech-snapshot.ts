import type { Timeline } from '../alignment/timeline.js';
import type { SpeechError } from '../errors.js';

/** What the reader sees and hears. `error` only when nothing can be played. */
export type SpeechStatus = 'idle' | 'buffering' | 'playing' | 'paused' | 'ended' | 'error';

/** Where the answer is. `idle` is: nothing was bought. */
export type SpeechLoading = 'idle' | 'waiting' | 'streaming' | 'complete' | 'failed';

/** A speech at one moment. Keeps its identity while nothing in it changed. */
export interface SpeechSnapshot {
  readonly status: SpeechStatus;
  readonly loading: SpeechLoading;
  /** The browser plays nothing before the reader presses something. */
  readonly blocked: boolean;
  /** What went wrong last; what came before it still plays. */
  readonly error: SpeechError | null;
  readonly timeline: Timeline;
  /** Seconds; null while nothing is known. While it streams, judged by the share of the text that came. */
  readonly duration: number | null;
  readonly durationQuality: 'exact' | 'estimated' | 'none';
  /** Seconds from the start that can be heard. */
  readonly buffered: number;
  /** 0.5–3. */
  readonly playbackRate: number;
  /** 0–1. */
  readonly volume: number;
  readonly muted: boolean;
  /** Seconds by which the ear hears it later than the browser says. */
  readonly latencyOffset: number;
  /** Credits that this cost, null where nothing was bought or the relay does not say. */
  readonly characterCost: number | null;
  /** The API's id of the request, for its support. */
  readonly requestId: string | null;
}

/** The old snapshot if the new one says the same. */
export function unlessChanged(before: SpeechSnapshot, after: SpeechSnapshot): SpeechSnapshot {
  const same = (Object.keys(after) as (keyof SpeechSnapshot)[]).every((name) => Object.is(before[name], after[name]));
  return same ? before : after;
}
