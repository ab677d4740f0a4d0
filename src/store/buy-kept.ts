import { keptStream } from './kept-stream.js';
import type { BoughtStream, Recipe, Recording } from './recording.js';
import type { KeptSpeech, Shelf } from './shelf.js';
import { type WatchedStream, watchTimes } from './watch-times.js';

/** A recipe whose recording outlives the page. */
type KeptRecipe = Recipe & { readonly keepAs: string };

/**
 * Takes an answer from the shelf, or else buys it and puts it there once its recording is whole. Until then no other tab asks for
 * the same: it waits, and takes it from the shelf; if this one goes away before, the other buys.
 */
export function buyKept(
  recipe: KeptRecipe,
  shelf: Shelf,
  recording: Recording,
  signal: AbortSignal,
): Promise<BoughtStream> {
  const { keepAs, outputFormat, text } = recipe;

  /** Hands out a stream as soon as there is one, and is done when there is nothing more to do for those who wait. */
  async function supply(give: (stream: BoughtStream) => void): Promise<void> {
    const kept = await taken();
    signal.throwIfAborted();
    const bought = kept ? null : watchTimes(await recipe.buy(signal));
    const stream = kept ?? bought?.stream;
    if (stream) give(stream);
    await settled(recording, signal);
    // What cannot be played would be taken again and again.
    if (kept && recording.loading === 'failed') await shelf.drop(keepAs);
    if (bought && isWhole(recording, text)) await shelf.put(keepAs, await speechOf(bought));
  }

  async function taken(): Promise<BoughtStream | null> {
    const kept = await shelf.take(keepAs);
    return kept && kept.outputFormat === outputFormat && kept.text === text ? keptStream(kept) : null;
  }

  async function speechOf({ stream, times }: WatchedStream): Promise<KeptSpeech> {
    const { requestId, characterCost, seconds } = stream;
    const audio = new Blob([await recording.audio.received()]);
    return { outputFormat, text, requestId, characterCost, audio, seconds, ...times() };
  }

  return new Promise((resolve, reject) => {
    shelf.alone(keepAs, signal, () => supply(resolve)).catch(reject);
  });
}

/** Resolves when a recording has come to its end, whichever. */
function settled(recording: Recording, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (recording.loading === 'waiting' || recording.loading === 'streaming') return;
      leave();
      signal.removeEventListener('abort', look);
      resolve();
    };
    const leave = recording.subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
}

/** Whether it is worth keeping for ever. An answer may end cleanly and too early: times and sound both stop short of the text. */
function isWhole({ loading, times }: Recording, text = ''): boolean {
  const stopsShort = times.quality.reasons.includes('ends-before-the-text') && times.knownUntil < text.trimEnd().length;
  return loading === 'complete' && !stopsShort;
}
