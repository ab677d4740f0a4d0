import type { ShowOptions } from '../alignment/shown-text.js';
import type { Timeline } from '../alignment/timeline.js';
import type { Point, Program } from '../audio/program.js';
import type { SpeechError } from '../errors.js';
import type { SpeechRequest } from '../relay/speech-request.js';
import type { Cost } from './cost.js';
import type { Recipe } from './recording.js';
import type { SpeechStore } from './speech-store.js';

/** Where the answer is. `idle` is: nothing was bought. */
export type RenditionLoading = 'idle' | 'waiting' | 'streaming' | 'complete' | 'failed';

/** What a rendition shows at one moment. The same object while it says the same. */
export interface RenditionView {
  readonly timeline: Timeline;
  /** Seconds; null while nothing is known. */
  readonly duration: number | null;
  readonly durationQuality: 'exact' | 'estimated' | 'none';
  /** Seconds up to which it can be heard, from the place that was heard last. */
  readonly buffered: number;
  /** What was bought for it. Nothing for what the app or the reader's own store had. */
  readonly spent: Cost;
  /** What hearing all of the rest would cost, at a guess. */
  readonly toCome: Cost;
  /** The API's id of the request, where it is one. */
  readonly requestId: string | null;
}

/** The sound and times of a text as they come: one recording, or the many of a long text. Buys nothing unless it is told to. */
export interface Rendition {
  readonly program: Program;
  readonly loading: RenditionLoading;
  /** Why there is no more of it, or none although it was wanted. */
  readonly error: SpeechError | null;
  /** Another was asked for, in place of what failed, and does not reach as far yet: places do not count. */
  readonly renewing: boolean;
  /** Whether anything of it can be heard. */
  readonly playable: boolean;
  /** Samples a second of its sound, as far as that is known. */
  readonly sampleRate: number;
  view(): RenditionView;
  secondsAt(point: Point): number;
  /** The first frame at or behind a time: one before it would still light the character before. */
  pointAt(seconds: number): Point;
  /** Seconds at which a character (UTF-16 offset of what is shown) is heard; null while that is not known but may come. */
  timeOf(offset: number): number | null;
  /** The point behind the sound of the character before an offset of what is shown; null while that is not known. */
  pointBehind(offset: number): Point | null;
  /** Whether the sound of a time is here, or was asked for: else it is only a guess where that is. */
  isSettled(seconds: number): boolean;
  /** Sees to it that the sound of a character comes, which buys. Of what is only guessed, a place may be cut anew. */
  reach(offset: number): void;
  /** What is heard goes no further than an offset of what is shown, so nothing behind it is bought ahead; null lifts that. */
  confine(end: number | null): void;
  /** Calls back when anything of it changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Buys all that is not here, in order. Resolves when it is; rejects with what is in the way, or the signal's reason. */
  fetchAll(signal: AbortSignal): Promise<void>;
  /** Opens it, buying what is heard first if nobody has. */
  open(): void;
  /** Buys again what failed. What came of it stays until the new one reaches further. */
  renew(): void;
  /** Whether somebody listens: what lies ahead is bought only then. */
  listen(whether: boolean): void;
  /** The reader stopped: what was only asked for need not come. */
  stopped(): void;
  /** Lets go for the time being: what is still coming is given up after a while, if nobody else holds it. */
  release(): void;
  /** Takes hold again of what is still there. */
  revive(): void;
  /** Nobody will come back: ends what `fetchAll` began as well. */
  dispose(): void;
}

/** What a rendition that consists of many requests is made with. */
export interface RenditionEnvironment {
  readonly store: SpeechStore;
  /** How to come by the recording of a request. */
  recipeOf(request: SpeechRequest): Recipe;
  readonly show: ShowOptions & { readonly locale?: string | undefined };
}

/** A request whose text may be longer than one can be, or may still be coming. */
export type LongRequest = Omit<SpeechRequest, 'text'> & { readonly text: string | AsyncIterable<string> };

/** How a long text becomes a rendition. Given to a speech, so that only apps that use it ship it. */
export interface LongText {
  rendition(request: LongRequest, environment: RenditionEnvironment): Rendition;
}
