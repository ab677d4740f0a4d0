/** How fast answers come: at once, or like a server. */
export type Pace =
  | 'instant'
  | {
      /** Seconds before the first byte. @default 0.25 */
      readonly firstByte?: number;
      /** Seconds of audio sent in a second. @default 8 */
      readonly rate?: number;
    };

/** The time by which an answer is paced, in seconds. `wait` rejects with the signal's reason when it is aborted. */
export interface OfflineClock {
  now(): number;
  wait(seconds: number, signal: AbortSignal): Promise<void>;
}

/** The time of this machine. */
export const systemClock: OfflineClock = {
  now: () => performance.now() / 1000,
  wait: (seconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, seconds * 1000);
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** Waits until an answer that was asked for now may hold its first `audioSeconds` seconds of sound. */
export function createPacer(
  pace: Pace,
  clock: OfflineClock,
  signal: AbortSignal,
): (audioSeconds: number) => Promise<void> {
  if (pace === 'instant') return async () => signal.throwIfAborted();
  const { firstByte = 0.25, rate = 8 } = pace;
  const asked = clock.now();
  return async (audioSeconds) => {
    signal.throwIfAborted();
    const wait = asked + firstByte + audioSeconds / rate - clock.now();
    if (wait > 0) await clock.wait(wait, signal);
  };
}
