import type { TextSpans } from '../alignment/text-spans.js';
import type { Timeline } from '../alignment/timeline.js';
import { createListeners } from '../audio/listeners.js';
import { type PracticeUnit, unitsOf } from './unit-range.js';

/** What dictation needs of the speech that dictates. */
export interface DictationVoice {
  getSnapshot(): { readonly timeline: Timeline; readonly status: string };
  litOffset(): number | null;
  watch(listener: () => void): () => void;
  subscribeFrames(listener: () => void): () => void;
}

export interface DictationOptions {
  /** What is shown at a time. @default 'word' */
  unit?: PracticeUnit | undefined;
  /** Whether it is shown as soon as it begins to sound, or when all of it was heard. @default 'heard' */
  when?: 'begun' | 'heard' | undefined;
  /** UTF-16 offset up to which the text is shown from the beginning, where that is more than was heard. @default 0 */
  revealed?: number | undefined;
}

/** A dictation: the text is hidden until it was spoken, and what was shown stays shown. */
export interface Dictation {
  /** UTF-16 offset of what is shown up to which the text is to be seen; all of it while the dictation is off. */
  revealedUntil(): number;
  /** Calls back when that is another. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  readonly isOn: boolean;
  /** Hides the text, but for what lies before the place that is heard. */
  start(options?: DictationOptions): void;
  /** Shows one more unit: a hint. */
  hint(): void;
  /** Shows all. */
  stop(): void;
  dispose(): void;
}

/** Up to where a text is to be seen when the character at an offset is heard; null before the first. */
export function revealedAt(
  spans: TextSpans,
  lit: number | null,
  { unit = 'word', when = 'heard' }: DictationOptions,
): number {
  const units = unitsOf(spans, unit);
  const index = lit === null ? -1 : units.indexAt(lit);
  if (index < 0) return 0;
  // A stretch of white space behind a unit says that the unit was heard.
  const isHeard = lit !== null && lit >= units.end(index);
  if (when === 'begun' || isHeard) return units.end(index);
  return index > 0 ? units.end(index - 1) : 0;
}

/**
 * Creates a dictation: what of the text may be seen follows what was heard. Hides nothing itself.
 *
 * @example const dictation = createDictation(speech); dictation.start({ unit: 'sentence' }); speech.play()
 */
export function createDictation(voice: DictationVoice): Dictation {
  const listeners = createListeners();
  let options: DictationOptions | null = null;
  let revealed = 0;
  let leave = (): void => {};

  const spans = (): TextSpans => voice.getSnapshot().timeline.spans;

  function reveal(until: number): void {
    if (until <= revealed) return;
    revealed = until;
    listeners.call();
  }

  function look(): void {
    if (!options) return;
    if (voice.getSnapshot().status === 'ended') reveal(spans().text.length);
    else reveal(revealedAt(spans(), voice.litOffset(), options));
  }

  function stop(): void {
    leave();
    leave = () => {};
    if (!options) return;
    options = null;
    listeners.call();
  }

  return {
    revealedUntil: () => (options ? revealed : spans().text.length),
    subscribe: listeners.add,
    get isOn() {
      return options !== null;
    },
    start(chosen = {}) {
      leave();
      options = chosen;
      revealed = Math.max(revealedAt(spans(), voice.litOffset(), chosen), chosen.revealed ?? 0);
      const leaves = [voice.watch(look), voice.subscribeFrames(look)];
      leave = () => {
        for (const stopOne of leaves) stopOne();
      };
      listeners.call();
    },
    hint() {
      if (!options) return;
      const units = unitsOf(spans(), options.unit ?? 'word');
      // The unit that holds the border, or the one behind it.
      const index = units.indexAt(revealed);
      const shown = index >= 0 && revealed >= units.end(index) ? index + 1 : Math.max(0, index);
      if (shown < units.count) reveal(units.end(shown));
    },
    stop,
    dispose() {
      leave();
      options = null;
    },
  };
}
