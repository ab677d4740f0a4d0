import { createListeners } from '../audio/listeners.js';

/** Calls back once an animation frame while something moves, and once after a jump. Costs nothing while nobody listens. */
export interface Ticker {
  subscribe(listener: () => void): () => void;
  /** Something may have changed: looks again at the next frame, and goes on from there if it moves. */
  wake(): void;
}

export function createTicker(moves: () => boolean): Ticker {
  const listeners = createListeners();
  let frame = 0;

  function tick(): void {
    frame = 0;
    listeners.call();
    if (moves()) wake();
  }

  function wake(): void {
    if (frame === 0 && listeners.size > 0 && typeof requestAnimationFrame === 'function')
      frame = requestAnimationFrame(tick);
  }

  return {
    subscribe(listener) {
      const leave = listeners.add(listener);
      wake();
      return () => {
        leave();
        if (listeners.size > 0 || frame === 0) return;
        cancelAnimationFrame(frame);
        frame = 0;
      };
    },
    wake,
  };
}
