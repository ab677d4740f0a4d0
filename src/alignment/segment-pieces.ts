/** Intl.Segmenter is quadratic on long strings in Node 20: 2 000 units at a time cost nothing that can be felt. */
const PIECE = 2000;

export interface Segment {
  readonly index: number;
  readonly end: number;
  readonly isWordLike: boolean;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter for a locale, made once: making one costs about as much as segmenting a page. Unknown locales mean the default one. */
export function segmenterFor(
  granularity: 'grapheme' | 'word' | 'sentence',
  locale: string | undefined,
): Intl.Segmenter {
  const name = `${granularity} ${locale ?? ''}`;
  let segmenter = segmenters.get(name);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(locale, { granularity });
    } catch {
      segmenter = new Intl.Segmenter(undefined, { granularity });
    }
    segmenters.set(name, segmenter);
  }
  return segmenter;
}

/** Units at both sides of a cut that tell whether a segment ends there. */
const NEAR = 64;

/** The segments of a text, cut in pieces at segment borders when it is long. A segment longer than a piece is one all the same. */
export function* segmentPieces(
  text: string,
  granularity: 'grapheme' | 'word' | 'sentence',
  locale: string | undefined,
): Generator<Segment, void, undefined> {
  const segmenter = segmenterFor(granularity, locale);
  let from = 0;
  let open: Segment | null = null;
  while (from < text.length) {
    const whole = text.length - from <= PIECE;
    const piece = whole ? text.slice(from) : text.slice(from, behindPair(text, from + PIECE));
    const segments = [...segmenter.segment(piece)];
    // The last segment of a cut piece may go on behind the cut: leave it for the next piece, unless it is all there is.
    const isOne = !whole && segments.length === 1;
    if (!whole && !isOne) segments.pop();
    let end = from;
    for (const { index, segment, isWordLike = false } of segments) {
      end = from + index + segment.length;
      const next = { index: from + index, end, isWordLike };
      if (open) {
        const before: Segment = open;
        open = null;
        if (endsAt(segmenter, text, from)) yield before;
        else {
          next.index = before.index;
          next.isWordLike ||= before.isWordLike;
        }
      }
      if (isOne) open = next;
      else yield next;
    }
    from = end;
  }
}

/** A cut that leaves the two halves of a character together. */
const behindPair = (text: string, cut: number): number => ((text.codePointAt(cut - 1) ?? 0) > 0xffff ? cut + 1 : cut);

function endsAt(segmenter: Intl.Segmenter, text: string, at: number): boolean {
  const from = Math.max(0, at - NEAR);
  return segmenter.segment(text.slice(from, at + NEAR)).containing(at - from)?.index === at - from;
}
