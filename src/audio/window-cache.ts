/** Windows kept by all caches of the page together: about 20 s, 3.5 MB. A book is read in many parts, and each has a cache. */
const KEPT = 20;

/** How each window that is kept is dropped, the one not used for longest first. */
const kept = new Map<DecodedWindow, () => void>();

/** Encoded sound whose decoder is asked for stretches. */
export interface WindowedSound {
  /** Samples to a window. */
  readonly window: number;
  /** Samples to which the bytes that are there decode. */
  readonly total: number;
  /** Exactly the samples from `from` up to `to`, both within the total and one window; the first where the last call of it ended, or its beginning. */
  decode(from: number, to: number): Promise<Float32Array<ArrayBuffer>>;
}

/** Decodes a window at a time where it is read, nothing twice, and keeps the latest windows. */
export interface WindowCache {
  /** Samples as the decoder gives them. */
  read(from: number, count: number, signal: AbortSignal): Promise<Float32Array<ArrayBuffer>>;
}

interface DecodedWindow {
  samples: Float32Array<ArrayBuffer>;
  /** Samples of the window that are decoded. */
  filled: number;
  work: Promise<void>;
}

/** Made out here, where nothing but the windows is seen: a page-wide list must not hold what they were decoded from. */
const dropOf = (windows: Map<number, DecodedWindow>, number: number) => (): void => void windows.delete(number);

export function createWindowCache(sound: WindowedSound): WindowCache {
  const windows = new Map<number, DecodedWindow>();

  function windowAt(number: number): DecodedWindow {
    const found = windows.get(number) ?? {
      samples: new Float32Array(sound.window),
      filled: 0,
      work: Promise.resolve(),
    };
    windows.set(number, found);
    // Taken out and put back: a Map keeps the order of insertion, so the first is the one not used for longest.
    kept.delete(found);
    kept.set(found, dropOf(windows, number));
    const [oldest] = kept;
    if (kept.size > KEPT && oldest) {
      const [window, drop] = oldest;
      kept.delete(window);
      drop();
    }
    return found;
  }

  /** Sees to it that a window, which begins at `first`, holds its first `count` samples. */
  function fill(window: DecodedWindow, first: number, count: number, signal: AbortSignal): Promise<void> {
    const work = window.work
      .catch(() => {})
      .then(async () => {
        signal.throwIfAborted();
        if (window.filled >= count) return;
        const until = Math.min(sound.window, sound.total - first);
        window.samples.set(await sound.decode(first + window.filled, first + until), window.filled);
        window.filled = until;
      });
    window.work = work;
    return work;
  }

  return {
    async read(from, count, signal) {
      const out = new Float32Array(count);
      for (let at = from; at < from + count; ) {
        const number = Math.floor(at / sound.window);
        const start = number * sound.window;
        const end = Math.min(from + count, start + sound.window);
        const window = windowAt(number);
        await fill(window, start, end - start, signal);
        out.set(window.samples.subarray(at - start, end - start), at - from);
        at = end;
      }
      return out;
    },
  };
}
