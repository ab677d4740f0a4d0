import { createListeners } from '../audio/listeners.js';
import type { Program } from '../audio/program.js';
import { AudioError, type SpeechError } from '../errors.js';
import type { Recipe, Recording } from '../store/recording.js';
import type { SpeechStore } from '../store/speech-store.js';
import type { SpeechLoading } from './speech-snapshot.js';

/** The one recording behind a speech: opened when it is wanted, held while somebody listens. */
export interface SpeechRecording {
  readonly current: Recording | null;
  readonly loading: SpeechLoading;
  /** Another one was asked for, in the place of what failed, and does not reach as far yet. */
  readonly renewing: boolean;
  /** Why there is no more of it, or none although one was wanted. */
  readonly error: SpeechError | null;
  readonly program: Program;
  subscribe(listener: () => void): () => void;
  /** Opens the recording, buying it if nobody has. */
  open(): void;
  /** Buys again what failed. What came of it stays until the new one reaches further. */
  renew(): void;
  /** Lets go for the time being; the store ends the request if nobody else holds it: after a while, or `now`. */
  release(when?: 'now'): void;
  /** Takes hold again of what is still there. */
  revive(): void;
}

interface Attempt {
  readonly fresh: Recording;
  drop(): void;
}

export function createSpeechRecording(recipe: Recipe, store: SpeechStore): SpeechRecording {
  const listeners = createListeners();
  let current: Recording | null = null;
  let attempt: Attempt | null = null;
  let error: SpeechError | null = null;
  let release: ((when?: 'now') => void) | null = null;

  function hold(recording: Recording | null): void {
    if (!recording || (recording === current && release)) return;
    drop();
    current = recording;
    error = null;
    release = follow(recording, listeners.call);
  }

  function drop(when?: 'now'): void {
    attempt?.drop();
    release?.(when);
    release = null;
  }

  function take(how: () => Recording): void {
    try {
      hold(how());
    } catch (cause) {
      if (!(cause instanceof AudioError)) throw cause;
      error = cause;
    }
    listeners.call();
  }

  /** Sound that was paid for is given up for nothing less than more of it. */
  function tryAgain(old: Recording): void {
    const fresh = store.renew(recipe);
    if (fresh === old) return;
    const leave = follow(fresh, judge);
    attempt = {
      fresh,
      drop() {
        attempt = null;
        leave();
      },
    };
    error = null;
    judge();

    function judge(): void {
      const further = fresh.audio.frames().ready > old.audio.frames().ready;
      if (further || fresh.loading === 'complete') hold(fresh);
      else if (fresh.loading === 'failed') {
        error = fresh.error;
        store.restore(old);
        attempt?.drop();
      }
      listeners.call();
    }
  }

  return {
    get current() {
      return current;
    },
    get loading() {
      const loading = (attempt?.fresh ?? current)?.loading ?? 'abandoned';
      if (loading === 'abandoned') return error ? 'failed' : 'idle';
      return loading;
    },
    get renewing() {
      return attempt !== null;
    },
    get error() {
      return attempt ? null : (error ?? current?.error ?? null);
    },
    program: {
      part: () => current?.audio,
      after: () => 'end',
      want() {
        if (!current && !error) take(() => store.open(recipe));
      },
      subscribe: listeners.add,
    },
    subscribe: listeners.add,
    open: () => take(() => store.open(recipe)),
    renew() {
      if (attempt) return;
      if (current && current.audio.frames().ready > 0) tryAgain(current);
      else take(() => store.renew(recipe));
      listeners.call();
    },
    release: drop,
    revive() {
      if (current && !release) {
        const found = current.loading === 'abandoned' ? null : current;
        current = null;
        hold(found);
      }
      hold(store.peek(recipe.key));
    },
  };
}

/** Holds a recording and hears of its changes. Returns how to let go. */
function follow(recording: Recording, listener: () => void): (when?: 'now') => void {
  const free = recording.retain();
  const leave = recording.subscribe(listener);
  return (when) => {
    leave();
    free(when);
  };
}
