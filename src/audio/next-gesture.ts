/** What a browser takes for a gesture that may start sound. Of a touch, only its end is one. */
const GESTURES = ['pointerup', 'touchend', 'keydown', 'click'] as const;

/** Calls back within the next gesture anywhere on the page, once. Returns how to stop waiting. */
export function onNextGesture(listener: () => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const stop = (): void => {
    for (const name of GESTURES) document.removeEventListener(name, hear, true);
  };
  function hear(): void {
    stop();
    listener();
  }
  for (const name of GESTURES) document.addEventListener(name, hear, true);
  return stop;
}
