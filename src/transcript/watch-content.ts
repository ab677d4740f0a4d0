/** Calls back when the text of an element, or what of it is spoken, has changed. Returns how to stop. */
export function watchContent(content: Element, onChanged: () => void): () => void {
  const observer = new MutationObserver(onChanged);
  observer.observe(content, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['hidden', 'aria-hidden', 'data-readalong-skip'],
  });
  return () => observer.disconnect();
}
