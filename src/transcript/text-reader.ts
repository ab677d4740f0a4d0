import type { TextRange } from '../alignment/text-range.js';
import { type Caret, createCaret } from './caret.js';
import type { PressedKey } from './caret-key.js';
import type { Follow } from './follow.js';
import { offsetFromPoint } from './hit-test.js';
import { watchHover } from './hover.js';
import { sayPolitely } from './say-politely.js';
import { selectedRange, watchSelection } from './selection.js';
import type { ShownPage } from './shown-page.js';
import { announcePage } from './shown-pages.js';
import { createTextPress, type PressEvent } from './text-press.js';
import type { VoicePlace } from './voice-place.js';

/** What a reader's hands do to a text: presses, keys, selections. */
export interface TextReader {
  pointerDown(event: PressEvent): void;
  /** Sends the voice to the character under a click, where the click was meant for it. */
  click(event: PressEvent): void;
  /** Whether a key was one of the text's. */
  keyDown(key: PressedKey): boolean;
  /** `isByKeyboard`: it shows where it is. */
  setFocused(isByKeyboard: boolean): void;
  remove(): void;
}

export interface CreateTextReaderOptions {
  /** An empty element of the page's root, for the caret's ring and for what is said when it is asked. */
  layer: HTMLElement;
  follow?: Follow | undefined;
  onSelectRange?: ((range: TextRange | null) => void) | undefined;
  /** Where the voice is, in words, for a reader who asks. */
  sayPlace(): string;
}

/** Joins a page that is shown, the voice that speaks it, and the reader's hands. */
export function createTextReader(page: ShownPage, voice: VoicePlace, options: CreateTextReaderOptions): TextReader {
  const { root, map } = page;
  const { layer, follow, onSelectRange, sayPlace } = options;
  const { ownerDocument } = root;
  const press = createTextPress();
  let unsay = (): void => {};
  const caret: Caret = createCaret(page, voice, {
    layer,
    onScrolled: () => follow?.detach(),
    onReturn: () => follow?.returnToVoice(),
    onSay() {
      unsay();
      unsay = sayPolitely(layer, sayPlace());
    },
  });
  const ears = new AbortController();
  // Caught on the way down: `scroll` does not bubble, and any of the ancestors may be what moves.
  ownerDocument.addEventListener('scroll', ({ timeStamp }) => press.scrolled(timeStamp), {
    capture: true,
    passive: true,
    signal: ears.signal,
  });
  const leave = [
    announcePage(voice, page),
    watchHover(page),
    follow?.attach(page, voice),
    onSelectRange && watchSelection(page, onSelectRange),
    caret.remove,
    () => ears.abort(),
    () => unsay(),
  ];
  const hasSelection = (): boolean => selectedRange(page) !== null;
  const offsetUnder = ({ clientX, clientY }: PressEvent) => offsetFromPoint(ownerDocument, map, clientX, clientY);
  let aim: { readonly offset: number | null } | null = null;
  function forgetPress(): void {
    aim = null;
    press.cancel();
  }
  ownerDocument.addEventListener('pointercancel', forgetPress, { signal: ears.signal });

  return {
    pointerDown(event) {
      press.down(event, hasSelection());
      // Now: by the time it is a click the page may have gone on under the pointer.
      aim = { offset: offsetUnder(event) };
    },
    click(event) {
      // Its pointer may have gone elsewhere before: what a script or a screen reader clicks has no press of its own.
      if (event.detail === 0) forgetPress();
      const offset = aim ? aim.offset : offsetUnder(event);
      aim = null;
      if (!press.isMeant(event, hasSelection()) || offset === null) return;
      caret.leave();
      voice.seekToOffset(offset);
    },
    keyDown: caret.press,
    setFocused: caret.setFocused,
    remove() {
      for (const stop of leave) stop?.();
    },
  };
}
