/** Milliseconds that a screen reader needs to find a live region before it hears what changes in it. */
const NOTICED = 100;

/**
 * Has a screen reader say something once. The region is made when it is needed, within `host`, so that a text of which
 * nobody asks anything has none. Returns how to take it away.
 */
export function sayPolitely(host: HTMLElement, words: string): () => void {
  const region = host.ownerDocument.createElement('span');
  region.setAttribute('role', 'status');
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    userSelect: 'none',
  });
  host.append(region);
  const timer = setTimeout(() => {
    region.textContent = words;
  }, NOTICED);
  return () => {
    clearTimeout(timer);
    region.remove();
  };
}
