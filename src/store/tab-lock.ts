/**
 * Runs `work` while no other page of the origin holds the lock of that name. The browser frees it when a page dies. Where there are
 * no locks (no TLS, a sandboxed frame) it runs at once.
 * @throws what `work` throws, or the signal's reason where it aborts while waiting.
 */
export async function holdTabLock<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  let began = false;
  try {
    return await locks.request(name, { signal }, () => {
      began = true;
      return work();
    });
  } catch (cause) {
    if (began) throw cause;
    signal.throwIfAborted();
    return work();
  }
}
