import { createListeners } from '../audio/listeners.js';
import { createSpeakableText, type SpeakableTextOptions } from './speakable-text.js';

/** A text that may still be coming, in pieces that can be spoken. Shared by all who read the same source, which can be read once. */
export interface GrowingText {
  readonly text: string;
  readonly final: boolean;
  /** What ended it before its time, or null. */
  readonly error: unknown;
  /** Begins to read the source, once. */
  start(): void;
  subscribe(listener: () => void): () => void;
}

const growing = new WeakMap<AsyncIterable<string>, GrowingText>();

/** The text of a source. A string is all there is of it. */
export function growingText(source: string | AsyncIterable<string>, options: SpeakableTextOptions): GrowingText {
  if (typeof source === 'string') {
    return { text: source, final: true, error: null, start() {}, subscribe: () => () => {} };
  }
  const found = growing.get(source) ?? read(source, options);
  growing.set(source, found);
  return found;
}

function read(source: AsyncIterable<string>, options: SpeakableTextOptions): GrowingText {
  const listeners = createListeners();
  let text = '';
  let final = false;
  let error: unknown = null;
  let started = false;

  async function follow(): Promise<void> {
    try {
      for await (const piece of createSpeakableText(source, options)) {
        text += piece;
        listeners.call();
      }
    } catch (cause) {
      error = cause;
    }
    final = true;
    listeners.call();
  }

  return {
    get text() {
      return text;
    },
    get final() {
      return final;
    },
    get error() {
      return error;
    },
    start() {
      if (started) return;
      started = true;
      void follow();
    },
    subscribe: listeners.add,
  };
}
