import type { Fold } from './fold-text.js';

/** A folded text, and where each of its UTF-16 units comes from. */
export interface FoldedText {
  readonly source: string;
  readonly text: string;
  /** The offset in the source of the character that a folded unit comes from; of its length, the source's. */
  sourceAt(index: number): number;
}

/** Folds a text, white space to one space each stretch. */
export function foldedText(source: string, fold: Fold): FoldedText {
  // ASCII is one unit for one, and most of most texts: no string is made for it.
  const ascii = Uint16Array.from({ length: 128 }, (_, code) => fold(String.fromCharCode(code)).charCodeAt(0) || 0);
  let units = new Uint16Array(source.length + 64);
  let sources = new Int32Array(source.length + 64);
  let count = 0;

  function add(code: number, from: number): void {
    if (code === SPACE && count > 0 && units[count - 1] === SPACE) return;
    if (count === units.length) {
      units = grown(units, new Uint16Array(count * 2));
      sources = grown(sources, new Int32Array(count * 2));
    }
    units[count] = code;
    sources[count++] = from;
  }

  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (code < 128) {
      add(ascii[code] ?? 0, at++);
      continue;
    }
    const character = String.fromCodePoint(source.codePointAt(at) ?? code);
    const folded = fold(character);
    for (let i = 0; i < folded.length; i++) add(folded.charCodeAt(i), at);
    at += character.length;
  }
  // A decoder of UTF-16 makes one string of millions of units without a copy each.
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, count));
  return { source, text, sourceAt: (index) => (index < count ? (sources[index] ?? 0) : source.length) };
}

const SPACE = 32;

function grown<Column extends Uint16Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
