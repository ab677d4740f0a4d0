import { createListeners } from '../audio/listeners.js';
import { createHolders } from '../store/holders.js';
import { createSharedSplits, type SharedSplits } from '../store/shared-splits.js';
import { createSpeakableText, type SpeakableTextOptions } from './speakable-text.js';

/** A text that may still be coming, in pieces that can be spoken. Shared by all who read the same source, which can be read once. */
export interface GrowingText {
  readonly text: string;
  readonly final: boolean;
  /** What ended it before its time, or null. */
  readonly error: unknown;
  /** Parts that were asked for while it was coming, in that order: whoever reads it asks for the same. */
  readonly held: readonly HeldPart[];
  /** Borders that were made in it; null for a string, whose borders a store shares. */
  readonly splits: SharedSplits | null;
  /** Says that a part is asked for. Of no effect once the text is final, as all read the same then. */
  hold(part: HeldPart): void;
  /**
   * Counts someone in; the first begins to read the source. Returns how to leave: some seconds after the last has left, the source is
   * told that nobody wants more, and the text ends as far as it came.
   */
  start(): () => void;
  subscribe(listener: () => void): () => void;
}

/** A part of a text that was still coming when it was asked for. */
export interface HeldPart {
  /** UTF-16 offset at which it begins. */
  readonly start: number;
  /** UTF-16 units of the text that had come: what is asked for says what follows, and that was no more. */
  readonly known: number;
}

/** Seconds for which a source is read on when nobody listens: a remount is no farewell. */
const GRACE = 5;

const growing = new WeakMap<AsyncIterable<string>, GrowingText>();

/** The text of a source. A string is all there is of it. */
export function growingText(source: string | AsyncIterable<string>, options: SpeakableTextOptions): GrowingText {
  if (typeof source === 'string') return wholeText(source);
  const found = growing.get(source) ?? read(source, options);
  growing.set(source, found);
  return found;
}

const wholeText = (text: string): GrowingText => ({
  text,
  final: true,
  error: null,
  held: [],
  splits: null,
  hold() {},
  start: () => () => {},
  subscribe: () => () => {},
});

function read(source: AsyncIterable<string>, options: SpeakableTextOptions): GrowingText {
  const listeners = createListeners();
  const abort = new AbortController();
  const held: HeldPart[] = [];
  let text = '';
  let final = false;
  let error: unknown = null;
  let started = false;

  async function follow(): Promise<void> {
    try {
      for await (const piece of createSpeakableText(source, { ...options, signal: abort.signal })) {
        text += piece;
        listeners.call();
      }
    } catch (cause) {
      error = cause;
    }
    final = true;
    listeners.call();
  }

  function begin(): void {
    if (started) return;
    started = true;
    void follow();
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
    held,
    splits: createSharedSplits(),
    hold(part) {
      if (final) return;
      held.push(part);
      listeners.call();
    },
    start: createHolders(GRACE, begin, () => abort.abort()),
    subscribe: listeners.add,
  };
}
