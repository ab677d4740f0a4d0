import { segmenterFor } from './segment-pieces.js';

/** How far back a border is looked for that needs no context, in UTF-16 units: a text of nothing but flags has none. */
const LOOK_BACK = 16_000;
const BEFORE = /[\s\p{L}\p{N}\p{P}\p{S}]/u;
const AFTER = /[\s\p{L}\p{N}\p{P}\p{S}]/u;
/** Letters that join what is before: jamo of Hangul, the vowels am of Thai and Lao, voicing marks; and a letter that joins what follows. */
const JOINS = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u0e33\u0eb3\uff9e\uff9f\u0d4e\n]/;

/** The last offset at or before `from` where a grapheme begins whatever stands further before it. */
export function safeStart(text: string, from: number): number {
  const least = Math.max(0, from - LOOK_BACK);
  for (let at = Math.min(from, text.length); at > least; at--) {
    const before = text[at - 1] ?? '';
    const after = text[at] ?? ' ';
    if (BEFORE.test(before) && AFTER.test(after) && !JOINS.test(before + after)) return at;
  }
  return least;
}

/** Where the grapheme that an offset lies in begins. */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  const from = safeStart(text, offset - 1);
  const around = text.slice(from, offset + 32);
  return (
    from +
    (segmenterFor('grapheme', undefined)
      .segment(around)
      .containing(offset - from)?.index ?? 0)
  );
}
