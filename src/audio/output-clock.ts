/** The part of an AudioContext that tells the time. */
export type ContextClock = Pick<AudioContext, 'state' | 'currentTime' | 'baseLatency'> &
  Partial<Pick<AudioContext, 'outputLatency' | 'getOutputTimestamp'>>;

/** Seconds behind the latency at which an output timestamp is no longer believed: under overload it stepped back 0.4 s. */
const BELIEVED = 0.25;

/**
 * Seconds on the context's clock of what is heard at this moment: what left it, less the way through the sound card.
 * The output timestamp, carried on by the page's own clock, has a deviation of 0.04–0.2 ms; `currentTime` has 3 ms.
 */
export function heardTime(context: ContextClock, now: number = performance.now()): number {
  const { currentTime } = context;
  const latency = context.outputLatency || context.baseLatency || 0;
  const fallback = Math.max(0, currentTime - latency);
  if (context.state !== 'running') return fallback;
  const stamp = context.getOutputTimestamp?.();
  if (!stamp?.contextTime || stamp.performanceTime === undefined) return fallback;
  const heard = stamp.contextTime + (now - stamp.performanceTime) / 1000;
  if (heard > currentTime || heard < currentTime - latency - BELIEVED) return fallback;
  return Math.max(0, heard);
}
