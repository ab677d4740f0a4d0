/** A way that is gone in a few steps, by animation frames. */
export interface Glide {
  /** Goes from 0 to 1 in some seconds; at once where they are none. The first step is taken now. */
  start(seconds: number): void;
  /** Stays where it is. */
  stop(): void;
}

/**
 * When a step is taken, as a share of the time, and the share of the way that is behind it then. Few: a page that asks for
 * animation frames, as one that plays does, updates its styles on the main thread in each frame of a CSS transition.
 */
const STEPS: readonly (readonly [time: number, way: number])[] = [
  [0, 0.4],
  [0.14, 0.72],
  [0.42, 0.94],
  [0.85, 1],
];

/** Creates a glide that draws each of its steps. */
export function createGlide(view: Window & typeof globalThis, draw: (way: number) => void): Glide {
  let frame = 0;
  let step = 0;
  let from = 0;
  let length = 0;

  function go(now: number): void {
    frame = 0;
    const before = step;
    while (step < STEPS.length && now - from >= (STEPS[step]?.[0] ?? 0) * length) step++;
    if (step > before) draw(STEPS[step - 1]?.[1] ?? 1);
    if (step < STEPS.length) frame = view.requestAnimationFrame(go);
  }
  function stop(): void {
    view.cancelAnimationFrame(frame);
    frame = 0;
  }

  return {
    start(seconds) {
      stop();
      step = 0;
      from = view.performance.now();
      length = seconds * 1000;
      go(from);
    },
    stop,
  };
}
