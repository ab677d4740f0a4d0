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

/** The segments of a text, cut in pieces at segment borders when it is long. */
export function* segmentPieces(
  text: string,
  granularity: 'grapheme' | 'word' | 'sentence',
  locale: string | undefined,
): Generator<Segment, void, undefined> {
  const segmenter = segmenterFor(granularity, locale);
  let from = 0;
  while (from < text.length) {
    const whole = text.length - from <= PIECE;
    const piece = whole ? text.slice(from) : text.slice(from, from + PIECE);
    const segments = [...segmenter.segment(piece)];
    // The last segment of a cut piece may go on behind the cut: leave it for the next piece, unless it is all there is.
    if (!whole && segments.length > 1) segments.pop();
    let end = from;
    for (const { index, segment, isWordLike } of segments) {
      end = from + index + segment.length;
      yield { index: from + index, end, isWordLike: isWordLike ?? false };
    }
    from = end;
  }
}
