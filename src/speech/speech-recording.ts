import { createListeners } from '../audio/listeners.js';
import type { Program } from '../audio/program.js';
import { AudioError, type SpeechError } from '../errors.js';
import { missingRelay } from '../relay/missing-relay.js';
import type { Relay } from '../relay/relay.js';
import type { Recipe, Recording } from '../store/recording.js';
import type { SpeechStore } from '../store/speech-store.js';
import { DEFAULT_OUTPUT_FORMAT } from '../wire/output-format.js';
import { narrationAlignment, narrationStream } from './narration-stream.js';
import { sourceKey } from './source-key.js';
import { isNarrationSource, isRecordingSource, type SpeechSource } from './speech-source.js';

/** The one recording behind a speech: opened when it is wanted, held while somebody listens. */
export interface SpeechRecording {
  readonly recipe: Recipe;
  readonly current: Recording | null;
  /** Why there is no recording although one was wanted. */
  readonly error: SpeechError | null;
  readonly program: Program;
  subscribe(listener: () => void): () => void;
  /** Opens the recording, buying it if nobody has. */
  open(): void;
  /** Buys again what failed. */
  renew(): void;
  /** Lets go for the time being; the store ends the request if nobody else holds it. */
  release(): void;
  /** Takes hold again of what is still there. */
  revive(): void;
}

export function createSpeechRecording(
  source: SpeechSource,
  store: SpeechStore,
  relay: Relay | undefined,
): SpeechRecording {
  const recipe = recipeOf(source, relay ?? missingRelay);
  const listeners = createListeners();
  let current: Recording | null = null;
  let error: SpeechError | null = null;
  let release: (() => void) | null = null;

  function hold(recording: Recording | null): void {
    if (!recording || (recording === current && release)) return;
    drop();
    current = recording;
    error = null;
    const free = recording.retain();
    const leave = recording.subscribe(listeners.call);
    release = () => {
      leave();
      free();
    };
  }

  function drop(): void {
    release?.();
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

  return {
    recipe,
    get current() {
      return current;
    },
    get error() {
      return error ?? current?.error ?? null;
    },
    program: {
      parts: () => (current ? [current.audio] : []),
      want() {
        if (!current && !error) take(() => store.open(recipe));
      },
      subscribe: listeners.add,
    },
    subscribe: listeners.add,
    open: () => take(() => store.open(recipe)),
    renew: () => take(() => store.renew(recipe)),
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

function recipeOf(source: SpeechSource, relay: Relay): Recipe {
  const key = sourceKey(source);
  const outputFormat = source.outputFormat ?? DEFAULT_OUTPUT_FORMAT;
  if (isRecordingSource(source) || isNarrationSource(source)) {
    const text = isNarrationSource(source) ? source.text : undefined;
    return {
      key,
      text: text ?? narrationAlignment(source)?.characters.join(''),
      outputFormat,
      buy: (signal) => narrationStream(source, signal),
    };
  }
  return {
    key,
    text: source.text,
    outputFormat,
    buy: (signal) => relay.speak(source, { signal }),
  };
}
