import { emptyTimes } from '../alignment/empty-times.js';
import type { Times } from '../alignment/time-track.js';
import { emptyPart } from '../audio/empty-part.js';
import { createListeners } from '../audio/listeners.js';
import type { ReceivedPart } from '../audio/part.js';
import { playableRate } from '../audio/playable-format.js';
import { SpeechError } from '../errors.js';
import type { SpeechStream } from '../relay/speech-stream.js';
import type { OutputFormat } from '../wire/output-format.js';
import { createHolders } from './holders.js';
import type { RecordingFeed } from './recording-feed.js';
import { loadSoundKit, soundKit } from './sound-kit.js';
import type { SoundKit } from './sound-makers.js';

/** `abandoned`: everyone left while it was coming, so the request was ended. */
export type RecordingLoading = 'waiting' | 'streaming' | 'complete' | 'failed' | 'abandoned';

/** What was bought: the sound of a text and its times, growing while it streams. Shared by all who ask for the same. */
export interface Recording {
  readonly key: string;
  readonly times: Times;
  readonly audio: ReceivedPart;
  readonly loading: RecordingLoading;
  readonly error: SpeechError | null;
  readonly requestId: string | null;
  readonly characterCost: number | null;
  /** Taken from what was kept: it cost nothing now, and `characterCost` when it was bought; `requestId` may be too old to refer to. */
  readonly isKept: boolean;
  /** Calls back when times, sound or loading changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Counts someone in. The last to leave ends the request: some seconds later, or `now`. */
  retain(): (when?: 'now') => void;
}

/** An answer, and whether it was paid for long ago. */
export interface BoughtStream extends SpeechStream {
  readonly isKept?: boolean;
  /** Seconds of its sound that count. @default all */
  readonly seconds?: number | undefined;
}

/** How to come by a recording. */
export interface Recipe {
  readonly key: string;
  /** The text that is spoken, or undefined where only the answer says. */
  readonly text: string | undefined;
  readonly outputFormat: OutputFormat;
  /** Asks for it. Called at most once a recording. */
  readonly buy: (signal: AbortSignal) => Promise<BoughtStream>;
  /** Loads what buying takes, beside what makes sound. @default nothing is to be loaded */
  readonly prepare?: (() => void) | undefined;
  /**
   * A name for everything that changes the sound, under which a store with a shelf keeps it beyond the page.
   * @default not kept
   */
  readonly keepAs?: string | undefined;
}

/** Who keeps recordings, and so wants to know whether anybody holds them. */
export interface RecordingKeeper {
  readonly graceSeconds: number;
  onHeld(recording: Recording): void;
  /** Nobody has held it for the seconds of grace. */
  onLeft(recording: Recording): void;
}

/**
 * Buys a recording and fills it as the answer comes.
 * @throws AudioError where the output format cannot be played: before anything is bought.
 */
export function createRecording(recipe: Recipe, keeper: RecordingKeeper): Recording {
  const nothing = emptyPart(recipe.key, playableRate(recipe.outputFormat));
  const unknown = emptyTimes(recipe.text ?? '');
  let stream: BoughtStream | null = null;
  const here = soundKit();
  let feed = here && prepare(here);
  const listeners = createListeners();
  const abort = new AbortController();
  let loading: RecordingLoading = 'waiting';
  let error: SpeechError | null = null;

  function prepare({ createRecordingFeed }: SoundKit): RecordingFeed {
    return createRecordingFeed(recipe, () => stream?.seconds);
  }

  async function fill(): Promise<void> {
    recipe.prepare?.();
    // Before anything is bought: without it nobody could hear what was.
    feed ??= prepare(await loadSoundKit());
    abort.signal.throwIfAborted();
    stream = await recipe.buy(abort.signal);
    for await (const chunk of stream.chunks) {
      abort.signal.throwIfAborted();
      feed.append(chunk);
      loading = 'streaming';
      listeners.call();
    }
  }

  function settle(outcome: 'complete' | 'failed', cause: unknown = null): void {
    const fault = feed?.end(outcome === 'complete' && !abort.signal.aborted) ?? null;
    if (!abort.signal.aborted) {
      error = toSpeechError(cause) ?? fault;
      loading = fault ? 'failed' : outcome;
    }
    listeners.call();
  }

  function abandon(): void {
    if (loading !== 'waiting' && loading !== 'streaming') return;
    // At once, not when the request has ended: nobody may take hold of what will never be whole.
    loading = 'abandoned';
    abort.abort();
  }

  const recording: Recording = {
    key: recipe.key,
    get times() {
      return feed?.times ?? unknown;
    },
    get audio() {
      return feed?.audio ?? nothing;
    },
    get loading() {
      return loading;
    },
    get error() {
      return error;
    },
    get requestId() {
      return stream?.requestId ?? null;
    },
    get characterCost() {
      return stream?.characterCost ?? null;
    },
    get isKept() {
      return stream?.isKept ?? false;
    },
    subscribe: listeners.add,
    retain: createHolders(
      keeper.graceSeconds,
      () => keeper.onHeld(recording),
      () => {
        abandon();
        keeper.onLeft(recording);
      },
    ),
  };
  fill().then(
    () => settle('complete'),
    (cause) => settle('failed', cause),
  );
  return recording;
}

function toSpeechError(cause: unknown): SpeechError | null {
  if (cause === null || cause instanceof SpeechError) return cause;
  return new SpeechError(
    'The speech could not be loaded, for a reason that nobody foresaw. Try again; `cause` holds what was thrown.',
    { cause },
  );
}
