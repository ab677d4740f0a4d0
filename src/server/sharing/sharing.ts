import type { SpeechAnswer } from '../byte-source.js';
import type { Subject } from '../policy/authorize.js';
import type { RelayCall } from '../relay-call.js';
import type { Holder } from '../upstream-link.js';
import { isWholeSpeech } from './is-whole-speech.js';
import { createMemoryStorage } from './memory-storage.js';
import { shareKey } from './share-key.js';
import { type Buy, createSharedPurchase, type Outcome } from './shared-purchase.js';
import { createSpeechShelf } from './speech-shelf.js';
import type { SpeechStorage } from './stored-speech.js';
import type { Turns } from './turn.js';

/** What is shared, with whom, and where it is kept. */
export interface ShareOptions {
  /** Where finished speech is kept: a storage of unstorage. @default 64 MiB of this process's memory */
  storage?: SpeechStorage;
  /** How relays on many machines agree who buys. @default each buys for itself */
  turns?: Turns;
  /** Among whom: everyone, each subject alone, or those for whom this names the same circle (null: not shared). @default 'everyone' */
  circle?: 'everyone' | 'subject' | ((subject: Subject, call: RelayCall) => string | null);
  /** Seconds for which finished speech is kept: a voice may be changed in the meantime. @default 604800, a week */
  maxAge?: number;
  /** Bytes of one answer above which it is not kept. @default 16777216 */
  maxBytes?: number;
  /** Seconds to wait for the storage. @default 2 */
  patience?: number;
}

/** An answer, where it came from. */
export interface Shared {
  readonly answer: SpeechAnswer | Response;
  readonly outcome: Outcome;
}

type Purchase = ReturnType<typeof createSharedPurchase>;

/** Buys identical calls once. The account tells relays with other keys, or another API, apart. */
export function createSharing(options: ShareOptions) {
  const {
    storage = createMemoryStorage(),
    maxAge = 7 * 24 * 3600,
    maxBytes = 16 * 1024 * 1024,
    patience = 2,
  } = options;
  const seams = {
    shelf: createSpeechShelf({ storage, maxAge, patience }),
    turns: options.turns,
    mostBytes: maxBytes,
  };
  const running = new Map<string, Purchase>();

  function circleOf(subject: Subject, call: RelayCall): string | null {
    // A caller who asks the API to keep nothing is not kept here either.
    if (
      call.endpoint.kind !== 'speech' ||
      call.query.some(([name, value]) => name === 'enable_logging' && value === 'false')
    )
      return null;
    const { circle = 'everyone' } = options;
    if (typeof circle === 'function') return circle(subject, call);
    return circle === 'everyone' ? '' : `subject ${subject}`;
  }

  function open(key: string, call: RelayCall, buy: Buy): { purchase: Purchase; isFirst: boolean } {
    const present = running.get(key);
    if (present) return { purchase: present, isFirst: false };
    const forget = () => void (running.get(key) === purchase && running.delete(key));
    const purchase = createSharedPurchase(
      key,
      buy,
      { ...seams, isWhole: (answer, body) => isWholeSpeech(call, answer, body) },
      () => forget(),
    );
    running.set(key, purchase);
    return { purchase, isFirst: true };
  }

  async function join(key: string, call: RelayCall, holder: Holder, buy: Buy): Promise<Shared | null> {
    const { purchase, isFirst } = open(key, call, buy);
    const leave = purchase.join();
    try {
      const purchased = await orGone(purchase.purchased, holder.signal);
      if ('refusal' in purchased) {
        const { status, headers, text } = purchased.refusal;
        leave();
        return {
          answer: new Response(text, { status, headers: new Headers(headers) }),
          outcome: isFirst ? 'bought' : 'joined',
        };
      }
      if (!purchased.running.isWhole()) {
        leave();
        return null;
      }
      const reader = purchased.running.read();
      const cancel = (reason?: unknown) => {
        reader.cancel();
        leave(reason);
      };
      const { outcome } = purchased;
      return {
        answer: readable(purchased.answer, { next: reader.next, cancel }),
        outcome: outcome === 'bought' && !isFirst ? 'joined' : outcome,
      };
    } catch (error) {
      leave(error);
      throw error;
    }
  }

  return async (call: RelayCall, subject: Subject, account: string, holder: Holder, buy: Buy): Promise<Shared> => {
    const circle = circleOf(subject, call);
    const shared = circle === null ? null : await join(await shareKey(call, account, circle), call, holder, buy);
    return shared ?? { answer: await buy(holder), outcome: 'bought' };
  };
}

function readable(
  { status, headers, source: hasBody }: SpeechAnswer,
  source: NonNullable<SpeechAnswer['source']>,
): SpeechAnswer {
  return { status, headers: new Headers(headers), source: hasBody && source };
}

/** The promise, or the holder's reason for leaving before it settles. */
function orGone<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onGone = () => reject(signal.reason);
    if (signal.aborted) onGone();
    signal.addEventListener('abort', onGone, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onGone));
  });
}
