/** Times the audio clock against the page's, whose ratio says whether the machine kept up. */
export interface ClockWindow {
  /** Audio seconds to a second since it was opened. */
  ratio(): number;
  /** Whether that is within 0.98–1.02. */
  isSteady(): boolean;
}

/** Opens a window on a running context. A second and a half is enough: the audio clock ticks every few milliseconds. */
export function openWindow(context: AudioContext): ClockWindow {
  const began = { audio: context.currentTime, page: performance.now() };
  const ratio = (): number => ((context.currentTime - began.audio) * 1000) / (performance.now() - began.page);
  return { ratio, isSteady: () => Math.abs(ratio() - 1) <= 0.02 };
}

/** Resolves after some milliseconds. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves when a condition holds. Rejects after 15 s, naming what was waited for. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + 15_000; !condition(); await wait(2)) {
    if (performance.now() > end) throw new Error(`${what}: waited for 15 s in vain.`);
  }
}

/** The value below which a share (0–1) of some numbers lies. NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
