/** A grapheme that is seen: where it starts in the text, and its box in the viewport. */
export interface GraphemeBox {
  readonly offset: number;
  readonly grapheme: string;
  readonly rect: DOMRect;
}

/** The boxes of all graphemes of a text, measured one by one from its paragraphs: the truth of a hit-test. */
export function graphemeBoxes(transcript: Element, text: string): GraphemeBox[] {
  const boxes: GraphemeBox[] = [];
  const segmenter = new Intl.Segmenter();
  let from = 0;
  for (const { firstChild: node } of transcript.querySelectorAll('p')) {
    if (!(node instanceof Text)) throw new Error('A paragraph holds no text.');
    const start = text.indexOf(node.data, from);
    from = start + node.length;
    for (const { index, segment } of segmenter.segment(node.data)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      for (const rect of range.getClientRects()) {
        if (middlesBetween(rect.left, rect.right).length > 0)
          boxes.push({ offset: start + index, grapheme: segment, rect });
      }
    }
  }
  return boxes;
}

/** The boxes that hold a point; more than one where lines or marks overlap. */
export const boxesAt = (boxes: readonly GraphemeBox[], x: number, y: number): GraphemeBox[] =>
  boxes.filter(({ rect }) => x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom);

/** The middle of a random pixel of a random box. */
export function randomPress(boxes: readonly GraphemeBox[], random: () => number): { x: number; y: number } {
  const box = boxes[Math.floor(random() * boxes.length)];
  if (!box) throw new Error('Nothing of the text is seen.');
  const { left, right, top, bottom } = box.rect;
  const columns = middlesBetween(left, right);
  const rows = middlesBetween(top, bottom);
  return {
    x: columns[Math.floor(random() * columns.length)] ?? left,
    y: rows[Math.floor(random() * rows.length)] ?? top,
  };
}

/** The middles of the pixels between two edges. */
function middlesBetween(from: number, to: number): number[] {
  const middles: number[] = [];
  for (let at = Math.floor(from) + 0.5; at < to; at++) if (at >= from) middles.push(at);
  return middles;
}

/** Random numbers that are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
