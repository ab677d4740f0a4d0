import type { TextColumn } from './text-column.js';

/** How high paragraphs will be that are not laid out yet. Lengths are CSS pixels. */
export interface TextHeights {
  estimate(index: number): number;
  /** From this paragraph on the text is another one. */
  forget(from: number): void;
  /** Learns how wide letters are from paragraphs that are laid out, for a column of that width. */
  learn(measured: readonly { readonly index: number; readonly height: number }[], column: TextColumn): void;
}

/** Creates the estimates for the paragraphs that `textOf` gives, from their letters alone at first. */
export function createTextHeights(textOf: (index: number) => string, first: TextColumn): TextHeights {
  let column = first;
  let letter = 0.45 * first.fontSize;
  const letters: number[] = [];

  /** Letters of a paragraph, of which wide ones count twice. */
  function lettersOf(index: number): number {
    letters[index] ??= countLetters(textOf(index));
    return letters[index];
  }

  return {
    estimate: (index) => Math.max(1, Math.ceil((lettersOf(index) * letter) / column.width)) * column.lineHeight,
    forget(from) {
      letters.length = Math.min(letters.length, from);
    },
    learn(measured, next) {
      if (next.fontSize !== column.fontSize) letter *= next.fontSize / column.fontSize;
      column = next;
      let [filled, count] = [0, 0];
      for (const { index, height } of measured) {
        const lines = Math.round(height / column.lineHeight);
        // The last line is half full, on the average; a lone one says nothing.
        if (lines < 2) continue;
        filled += (lines - 0.5) * column.width;
        count += lettersOf(index);
      }
      if (count > 500) letter = filled / count;
    },
  };
}

function countLetters(text: string): number {
  let letters = text.length;
  // Each line break leaves half a line empty.
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) letters += 40;
  return WIDE.test(text) ? letters + (text.match(ALL_WIDE)?.length ?? 0) : letters;
}

const WIDE = /[\u2E80-\uFFDC]/;
const ALL_WIDE = /[\u2E80-\uFFDC]/g;
