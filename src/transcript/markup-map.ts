import { lettersOf } from './letters.js';
import { type MarkupLetters, readMarkupLetters } from './markup-letters.js';
import { type LetterMatch, matchLetters } from './match-letters.js';
import { isText } from './paragraph-point.js';
import type { TextMap } from './text-map.js';

/** A map to content that is not ours. */
export interface MarkupMap extends TextMap {
  /** The content is not what it was: it is read again when it is asked for. */
  refresh(): void;
  /** The text that is spoken. */
  setText(text: string): void;
}

/** Maps a text to the markup that shows it, letter by letter: white space may differ, and what differs else has no place. Read when first asked. */
export function createMarkupMap(content: () => Element | null): MarkupMap {
  let text = '';
  let ours = lettersOf(text);
  let read: { readonly theirs: MarkupLetters; readonly match: LetterMatch } | null = null;

  function now(): { readonly theirs: MarkupLetters; readonly match: LetterMatch } {
    if (!read) {
      const theirs = readMarkupLetters(content());
      read = { theirs, match: matchLetters(ours.text, theirs.text) };
    }
    return read;
  }

  return {
    refresh() {
      read = null;
    },
    setText(next) {
      if (next === text) return;
      text = next;
      ours = lettersOf(next);
      read = null;
    },
    pointAt(offset) {
      const { theirs, match } = now();
      const letter = ours.before(offset);
      if (ours.at(letter) === offset || letter === 0) return theirs.pointOf(match.forth(letter));
      // Between letters: behind the one before.
      const point = theirs.pointOf(match.forth(letter - 1));
      return point && { node: point.node, offset: Math.min(point.offset + 1, point.node.length) };
    },
    clip(start, end) {
      const { match } = now();
      let first = ours.before(start);
      let last = ours.before(end) - 1;
      while (first <= last && match.forth(first) < 0) first++;
      while (last >= first && match.forth(last) < 0) last--;
      return first <= last ? { start: ours.at(first), end: ours.at(last) + 1 } : null;
    },
    offsetOf(node, offset) {
      const { theirs, match } = now();
      const found = isText(node) ? theirs.inNode(node) : null;
      if (!found) return null;
      const { letters, before } = found;
      const inNode = letters.before(offset);
      const letter = match.back(before + inNode);
      if (letters.at(inNode) === offset && inNode < letters.text.length) return letter < 0 ? null : ours.at(letter);
      const previous = match.back(before + inNode - 1);
      if (previous >= 0) return ours.at(previous) + 1;
      return letter < 0 ? null : ours.at(letter);
    },
  };
}
