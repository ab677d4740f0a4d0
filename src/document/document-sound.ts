import { BudgetError, PartError, SpeechError } from '../errors.js';
import type { SpeechRequest } from '../relay/speech-request.js';
import { buyWithin } from '../store/buy-within.js';
import { addCosts, type Cost, costOf, countCodePoints, NO_COST } from '../store/cost.js';
import { keepHead as keepHeadOf } from '../store/keep-head.js';
import type { Recipe } from '../store/recording.js';
import type { RenditionEnvironment } from '../store/rendition.js';
import type { DocumentPart } from './document-part.js';
import type { DocumentParts } from './document-parts.js';
import type { DocumentText } from './document-text.js';
import { joinPause } from './join-pause.js';
import type { Ledger } from './ledger.js';
import { type PartPlace, partRequest } from './part-request.js';
import { type Attempts, createPatience } from './patience.js';

/** How the parts of a document are bought, and what becomes of what comes. */
export interface DocumentSound {
  /** Buys a part that is not here. False where it cannot be had now. */
  buy(part: DocumentPart): boolean;
  /** Looks at what came for a part: it is whole, was cut, or failed. */
  settle(part: DocumentPart): void;
  /** How many parts are on their way. */
  coming(): number;
  /** Lets go of what is on its way, all of it or what is not to be kept: at once, or after the store's grace. */
  giveUp(when?: 'now', isKept?: (part: DocumentPart) => boolean): void;
  /** What failed may be asked for again. */
  renew(): void;
  /** Whether somebody else of this page has the part that begins at an offset. */
  isInStore(start: number): boolean;
  /** The same of what is kept beyond the page. */
  isKept(start: number): Promise<boolean>;
  /** Whether the budget allows it now. */
  isAffordable(part: DocumentPart): boolean;
}

export interface DocumentSoundOptions {
  readonly request: Omit<SpeechRequest, 'text'>;
  readonly environment: RenditionEnvironment;
  readonly parts: DocumentParts;
  readonly ledger: Ledger;
  readonly text: DocumentText;
  /** How often a part is asked for again. */
  readonly retries: number;
  /** UTF-16 units of text that are sent along at each side. */
  readonly context: number;
  /** A part was bought, grew, is whole or failed. */
  onChange(): void;
}

const NOBODY_WAITS = 'The speech could not be had, and nobody waited for it any more. Press play to ask again.';
/** Seconds without a byte after which an answer counts as cut. */
const STALL = 30;
/** Seconds for which the API knows an id: two hours, less what a request takes. */
const ID_LIVES = 7000;

export function createDocumentSound(options: DocumentSoundOptions): DocumentSound {
  const { request, environment, parts, ledger, text, retries, context, onChange } = options;
  const { cut } = text;
  const patience = createPatience({ retries });
  const attempts = new Map<number, Attempts>();
  const resting = new Map<number, ReturnType<typeof setTimeout>>();
  /** When the ids were given, in milliseconds. */
  const idTimes = new Map<string, number>();
  const owed = new Map<DocumentPart, Cost>();
  const out = new Set<DocumentPart>();
  let rest: ReturnType<typeof setTimeout> | undefined;

  const priceOf = (start: number, end: number): Cost =>
    costOf(countCodePoints(text.text.slice(start, end).trimEnd()), request.modelId);

  const placeOf = (start: number): PartPlace => ({ start, end: parts.endOf(start), previousRequestIds: [] });

  /** The ids of other requests pass, and so may not part what is the same speech. */
  const recipeOf = (start: number): Recipe =>
    environment.recipeOf(partRequest({ ...request, text: '' }, text.textFor(start), placeOf(start), context));

  function recipeFor(part: DocumentPart): Recipe {
    const { start } = part;
    const place = placeOf(start);
    const { end } = place;
    const recipe = recipeOf(start);
    const price = priceOf(start, end);
    owed.set(part, price);
    return {
      ...recipe,
      async buy(signal) {
        // Only here: what lies in a store costs nothing.
        const refusal = ledger.refusal(price, owedBut(part));
        if (refusal) throw refusal;
        const ids = previousRequestIds(start);
        const asked = partRequest(
          { ...request, text: '' },
          text.textFor(start),
          { ...place, previousRequestIds: ids },
          context,
        );
        const stream = await attemptsOf(start).buy(
          asking(part, buyWithin(environment.recipeOf(asked).buy, STALL)),
          signal,
        );
        if (stream.requestId !== null) idTimes.set(stream.requestId, Date.now());
        owed.delete(part);
        ledger.spend({ ...price, credits: stream.characterCost ?? price.credits });
        onChange();
        return stream;
      },
    };
  }

  /** Of the parts directly before an offset, as far back as they are whole. */
  function previousRequestIds(start: number): string[] {
    const ids: string[] = [];
    let before = parts.before(start);
    while (before?.phase === 'whole' && ids.length < 3) {
      const { requestId = null, loading } = before.recording ?? {};
      const given = requestId === null ? undefined : idTimes.get(requestId);
      if (requestId === null || loading !== 'complete' || !given || Date.now() - given > ID_LIVES * 1000) break;
      ids.unshift(requestId);
      before = parts.before(before.start);
    }
    return ids;
  }

  function coming(): number {
    return parts.inOrder().filter(({ phase }) => phase === 'coming').length;
  }

  /** What the others cost that are on their way. */
  function owedBut(part: DocumentPart): Cost {
    return [...owed].reduce((sum, [other, cost]) => (other === part ? sum : addCosts(sum, cost)), NO_COST);
  }

  /** Notes while a request is out: one that is only to be made again need not be, once nobody waits. */
  function asking(part: DocumentPart, ask: Recipe['buy']): Recipe['buy'] {
    return async (signal) => {
      out.add(part);
      try {
        return await ask(signal);
      } catch (cause) {
        // It may help to ask again, but for nobody.
        if (!signal.aborted && !part.isHeld) throw new SpeechError(NOBODY_WAITS, { cause });
        throw cause;
      } finally {
        out.delete(part);
      }
    };
  }

  function buy(part: DocumentPart): boolean {
    if (resting.has(part.start) || rests()) return false;
    text.hold(part.start);
    part.take(environment.store.renew(recipeFor(part)));
    settle(part);
    onChange();
    return true;
  }

  /** Whether the API wants to be left alone; if so, this is looked at again when it does no more. */
  function rests(): boolean {
    const seconds = patience.restSeconds();
    clearTimeout(rest);
    if (seconds > 0) rest = setTimeout(onChange, seconds * 1000);
    return seconds > 0;
  }

  function settle(part: DocumentPart): void {
    const { recording } = part;
    if (part.phase !== 'coming' || !recording) return;
    if (recording.loading === 'complete') {
      owed.delete(part);
      attempts.delete(part.start);
      const own = text.text.slice(part.start, parts.endOf(part.start));
      const isLast = parts.endOf(part.start) >= text.text.length;
      part.finish(isLast ? 0 : joinPause(own, part.times, part.seconds));
    } else if (recording.loading === 'abandoned') {
      owed.delete(part);
      if (!keepHead(part)) part.reset();
    } else if (recording.loading === 'failed') {
      owed.delete(part);
      if (!keepHead(part)) tryAgain(part, recording.error);
    }
  }

  /** What came of whole sentences is kept, and only the rest is asked for: as another part. */
  function keepHead(part: DocumentPart): boolean {
    const { times, start } = part;
    const said = times?.startedUntil(part.seconds - 0.05) ?? 0;
    if (!times || said === 0 || !cut.split(start + said - 1)) return false;
    const border = parts.endOf(start);
    const seconds = border - start < said ? times.startAt(border - start) : null;
    if (seconds === null) return false;
    part.keepHead(seconds);
    if (part.recording) void keepHeadOf(environment.store, recipeOf(start), part.recording, seconds);
    return true;
  }

  function tryAgain(part: DocumentPart, cause: SpeechError | null): void {
    const { start } = part;
    if (cause?.message === NOBODY_WAITS) {
      part.reset();
      return;
    }
    const seconds = attemptsOf(start).again(cause);
    if (seconds === null) {
      attempts.delete(start);
      part.fail(partError(part, cause));
      return;
    }
    part.reset();
    const timer = setTimeout(() => {
      resting.delete(start);
      onChange();
    }, seconds * 1000);
    resting.set(start, timer);
  }

  function attemptsOf(start: number): Attempts {
    const found = attempts.get(start) ?? patience.attempts();
    attempts.set(start, found);
    return found;
  }

  function partError({ start }: DocumentPart, cause: SpeechError | null): SpeechError {
    if (cause instanceof BudgetError) return cause;
    const end = parts.endOf(start);
    const beginning = text.text.slice(start, end).trim().slice(0, 40);
    const why = cause?.message ?? 'Nobody knows why.';
    return new PartError(`The part that begins “${beginning}…” could not be spoken. ${why}`, { start, end, cause });
  }

  return {
    isInStore(start) {
      const found = environment.store.peek(recipeOf(start).key);
      return found !== null && found.loading !== 'failed';
    },
    isKept: async (start) => (await environment.store.isKept?.(recipeOf(start))) ?? false,
    isAffordable: (part) => !ledger.refusal(priceOf(part.start, parts.endOf(part.start)), owedBut(part)),
    buy,
    settle,
    coming,
    renew() {
      attempts.clear();
      for (const part of parts.inOrder()) if (part.phase === 'failed') part.reset();
    },
    giveUp(when, isKept = () => false) {
      clearTimeout(rest);
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
      for (const part of parts.inOrder()) {
        if (part.phase !== 'coming' || isKept(part)) continue;
        // It waits to be asked for again: not for nobody.
        const waits = part.recording?.loading === 'waiting' && !out.has(part);
        part.release(waits ? 'now' : when);
        settle(part);
      }
    },
  };
}
