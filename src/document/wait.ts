/** Resolves after some seconds; rejects with the signal's reason on abort. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, seconds * 1000);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    function leave(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      reject(signal.reason);
    }
  });
}
