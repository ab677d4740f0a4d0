import type { Recipe, SpeechChunk } from 'react-readalong';
import { readAlignment } from '../../src/wire/alignment.js';
import { aligned } from '../alignment/aligned.js';

/** One purchase: what it costs nobody, but would. */
export interface Purchase {
  readonly signal: AbortSignal;
  /** Sends a piece of text with its sound: 800 samples, a tenth of a second for each character. */
  send(text: string): void;
  sendChunk(chunk: Partial<SpeechChunk>): void;
  finish(): void;
  fail(cause: unknown): void;
}

/** Where recordings are bought: counts purchases and lets a test deliver them. */
export function createShop() {
  const purchases: Purchase[] = [];
  const recipe = (text: string, fields: Partial<Recipe> = {}): Recipe => ({
    key: text,
    text,
    outputFormat: 'pcm_8000',
    async buy(signal) {
      const { chunks, ...delivery } = createDelivery(signal);
      purchases.push({ signal, ...delivery });
      return { requestId: `r${purchases.length}`, characterCost: text.length, outputFormat: 'pcm_8000', chunks };
    },
    ...fields,
  });
  return { purchases, recipe, last: () => purchases.at(-1) ?? never() };
}

function never(): never {
  throw new Error('Nothing was bought.');
}

function createDelivery(signal: AbortSignal) {
  const waiting: SpeechChunk[] = [];
  let sent = 0;
  let over: { cause: unknown } | 'whole' | null = null;
  let wake = (): void => {};
  signal.addEventListener('abort', () => wake());

  async function* chunks(): AsyncGenerator<SpeechChunk> {
    for (;;) {
      signal.throwIfAborted();
      const next = waiting.shift();
      if (next) yield next;
      else if (over === 'whole') return;
      else if (over) throw over.cause;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  const sendChunk = (chunk: Partial<SpeechChunk>): void => {
    waiting.push({ audio: new Uint8Array(), alignment: null, normalizedAlignment: null, ...chunk });
    wake();
  };
  return {
    chunks: chunks(),
    sendChunk,
    send(text: string): void {
      const whole = readAlignment(aligned(' '.repeat(sent) + text));
      sent += text.length;
      const from = sent - text.length;
      sendChunk({
        audio: new Uint8Array(text.length * 1600),
        alignment: whole && {
          characters: whole.characters.slice(from),
          characterStartTimesSeconds: whole.characterStartTimesSeconds.slice(from),
          characterEndTimesSeconds: whole.characterEndTimesSeconds.slice(from),
        },
      });
    },
    finish(): void {
      over = 'whole';
      wake();
    },
    fail(cause: unknown): void {
      over = { cause };
      wake();
    },
  };
}
