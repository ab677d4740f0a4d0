/** How fast sound can be heard, and seconds that it may be further on than that by a slow timer or a held clock. */
const FASTEST = 3;
const SLACK = 0.5;

/** Tells whether the reader went elsewhere since it was asked before: the time (seconds) is none to which the sound could have come. */
export function createJumpWatch(currentTime: () => number): () => boolean {
  let last = { time: currentTime(), at: performance.now() };
  return () => {
    const [time, now] = [currentTime(), performance.now()];
    const most = last.time + ((now - last.at) / 1000) * FASTEST + SLACK;
    const jumped = time < last.time - SLACK / 10 || time > most;
    last = { time, at: now };
    return jumped;
  };
}
