/** A text without its white space, which markup and rendering change at will. */
export interface Letters {
  readonly text: string;
  /** Letters in front of an offset of the whole text. */
  before(offset: number): number;
  /** The offset of a letter, by its number; the text's length behind the last. */
  at(letter: number): number;
}

/** Counts the letters of a text, UTF-16 units that are no white space. O(length) once, then O(1). */
export function lettersOf(whole: string): Letters {
  const before = new Int32Array(whole.length + 1);
  const text = whole.replace(/\s+/g, '');
  const at = new Int32Array(text.length);
  let count = 0;
  for (let offset = 0; offset < whole.length; offset++) {
    before[offset] = count;
    if (!isWhite(whole.charCodeAt(offset))) at[count++] = offset;
  }
  before[whole.length] = count;
  return {
    text,
    before: (offset) => before[Math.max(0, Math.min(offset, whole.length))] ?? 0,
    at: (letter) => at[letter] ?? whole.length,
  };
}

/** The same as \s, without an expression for what is nearly all of most texts. */
const isWhite = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)));
