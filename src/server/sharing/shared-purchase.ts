import type { SpeechAnswer } from '../byte-source.js';
import type { Holder } from '../upstream-link.js';
import { createRunningStream, type RunningStream } from './running-stream.js';
import type { SpeechShelf } from './speech-shelf.js';
import type { OwnTurn, Turns } from './turn.js';

/** Where speech came from: bought for this call, bought for another at the same time (here or on another machine), or stored. */
export type Outcome = 'bought' | 'joined' | 'stored';

/** An answer that many may have: speech as it runs, or an error as text. */
export type Purchased =
  | { readonly answer: SpeechAnswer; readonly running: RunningStream; readonly outcome: Outcome }
  | { readonly refusal: { status: number; headers: Headers; text: string } };

/** Buys for its holder. */
export type Buy = (holder: Holder) => Promise<SpeechAnswer | Response>;

export interface PurchaseSeams {
  readonly shelf: SpeechShelf;
  readonly turns: Turns | undefined;
  readonly mostBytes: number;
  /** Whether an answer that ended well is worth keeping. */
  isWhole(answer: SpeechAnswer, body: Uint8Array): boolean;
}

/** One purchase: from the shelf, from another relay, or from the API; stored when it is whole. `onOver` comes once, at its end. */
export function createSharedPurchase(key: string, buy: Buy, seams: PurchaseSeams, onOver: () => void) {
  const { shelf, turns, mostBytes } = seams;
  const controller = new AbortController();
  const { signal } = controller;
  let turn: OwnTurn | null = null;
  let stop = (): void => {};
  let isOver = false;
  let listeners = 0;
  const over = () => {
    if (isOver) return;
    isOver = true;
    turn?.end();
    onOver();
  };

  function stopUnwanted(reason?: unknown): void {
    if (isOver || listeners > 0 || turn?.isWanted()) return;
    controller.abort(reason);
    stop();
    over();
  }

  function run(answer: SpeechAnswer, outcome: Outcome): Purchased {
    const { source } = answer;
    const store = outcome === 'bought';
    const running = createRunningStream(source ?? { next: async () => null, cancel() {} }, mostBytes, (broken) => {
      const chunks = store && !broken && !signal.aborted ? running.finished() : null;
      const isWhole = (body: Uint8Array) => seams.isWhole(answer, body);
      if (chunks) void shelf.write(key, answer, chunks, isWhole).finally(over);
      else over();
    });
    stop = () => source?.cancel(signal.reason);
    if (signal.aborted) stop();
    turn?.begin(answer, running, stopUnwanted);
    return { answer, running, outcome };
  }

  async function fetchAnswer(): Promise<Purchased> {
    const stored = await shelf.read(key);
    if (stored) return run(stored, 'stored');
    for (;;) {
      const taken = (await turns?.take(key, signal)) ?? null;
      if (!taken || taken.mine) {
        turn = taken;
        break;
      }
      const theirs = await taken.answer;
      if (theirs) return run(theirs, 'joined');
    }
    // Another relay may have stored it and ended its turn since.
    const late = turn ? await shelf.read(key) : null;
    if (late) return run(late, 'stored');
    signal.throwIfAborted();
    const answer = await buy({ signal });
    if (!(answer instanceof Response)) return run(answer, 'bought');
    const { status, headers } = answer;
    const refusal = { status, headers, text: await answer.text() };
    over();
    return { refusal };
  }

  const purchased = fetchAnswer();
  purchased.catch(over);
  return {
    purchased,
    /** One more listener; returns how that one leaves, once. When the last has left, the purchase is aborted. */
    join(): (reason?: unknown) => void {
      listeners++;
      let leave = (reason?: unknown): void => {
        leave = () => {};
        listeners--;
        stopUnwanted(reason);
      };
      return (reason) => leave(reason);
    },
  };
}
