import type { TextRange } from '../alignment/text-range.js';
import { caretCommand, type PressedKey } from './caret-key.js';
import { type CaretMove, caretMove } from './caret-move.js';
import { createCaretRing } from './caret-ring.js';
import { playRange } from './play-range.js';
import { scrollerOf } from './scroller.js';
import { selectedRange, selectRange } from './selection.js';
import { rectsOfText, type ShownPage } from './shown-page.js';
import type { VoicePlace } from './voice-place.js';

/** Where the keyboard is in a text. It is with the voice until it is moved. */
export interface Caret {
  /** Does what a key asks. Whether it was one of the caret's. */
  press(key: PressedKey): boolean;
  /** Goes back to the voice. */
  leave(): void;
  /** Takes the ring away while the text has no focus; the caret keeps its place. */
  setFocused(isFocused: boolean): void;
  remove(): void;
}

export interface CreateCaretOptions {
  /** An element of the page's root beside its paragraphs, for the ring. */
  layer: HTMLElement;
  /** The page was scrolled to show the caret. */
  onScrolled?(): void;
  /** The reader wants to be where the voice is. */
  onReturn?(): void;
  /** The reader asks where the voice is. */
  onSay?(): void;
}

/** Creates the caret of a page that a voice speaks. */
export function createCaret(page: ShownPage, voice: VoicePlace, options: CreateCaretOptions): Caret {
  const { root, map } = page;
  const ring = createCaretRing(page, options.layer);
  let offset: number | null = null;
  let anchor: number | null = null;
  /** What was selected when the caret went on from it. */
  let old: TextRange | null = null;
  let isFocused = false;

  const wordAt = (place: number) => {
    const { words } = page.spans;
    const index = Math.max(0, words.indexAt(place));
    return { start: Math.max(0, words.start(index)), end: words.end(index) };
  };
  /** Before the first word while nothing is heard, so that a first step goes to it. */
  const place = (): number => offset ?? voice.litOffset() ?? -1;

  function draw(): void {
    const isShown = offset !== null && isFocused;
    ring.show(offset !== null && isFocused ? wordAt(offset) : null);
    // So that a theme need not ring the whole text as well.
    root.toggleAttribute('data-caret', isShown);
  }

  function isRightToLeft(): boolean {
    const point = map.pointAt(Math.max(0, place()));
    return getComputedStyle(point?.node.parentElement ?? root).direction === 'rtl';
  }

  function move(step: CaretMove, extend: boolean): void {
    const from = place();
    const to = caretMove(page.spans, from, step);
    page.ensureShown?.(to);
    if (extend) {
      anchor ??= Math.max(0, from);
      const fixed = wordAt(anchor);
      const free = wordAt(to);
      if (free.start >= fixed.start) selectRange(page, fixed.start, free.end);
      else selectRange(page, fixed.end, free.start);
    } else {
      // What the caret selected goes with it; what the pointer selected stays.
      if (anchor !== null) root.ownerDocument.getSelection()?.removeAllRanges();
      anchor = null;
      old = selectedRange(page);
    }
    offset = to;
    reveal(to);
    isFocused = true;
    draw();
  }

  /** Scrolls as far as is needed, to a third of the view so that what follows is seen too. */
  function reveal(to: number): void {
    const { start, end } = wordAt(to);
    const [rect] = rectsOfText(page, start, end);
    if (!rect) return;
    const scroller = scrollerOf(root);
    const { top, height } = scroller.view();
    if (rect.top >= top && rect.bottom <= top + height) return;
    const third = rect.top < top ? height / 3 : (2 * height) / 3;
    scroller.scrollTo(scroller.top + rect.top - top - third);
    options.onScrolled?.();
  }

  function play(): void {
    const range = selectedRange(page);
    // One that stood there before the caret went on is not meant any more.
    const isOld = anchor === null && offset !== null && range?.start === old?.start && range?.end === old?.end;
    if (range && !isOld) playRange(voice, range);
    else {
      if (offset !== null) voice.seekToOffset(offset);
      voice.play();
    }
    leave();
  }

  function leave(): void {
    offset = null;
    anchor = null;
    draw();
  }

  return {
    press(key) {
      const command = caretCommand(key, isRightToLeft());
      if (!command) return false;
      if (command.kind === 'move') move(command.move, command.extend);
      else if (command.kind === 'play') play();
      else if (command.kind === 'say') options.onSay?.();
      else {
        leave();
        options.onReturn?.();
      }
      return true;
    },
    leave,
    setFocused(now) {
      isFocused = now;
      draw();
    },
    remove() {
      root.removeAttribute('data-caret');
      ring.remove();
    },
  };
}
