/** Of CSS pixels, between the panel and what it belongs to, and between it and the edges of the window. */
const GAP = 8;
const WIDTH = 424;
const HEIGHT = 620;
/** Narrower windows get a sheet, which the theme places. */
const SHEET = '(max-width: 35rem)';

/**
 * Puts a panel below or above a button, where there is more room, and keeps it there. `wide` in CSS pixels; null where it takes
 * the width of what it holds, and is no sheet in narrow windows. Returns how to stop.
 */
export function keepPlace(panel: HTMLElement, button: HTMLElement, wide: number | null = WIDTH): () => void {
  const sheet = matchMedia(SHEET);
  function place(): void {
    const isSheet = sheet.matches && wide !== null;
    panel.dataset.sheet = String(isSheet);
    if (isSheet) {
      panel.style.inset = '';
      panel.style.maxBlockSize = '';
      panel.style.inlineSize = '';
      return;
    }
    const { top, bottom, left, right } = button.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - bottom - 2 * GAP;
    const above = top - 2 * GAP;
    const isBelow = below >= Math.min(HEIGHT, above);
    const width = Math.min(wide ?? panel.offsetWidth, clientWidth - 2 * GAP);
    const isRightToLeft = getComputedStyle(button).direction === 'rtl';
    const start = isRightToLeft ? right - width : left;
    const x = Math.max(GAP, Math.min(start, clientWidth - width - GAP));
    const y = isBelow ? `${bottom + GAP}px auto auto ${x}px` : `auto auto ${clientHeight - top + GAP}px ${x}px`;
    panel.style.inset = y;
    if (wide !== null) panel.style.inlineSize = `${width}px`;
    panel.style.maxBlockSize = `${Math.min(HEIGHT, Math.max(isBelow ? below : above, 200))}px`;
  }
  place();
  // What it holds may come later.
  const observer = new ResizeObserver(place);
  observer.observe(panel);
  addEventListener('resize', place);
  // A page or a part of it that scrolls takes the button along.
  addEventListener('scroll', place, { capture: true, passive: true });
  return () => {
    observer.disconnect();
    removeEventListener('resize', place);
    removeEventListener('scroll', place, { capture: true });
  };
}
