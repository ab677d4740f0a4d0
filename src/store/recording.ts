import { createTimeTrack, type TimeTrack } from '../alignment/time-track.js';
import { createPart } from '../audio/create-part.js';
import { createListeners } from '../audio/listeners.js';
import type { GrowingPart } from '../audio/part.js';
import { SpeechError } from '../errors.js';
import type { SpeechStream } from '../relay/speech-stream.js';
import type { OutputFormat } from '../wire/output-format.js';

/** `abandoned`: everyone left while it was coming, so the request was ended. */
export type RecordingLoading = 'waiting' | 'streaming' | 'complete' | 'failed' | 'abandoned';

/** What was bought: the sound of a text and its times, growing while it streams. Shared by all who ask for the same. */
export interface Recording {
  readonly key: string;
  readonly times: TimeTrack;
  readonly audio: GrowingPart;
  readonly loading: RecordingLoading;
  readonly error: SpeechError | null;
  readonly requestId: string | null;
  readonly characterCost: number | null;
  /** Calls back when times, sound or loading changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Counts someone in. The last to leave ends the request, some seconds later. */
  retain(): () => void;
}

/** How to come by a recording. */
export interface Recipe {
  readonly key: string;
  /** The text that is spoken, or undefined where only the answer says. */
  readonly text: string | undefined;
  readonly outputFormat: OutputFormat;
  /** Asks for it. Called at most once a recording. */
  readonly buy: (signal: AbortSignal) => Promise<SpeechStream>;
}

/**
 * Buys a recording and fills it as the answer comes.
 * @throws AudioError where the output format cannot be played: before anything is bought.
 */
export function createRecording(recipe: Recipe, graceSeconds: number, onRelease: () => void): Recording {
  const audio = createPart(recipe.key, recipe.outputFormat);
  const times = createTimeTrack(recipe.text);
  const listeners = createListeners();
  const abort = new AbortController();
  let loading: RecordingLoading = 'waiting';
  let error: SpeechError | null = null;
  let stream: SpeechStream | null = null;
  let holders = 0;
  let grace: ReturnType<typeof setTimeout> | undefined;

  function settle(outcome: RecordingLoading, cause: unknown = null): void {
    const fault = audio.end();
    const { ready } = audio.frames();
    times.end(outcome === 'complete' ? ready / audio.sampleRate : undefined);
    error = outcome === 'abandoned' ? null : (toSpeechError(cause) ?? fault);
    loading = outcome === 'complete' && fault ? 'failed' : outcome;
    listeners.call();
  }

  async function fill(): Promise<void> {
    stream = await recipe.buy(abort.signal);
    // Times of the model's own text are used only where the answer has no others.
    for await (const chunk of stream.chunks) {
      abort.signal.throwIfAborted();
      times.append(chunk.alignment ?? (recipe.text === undefined ? chunk.normalizedAlignment : null));
      audio.append(chunk.audio);
      loading = 'streaming';
      listeners.call();
    }
  }

  fill().then(
    () => settle(abort.signal.aborted ? 'abandoned' : 'complete'),
    (cause) => settle(abort.signal.aborted ? 'abandoned' : 'failed', cause),
  );

  return {
    key: recipe.key,
    times,
    audio,
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
    subscribe: listeners.add,
    retain() {
      clearTimeout(grace);
      holders++;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        if (--holders > 0) return;
        grace = setTimeout(() => {
          abort.abort();
          onRelease();
        }, graceSeconds * 1000);
      };
    },
  };
}

function toSpeechError(cause: unknown): SpeechError | null {
  if (cause === null || cause instanceof SpeechError) return cause;
  return new SpeechError(
    'The speech could not be loaded, for a reason that nobody foresaw. Try again; `cause` holds what was thrown.',
    { cause },
  );
}
