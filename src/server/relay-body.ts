import { StreamError } from '../errors.js';
import type { ByteSource } from './byte-source.js';
import { createSilence } from './silence.js';

/** How an answer ended: read to its end, left by its reader, or broken by the API. */
export type Ending = 'ended' | 'left' | 'broken';

/** Hears of an answer's bytes as they leave, and once of its end. */
export interface BodyWatch {
  onBytes(count: number): void;
  onEnd(how: Ending): void;
}

/**
 * A source as the body of an answer, one chunk asked for at a time, so a slow reader slows the source down. Cancelling it, or
 * the abort of its request, cancels the source; so does a reader that takes nothing for so many seconds.
 */
export function relayBody(
  source: ByteSource,
  request: Request,
  watch: BodyWatch,
  readerSeconds: number,
): ReadableStream<Uint8Array> {
  const { signal } = request;
  let over = false;
  let onSilent = (): void => {};
  const silence = createSilence(readerSeconds, () => onSilent());
  // The request is held here on purpose: Node lets a Request's signal go deaf once the Request is collected.
  let onGone = (): void => request.signal.throwIfAborted();
  const end = (how: Ending) => {
    if (over) return;
    over = true;
    silence.end();
    signal.removeEventListener('abort', onGone);
    watch.onEnd(how);
  };
  const leave = (controller: ReadableStreamDefaultController<Uint8Array>, reason: unknown) => {
    if (over) return;
    end('left');
    source.cancel(reason);
    controller.error(reason);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        onSilent = () => leave(controller, notRead(readerSeconds));
        onGone = () => leave(controller, request.signal.reason);
        signal.addEventListener('abort', onGone, { once: true });
        if (signal.aborted) onGone();
        // An answer that nobody begins to read holds a place of the plan as well.
        else silence.begin();
      },
      async pull(controller) {
        silence.pause();
        try {
          const bytes = await source.next();
          if (over) return;
          if (bytes) {
            watch.onBytes(bytes.length);
            silence.begin();
            return controller.enqueue(bytes);
          }
          end('ended');
          controller.close();
        } catch (error) {
          if (over) return;
          end('broken');
          controller.error(error);
        }
      },
      cancel(reason) {
        end('left');
        source.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function notRead(seconds: number): StreamError {
  return new StreamError(
    `Nothing was read for ${seconds} s, so the relay holds the speech no longer. Ask again for the rest.`,
  );
}
