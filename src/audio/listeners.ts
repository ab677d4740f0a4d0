/** Those who want to hear of a change. A listener may leave while it is called, and one that throws keeps nothing from the others. */
export interface Listeners {
  readonly size: number;
  add(listener: () => void): () => void;
  call(): void;
}

export function createListeners(): Listeners {
  const listeners = new Set<{ listener: () => void }>();
  return {
    get size() {
      return listeners.size;
    },
    add(listener) {
      // An entry of its own, so that the same function added twice is called twice and leaves once.
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    call() {
      for (const { listener } of [...listeners]) {
        try {
          listener();
        } catch (cause) {
          report(cause);
        }
      }
    },
  };
}

/** As the browser reports what an event listener throws: to the page, and not to who dispatched. */
function report(cause: unknown): void {
  if (typeof reportError === 'function') reportError(cause);
  else
    queueMicrotask(() => {
      throw cause;
    });
}
