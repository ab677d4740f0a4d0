import { StreamError } from '../errors.js';
import type { KeyMask } from './key-mask.js';
import type { UpstreamLink } from './upstream-link.js';

/**
 * The API's bytes as they come, one chunk asked for at a time, so a slow reader slows the API down. Cancelling it, or the
 * client's abort, aborts the call upstream. A stream that the API cuts fails with a StreamError.
 */
export function relayBody(
  body: ReadableStream<Uint8Array>,
  link: UpstreamLink,
  mask: KeyMask,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const filter = mask.bytes();
  const stop = (reason: unknown) => {
    link.abort(reason);
    reader.cancel(reason).catch(() => {});
  };

  async function next(): Promise<Uint8Array | null> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return null;
      const bytes = filter.push(value);
      // Where all of it is held back the reader still waits for something.
      if (bytes.length > 0) return bytes;
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        link.onAbort((reason) => {
          controller.error(reason);
          reader.cancel(reason).catch(() => {});
        });
      },
      async pull(controller) {
        try {
          const bytes = await next();
          if (bytes) return controller.enqueue(bytes);
          const rest = filter.end();
          if (rest.length > 0) controller.enqueue(rest);
          controller.close();
          link.release();
        } catch (cause) {
          if (link.signal.aborted) return;
          link.release();
          controller.error(
            new StreamError(
              "The API's stream broke off, so the rest of the speech is missing. Keep what came, and ask again for the rest.",
              { cause },
            ),
          );
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}
