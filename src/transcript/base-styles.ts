/** As strong as no class at all: what a theme says of a look comes after it. */
const ROOT = ':where(.readalong-transcript, .readalong-text)';

/** The text without what we draw behind it: else each step of the pill would cost the styles of eight marks on each of its elements. */
const TEXT = ':where(:not(.readalong-drawn))';

/**
 * What the marks need where the app brings no theme. A constructed sheet, which a strict CSP allows, in a layer below
 * the theme's own rules. The class stands in front since a bare ::highlight() takes its colours from the root,
 * and on the same element as the look: an ancestor of the app's own may have such an attribute too. Each paragraph is
 * isolated: what moves behind one is then no reason to look all others over, which a browser does at each step else.
 */
const BASE = `@layer readalong { @layer base {
  .readalong-transcript, .readalong-text { position: relative; isolation: isolate }
  .readalong-transcript p { white-space: pre-line; isolation: isolate }
  .readalong-transcript p[data-spaces] { white-space: pre-wrap }
  ${ROOT}[data-look=pill] ${TEXT}::highlight(readalong-sentence), ${ROOT}[data-look=marker] ${TEXT}::highlight(readalong-sentence) { background-color: rgb(255 198 60 / .2) }
  ${ROOT}[data-look] ${TEXT}::highlight(readalong-hover) { text-decoration: underline .06em dotted currentColor }
  ${ROOT}[data-look=pill] ${TEXT}::highlight(readalong-word) { color: #1c1e26 }
  ${ROOT}[data-look=marker] ${TEXT}::highlight(readalong-word) { background-color: #ffe5a6; color: #1c1e26; text-decoration: underline .1em #a66a00 }
  ${ROOT}[data-look=marker] ${TEXT}::highlight(readalong-character) { background-color: #ffc649; color: #1c1e26 }
  ${ROOT}[data-look=underline] ${TEXT}::highlight(readalong-word), ${ROOT}[data-look=sweep] ${TEXT}::highlight(readalong-word) { text-decoration: underline .07em; text-underline-offset: .3em }
  ${ROOT}[data-look=underline] ${TEXT}::highlight(readalong-character), ${ROOT}[data-look=sweep] ${TEXT}::highlight(readalong-character) { text-decoration: underline .16em; text-underline-offset: .3em }
  .readalong-transcript p[data-words] { contain: content; padding-inline: .25em; margin-inline: -.25em }
  .readalong-word[data-state=current] { background: #ffc649; color: #1c1e26; text-decoration: underline .1em #a66a00 }
  ${ROOT}[data-look=underline] .readalong-word[data-state=current], ${ROOT}[data-look=sweep] .readalong-word[data-state=current] { background: none; color: inherit; text-decoration: underline .16em; text-underline-offset: .3em }
  ${ROOT}[data-look=none] .readalong-word[data-state=current] { background: none; color: inherit; text-decoration: none }
  .readalong-letters::before { content: "m m" }
  .readalong-pills { position: absolute; inset: 0 auto auto 0; block-size: 0; pointer-events: none; user-select: none }
  .readalong-pill-mover { position: absolute; z-index: -1; inset: 0 auto auto 0; inline-size: 100px; block-size: 100px; transform-origin: 0 0; visibility: hidden }
  .readalong-pill { position: absolute; inset: 0; overflow: hidden; background: #ffe5a6; border-radius: calc(.3em / var(--readalong-scale-x, 1)) / calc(.3em / var(--readalong-scale-y, 1)); transition: none 120ms }
  .readalong-pill-heard, .readalong-pill::after { position: absolute; inset: 0 }
  .readalong-pill-heard { background: #ffc649; transform: scaleX(0) }
  .readalong-pill::after { content: ""; border-radius: inherit; box-shadow: inset 0 calc(-.1em / var(--readalong-scale-y, 1)) #a66a00 }
  @media (prefers-reduced-motion: reduce) { .readalong-pill { transition-duration: 0s } }
  @media (forced-colors: active) {
    .readalong-transcript { forced-color-adjust: none; color: CanvasText }
    .readalong-pills { display: none }
    ${ROOT}[data-look] ${TEXT}::highlight(readalong-sentence), ${ROOT}[data-look] ${TEXT}::highlight(readalong-word), ${ROOT}[data-look] ${TEXT}::highlight(readalong-character) { background-color: transparent; color: CanvasText }
    ${ROOT}[data-look]:not([data-look=none]) ${TEXT}::highlight(readalong-word) { text-decoration: underline .07em CanvasText; text-underline-offset: .3em }
    ${ROOT}[data-look]:not([data-look=none]) ${TEXT}::highlight(readalong-character) { text-decoration: underline .16em CanvasText; text-underline-offset: .3em }
    .readalong-word[data-state=current] { background: none; color: inherit; text-decoration-color: currentColor }
  }
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
