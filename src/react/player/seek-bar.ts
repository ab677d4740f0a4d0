import { wordsAround } from '../../alignment/words-around.js';
import type { Speech } from '../../speech/speech.js';
import { formatTime } from '../format-time.js';
import { bindSeekDrag } from './seek-drag.js';

/** What a screen reader says of a place: seconds of how many, and the words there; none while the voice says them itself. */
export type FormatPlace = (seconds: number, duration: number, words: string) => string;

/** Parts of a seek bar in the DOM, and how it says where it is. */
export interface SeekBarParts {
  input: HTMLInputElement;
  box: HTMLElement;
  formatValue: FormatPlace;
}

/** A seek bar that moves with the voice. */
export interface BoundSeekBar {
  /** To be called when the length of the sound is another. */
  follow(): void;
  stop(): void;
}

/** Steps to the length of the rail while it plays. */
const STEPS = 2000;

/** Moves a seek bar with the voice, and the voice with the seek bar, without React. */
export function bindSeekBar(speech: Speech, { input, box, formatValue }: SeekBarParts): BoundSeekBar {
  let shown = Number.NEGATIVE_INFINITY;

  function show(seconds: number): void {
    shown = seconds;
    const { duration: whole } = speech.getSnapshot();
    if (whole === null) {
      // Another text, of which nothing is known yet: nothing of the last one may stay.
      drag.letGo();
      hidePreview();
      input.value = '0';
      input.removeAttribute('aria-valuetext');
      box.style.setProperty('--played', '0%');
      return;
    }
    input.value = String(seconds);
    if (!drag.isDragging()) drag.rest();
    box.style.setProperty('--played', `${(100 * seconds) / (whole || 1)}%`);
    // Words only where the reader put it: read on while it plays, they would be spoken over the voice.
    const said = formatValue(
      seconds,
      whole,
      !drag.isDragging() && speech.getSnapshot().status === 'playing' ? '' : wordsIn(seconds),
    );
    if (input.getAttribute('aria-valuetext') !== said) input.setAttribute('aria-valuetext', said);
  }
  const wordsIn = (seconds: number): string => {
    const { before, word, after } = around(seconds);
    return `${before}${word}${after}`.trim();
  };
  function around(seconds: number) {
    const { timeline } = speech.getSnapshot();
    const offset = timeline.offsetAt(seconds);
    // Behind what came nobody knows which words will be there.
    const isKnown = timeline.knownUntil >= timeline.text.length || offset < timeline.knownUntil - 1;
    return wordsAround(timeline.spans, isKnown ? offset : -1);
  }
  function follow(): void {
    if (drag.isDragging()) return;
    const { duration, status } = speech.getSnapshot();
    const seconds = Math.min(speech.currentTime(), duration ?? 0);
    // Less than a pixel is not seen, and would be a style update in every frame.
    const isSeen = Math.abs(seconds - shown) * STEPS >= (duration ?? 0);
    if (isSeen || status !== 'playing') show(seconds);
  }
  /** What would be heard from where the thumb is. */
  function preview(seconds: number): void {
    const card = box.querySelector<HTMLElement>('.readalong-preview');
    const [time, before, word, after] = card?.querySelectorAll('[data-part]') ?? [];
    if (!card || !time || !before || !word || !after) return;
    const words = around(seconds);
    const { duration: whole, durationQuality, buffered } = speech.getSnapshot();
    card.hidden = false;
    const isGuess = durationQuality === 'estimated' && seconds > buffered;
    time.textContent = `${isGuess ? '≈ ' : ''}${formatTime(seconds)}`;
    before.textContent = words.before;
    word.textContent = words.word.trim();
    after.textContent = words.word.slice(words.word.trimEnd().length) + words.after;
    box.style.setProperty('--preview', `${(100 * seconds) / (whole || 1)}%`);
  }
  function hidePreview(): void {
    box.removeAttribute('data-dragging');
    const card = box.querySelector<HTMLElement>('.readalong-preview');
    if (card) card.hidden = true;
  }
  const drag = bindSeekDrag(input, {
    // While the thumb is dragged it goes ahead alone; the voice comes after when it is let go.
    onDrag() {
      box.toggleAttribute('data-dragging', true);
      show(input.valueAsNumber);
      preview(input.valueAsNumber);
    },
    onDrop() {
      speech.seek(input.valueAsNumber);
      hidePreview();
    },
    onCancel() {
      hidePreview();
      // Also where the voice has hardly moved: the bar must not stay where it was dragged to.
      shown = Number.NEGATIVE_INFINITY;
      follow();
    },
  });
  follow();
  const leave = speech.subscribeFrames(follow);
  return {
    follow,
    stop() {
      leave();
      hidePreview();
      drag.stop();
    },
  };
}
