import type { CaretMove } from './caret-move.js';

/** The part of a keyboard event that matters. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key asks of the caret; `extend` draws a selection along. */
export type CaretCommand =
  | { readonly kind: 'move'; readonly move: CaretMove; readonly extend: boolean }
  | { readonly kind: 'play' | 'say' | 'leave' };

/**
 * The keys of a transcript: left and right by word as they lie on the line, up and down by sentence, with Ctrl (or Option)
 * by paragraph, Home and End, Enter to play from there, Shift and Enter to say where the voice is, Escape to go back to it.
 * Page Up, Page Down and Space are left to the page. Null for every other key.
 */
export function caretCommand(pressed: PressedKey, isRightToLeft: boolean): CaretCommand | null {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = pressed;
  if (metaKey) return null;
  if (key === 'Enter' || key === 'Escape') {
    if (ctrlKey || altKey || (shiftKey && key === 'Escape')) return null;
    return { kind: key === 'Escape' ? 'leave' : shiftKey ? 'say' : 'play' };
  }
  const move = moveOf(pressed, isRightToLeft);
  return move && { kind: 'move', move, extend: shiftKey };
}

function moveOf({ key, ctrlKey, altKey }: PressedKey, isRightToLeft: boolean): CaretMove | null {
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return { to: key === 'ArrowDown' ? 'next' : 'previous', unit: ctrlKey || altKey ? 'paragraphs' : 'sentences' };
  }
  // With Alt these go back and forth in the browser's history.
  if (altKey) return null;
  if (key === 'Home' || key === 'End') return { to: key === 'Home' ? 'start' : 'end' };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  return { to: (key === 'ArrowRight') !== isRightToLeft ? 'next' : 'previous', unit: 'words' };
}
