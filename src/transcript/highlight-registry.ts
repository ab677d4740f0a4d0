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

/**
 * What the marks need where the app brings no theme. A constructed sheet, which a strict CSP allows, in a layer below
 * the theme's own rules. The class stands in front since a bare ::highlight() takes its colours from the root.
 */
const BASE = `@layer readalong { @layer base {
  .readalong-transcript p { white-space: pre-line }
  .readalong-transcript p[data-spaces] { white-space: pre-wrap }
  .readalong-transcript ::highlight(readalong-sentence) { background-color: rgb(255 198 60 / .2) }
  .readalong-transcript ::highlight(readalong-word) { background-color: #ffe5a6; color: #1c1e26; text-decoration: underline .1em #a66a00 }
  .readalong-transcript ::highlight(readalong-character) { background-color: #ffc649; color: #1c1e26 }
  [data-look=none] ::highlight(readalong-sentence), [data-look=none] ::highlight(readalong-word), [data-look=none] ::highlight(readalong-character) { background-color: transparent; color: inherit; text-decoration: none }
} }`;

const adopted = new WeakSet<Document>();

/** Sees to it that a document has the base rules, once. */
export function adoptBaseStyles(document: Document): void {
  if (adopted.has(document) || !('adoptedStyleSheets' in document)) return;
  adopted.add(document);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(BASE);
  document.adoptedStyleSheets.push(sheet);
}
