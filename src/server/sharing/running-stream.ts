import { StreamError } from '../../errors.js';
import type { ByteSource } from '../byte-source.js';

/** One stream for many readers, each from its start. The fastest reader sets its pace. */
export interface RunningStream {
  /** Whether a new reader still gets it from its start. */
  isWhole(): boolean;
  /** A reader from the start. */
  read(): ByteSource;
  /** All of it, once it has ended, or null where it grew beyond what is kept or broke. */
  finished(): readonly Uint8Array[] | null;
}

/**
 * Lets many read one source. All of it is kept until it is longer than `mostBytes`; from then on only what the slowest reader
 * still lacks, and a reader that falls further behind than that is cut. `onOver` is told of its end, or of its breaking.
 */
export function createRunningStream(
  source: ByteSource,
  mostBytes: number,
  onOver: (broken: boolean) => void,
): RunningStream {
  const chunks: Uint8Array[] = [];
  const readers = new Set<{ at: number }>();
  let first = 0;
  let bytes = 0;
  let whole = true;
  let ended = false;
  let failure: { error: unknown } | null = null;
  let step: Promise<void> | null = null;

  async function advance(): Promise<void> {
    try {
      const chunk = await source.next();
      if (chunk) {
        chunks.push(chunk);
        bytes += chunk.length;
      } else ended = true;
    } catch (error) {
      failure = { error };
    }
    step = null;
    if (ended || failure) onOver(failure !== null);
  }

  function forget(): void {
    if (bytes > mostBytes) whole = false;
    if (whole) return;
    let needed = first + chunks.length;
    for (const { at } of readers) needed = Math.min(needed, at);
    while (chunks.length > 0 && (first < needed || bytes > mostBytes)) {
      bytes -= chunks.shift()?.length ?? 0;
      first++;
    }
  }

  async function next(reader: { at: number }): Promise<Uint8Array | null> {
    for (;;) {
      if (!readers.has(reader)) return null;
      if (reader.at < first) throw tooSlow();
      const chunk = chunks[reader.at - first];
      if (chunk) {
        reader.at++;
        forget();
        return chunk;
      }
      if (failure) throw failure.error;
      if (ended) return null;
      step ??= advance();
      await step;
    }
  }

  return {
    isWhole: () => whole,
    read() {
      const reader = { at: 0 };
      readers.add(reader);
      return {
        next: () => next(reader),
        cancel() {
          readers.delete(reader);
          forget();
        },
      };
    },
    finished: () => (whole && ended ? chunks : null),
  };
}

function tooSlow(): StreamError {
  return new StreamError(
    'This reader fell too far behind others of the same long speech, so the rest is missing. Keep what came, and ask again.',
  );
}
