/** Milliseconds between two looks, and for how long a running clock may stand. */
const LOOK = 250;
const FROZEN = 500;

/**
 * Calls back where a context says that it runs and its clock stands still for more than half a second, as after sleep or a
 * change of headphones: with 1, and with 2, 3 … where it has not moved since; with 0 when it moves again. Returns how to stop watching.
 */
export function watchClock(
  context: Pick<AudioContext, 'state' | 'currentTime'>,
  onFrozen: (times: number) => void,
): () => void {
  let seen = context.currentTime;
  let stood = 0;
  let times = 0;
  let looked = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const { state, currentTime } = context;
    const moved = currentTime !== seen;
    // A page that was held up, or slept, looks late: that says nothing of the clock.
    if (state !== 'running' || moved) stood = 0;
    else stood += Math.min(LOOK, now - looked);
    seen = currentTime;
    looked = now;
    if (moved && times > 0) {
      times = 0;
      onFrozen(0);
    } else if (stood > FROZEN) {
      stood = 0;
      onFrozen(++times);
    }
  }, LOOK);
  return () => clearInterval(timer);
}
