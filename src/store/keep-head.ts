import type { Times } from '../alignment/time-track.js';
import { keptStream } from './kept-stream.js';
import type { BoughtStream, Recipe, Recording } from './recording.js';
import type { KeptTimes } from './shelf.js';
import type { SpeechStore } from './speech-store.js';
import { untilSettled } from './until-settled.js';

/**
 * Makes what came of a cut answer, up to some seconds, the recording of a request of its own: who asks for that does not buy it again,
 * in this page and, where the store keeps speech, in others. `recipe` is how that request would be bought; its text is the beginning
 * of the recording's. Resolves when it is there; it never rejects.
 */
export async function keepHead(
  store: SpeechStore,
  recipe: Recipe,
  recording: Recording,
  seconds: number,
): Promise<void> {
  const head = store.open({ ...recipe, buy: () => headStream(recipe, recording, seconds) });
  const leave = head.retain();
  const isSettled = (): boolean => head.loading !== 'waiting' && head.loading !== 'streaming';
  await untilSettled(head.subscribe, new AbortController().signal, isSettled);
  leave();
}

async function headStream(recipe: Recipe, { times, audio }: Recording, seconds: number): Promise<BoughtStream> {
  const { text = times.text, outputFormat } = recipe;
  const stream = await keptStream({
    outputFormat,
    text,
    // The API knows an id only of what it sent to the end, and nobody knows what share of the price this was.
    requestId: null,
    characterCost: null,
    audio: new Blob([await audio.received()]),
    seconds,
    alignment: headTimes(times, text.length, seconds),
    normalizedAlignment: null,
  });
  if (!stream) throw new TypeError('Nothing came, so there is no beginning to keep.');
  return stream;
}

/** The times of the beginning of a text; its last character takes the silence behind it, as that of an answer does. */
function headTimes(times: Times, length: number, seconds: number): KeptTimes {
  let count = 0;
  while (count < times.count && times.offset(count) < length) count++;
  const elements = Array.from({ length: count }, (_, element) => element);
  const endOf = (element: number): number => Math.min(length, times.offset(element + 1));
  return {
    text: times.text.slice(0, count > 0 ? endOf(count - 1) : 0),
    ends: Uint32Array.from(elements, endOf),
    startTimes: Float64Array.from(elements, (element) => Math.min(seconds, times.starts[element] ?? seconds)),
    endTimes: Float64Array.from(elements, (element) =>
      element === count - 1 ? seconds : Math.min(seconds, times.endOf(element)),
    ),
  };
}
