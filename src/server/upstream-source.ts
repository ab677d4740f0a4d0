import { StreamError } from '../errors.js';
import type { ByteSource } from './byte-source.js';
import type { KeyMask } from './key-mask.js';
import { createSilence } from './silence.js';
import type { UpstreamLink } from './upstream-link.js';

/** The API's bytes without the relay's key. It breaks with a StreamError where the API cuts them, or is silent too long. */
export function upstreamSource(
  body: ReadableStream<Uint8Array>,
  link: UpstreamLink,
  mask: KeyMask,
  idle: number,
): ByteSource {
  const reader = body.getReader();
  const filter = mask.bytes();
  let ended = false;
  let cancelled = false;
  const silence = createSilence(idle, () => cancel(new Error(`The API was silent for ${idle} s.`)));

  async function next(): Promise<Uint8Array | null> {
    if (ended) return null;
    for (;;) {
      silence.begin();
      const { done, value } = await reader.read();
      silence.pause();
      // Cancelled, a reader is told of an end that is none.
      if (cancelled) throw new TypeError('The stream was cancelled.');
      if (!done) {
        const bytes = filter.push(value);
        // Where all of it is held back the reader still waits for something.
        if (bytes.length > 0) return bytes;
        continue;
      }
      ended = true;
      silence.end();
      link.release();
      const rest = filter.end();
      return rest.length > 0 ? rest : null;
    }
  }

  function cancel(reason?: unknown): void {
    if (ended || cancelled) return;
    cancelled = true;
    silence.end();
    link.abort(reason);
    reader.cancel(reason).catch(() => {});
  }

  return {
    async next() {
      try {
        return await next();
      } catch (cause) {
        cancel(cause);
        throw new StreamError(
          "The API's stream broke off, so the rest of the speech is missing. Keep what came, and ask again for the rest.",
          { cause },
        );
      }
    },
    cancel,
  };
}
