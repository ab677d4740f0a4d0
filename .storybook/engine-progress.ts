/** How much of Flite is here, in bytes; null before it is asked for and after it has come. */
export type EngineProgress = { loaded: number; total: number | null } | null;

let progress: EngineProgress = null;
const listeners = new Set<() => void>();

export const engineProgress = {
  getSnapshot: () => progress,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  report(loaded: number, total: number | null) {
    progress = total !== null && loaded >= total ? null : { loaded, total };
    for (const listener of listeners) listener();
  },
};
