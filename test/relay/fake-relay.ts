import { createRelay, type Relay, type RelayOptions } from 'react-readalong';

/** What the client sent: a call of `fetch`. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A client whose relay answers as told, and what was sent to it. */
export function relayThat(
  answer: (sent: Sent) => Response | Promise<Response>,
  options: Partial<RelayOptions> = {},
): { relay: Relay; sent: Sent[] } {
  const sent: Sent[] = [];
  const relay = createRelay({
    url: 'https://relay.example/speech',
    fetch: async (url, init) => {
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
      const call = { url, init, headers: new Headers(init.headers), body };
      sent.push(call);
      return answer(call);
    },
    ...options,
  });
  return { relay, sent };
}

/** One line of an answer: as many bytes of sound as characters, a tenth of a second each, from `at` on. */
export function line(characters: string, at = 0): string {
  const all = [...characters];
  return JSON.stringify({
    audio_base64: btoa('s'.repeat(all.length)),
    alignment: {
      characters: all,
      character_start_times_seconds: all.map((_, i) => (at + i) / 10),
      character_end_times_seconds: all.map((_, i) => (at + i + 1) / 10),
    },
    normalized_alignment: null,
  });
}

/** A body that comes in these pieces, and whether it was cancelled. After the last it ends, or breaks with `failure`. */
export function bodyOf(pieces: readonly (string | Uint8Array)[], failure?: unknown) {
  const encoder = new TextEncoder();
  const left = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const state = { cancelled: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(new Uint8Array(next));
        else if (failure === undefined) controller.close();
        else controller.error(failure);
      },
      cancel() {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, state };
}

/** A key of the form that ElevenLabs hands out. */
export const KEY = 'sk_5f2b0c9d8e7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a';

export const HELLO = { text: 'Hello.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' } as const;
