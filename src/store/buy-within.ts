import { StreamError } from '../errors.js';
import type { SpeechChunk } from '../relay/speech-stream.js';
import type { Recipe } from './recording.js';

/**
 * Asks as `buy` does, and ends the request where nothing comes for so many seconds, before the answer or within it.
 * @throws StreamError with the code 'stalled', from the purchase or from its chunks.
 */
export function buyWithin(buy: Recipe['buy'], seconds: number): Recipe['buy'] {
  return async (signal) => {
    const request = new AbortController();
    const follow = (): void => request.abort(signal.reason);
    signal.addEventListener('abort', follow);
    if (signal.aborted) follow();
    const within = <T>(work: Promise<T>): Promise<T> => inTime(work, seconds, request);
    const over = (): void => signal.removeEventListener('abort', follow);

    async function* watched(chunks: AsyncIterable<SpeechChunk>): AsyncGenerator<SpeechChunk> {
      const source = chunks[Symbol.asyncIterator]();
      let isOver = false;
      try {
        for (;;) {
          const { done, value } = await within(source.next());
          isOver = done === true;
          if (done) return;
          yield value;
        }
      } finally {
        over();
        // It may not answer, and what it says now is nobody's concern.
        if (!isOver) source.return?.().catch(() => {});
      }
    }

    try {
      const stream = await within(buy(request.signal));
      return { ...stream, chunks: watched(stream.chunks) };
    } catch (cause) {
      over();
      throw cause;
    }
  };
}

/** What comes of some work, or a failure that ends the request where that takes too long. */
function inTime<T>(work: Promise<T>, seconds: number, request: AbortController): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const stalled = new StreamError(
        `Nothing came from the relay for ${seconds} seconds, so the request was ended. What came before is kept. Check the connection and the relay, and retry.`,
        { code: 'stalled' },
      );
      reject(stalled);
      request.abort(stalled);
    }, seconds * 1000);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
