/** Resolves once `look` says so; it is asked now and at every change. Rejects with what it throws, or with the signal's reason. */
export function untilSettled(
  subscribe: (listener: () => void) => () => void,
  signal: AbortSignal,
  look: () => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = subscribe(check);
    signal.addEventListener('abort', check);
    check();
    function check(): void {
      try {
        signal.throwIfAborted();
        if (!look()) return;
        resolve();
      } catch (cause) {
        reject(cause);
      }
      leave();
      signal.removeEventListener('abort', check);
    }
  });
}
