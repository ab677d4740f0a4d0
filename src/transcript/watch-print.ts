/** Calls back when the window begins (true) and ends (false) to print. Returns how to stop. */
export function watchPrint(window: Window | null, onPrint: (isPrinting: boolean) => void): () => void {
  const ears = new AbortController();
  window?.addEventListener('beforeprint', () => onPrint(true), { signal: ears.signal });
  window?.addEventListener('afterprint', () => onPrint(false), { signal: ears.signal });
  return () => ears.abort();
}
