/** What can be lit in a transcript, from the bottom of the pile to its top. */
export const MARK_NAMES = ['upcoming', 'sentence', 'spoken', 'word', 'character'] as const;
export type MarkName = (typeof MARK_NAMES)[number];

/** Whether this browser can paint ranges without touching the DOM. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** The document's one Highlight for a mark (`readalong-word` and so on), made at first use. Each transcript adds its own range. */
export function sharedHighlight(name: MarkName): Highlight {
  const registered = `readalong-${name}`;
  let highlight = CSS.highlights.get(registered);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = MARK_NAMES.indexOf(name);
    CSS.highlights.set(registered, highlight);
  }
  return highlight;
}
