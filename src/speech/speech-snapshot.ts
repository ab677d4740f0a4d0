import type { SpeechError } from '../errors.js';
import type { RenditionLoading, RenditionView } from '../store/rendition.js';

/** What the reader sees and hears. `error` only when nothing can be played. */
export type SpeechStatus = 'idle' | 'buffering' | 'playing' | 'paused' | 'ended' | 'error';

/** Where the answer is. `idle` is: nothing was bought. */
export type SpeechLoading = RenditionLoading;

/** A speech at one moment. Keeps its identity while nothing in it changed. */
export interface SpeechSnapshot extends RenditionView {
  readonly status: SpeechStatus;
  readonly loading: SpeechLoading;
  /** The browser plays nothing before the reader presses something. */
  readonly blocked: boolean;
  /** What went wrong last; what came before it still plays. */
  readonly error: SpeechError | null;
  /** 0.5–3. */
  readonly playbackRate: number;
  /** 0–1. */
  readonly volume: number;
  readonly muted: boolean;
  /** Seconds by which the ear hears it later than the browser says. */
  readonly latencyOffset: number;
}

/** The old snapshot if the new one says the same. */
export function unlessChanged(before: SpeechSnapshot, after: SpeechSnapshot): SpeechSnapshot {
  const same = (Object.keys(after) as (keyof SpeechSnapshot)[]).every((name) => Object.is(before[name], after[name]));
  return same ? before : after;
}
