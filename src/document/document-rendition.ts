import { emptyPart } from '../audio/empty-part.js';
import { createListeners } from '../audio/listeners.js';
import type { PcmPart } from '../audio/part.js';
import type { Point } from '../audio/program.js';
import { BudgetError, type SpeechError } from '../errors.js';
import type { LongRequest, Rendition, RenditionEnvironment, RenditionView } from '../store/rendition.js';
import { sharedSplits } from '../store/shared-splits.js';
import { untilSettled } from '../store/until-settled.js';
import { DEFAULT_OUTPUT_FORMAT, parseOutputFormat } from '../wire/output-format.js';
import { serveDemand } from './demand.js';
import { createDocumentClock } from './document-clock.js';
import type { DocumentOptions } from './document-options.js';
import { createDocumentPart, type DocumentPart } from './document-part.js';
import { createDocumentParts } from './document-parts.js';
import { createDocumentSound } from './document-sound.js';
import { createDocumentText } from './document-text.js';
import { createDocumentView } from './document-view.js';
import { createJump } from './jump.js';
import { createLedger } from './ledger.js';
import { loadingOf } from './loading-of.js';
import { createPace } from './pace.js';
import { characterLimit } from './part-request.js';
import { createSplitsInStep } from './splits-in-step.js';
import { unlessBusy } from './unless-busy.js';

/** Seconds for which a reader may pause before what is on its way is given up. */
const LONG_PAUSE = 10;
const USUAL_RATE = 44100;
/** The sound of a text that says nothing. */
const SILENCE: PcmPart = { ...emptyPart('nothing', USUAL_RATE), frames: () => ({ ready: 0, final: true }) };

/** The rendition of a text that is bought part by part, as it is heard. */
export function createDocumentRendition(
  { text: given, ...request }: LongRequest,
  environment: RenditionEnvironment,
  options: Required<Pick<DocumentOptions, 'ahead' | 'concurrency' | 'retries' | 'onFailure' | 'context'>> &
    DocumentOptions,
): Rendition {
  const { ahead, concurrency, retries, onFailure, context, budget, onSpend, quiet } = options;
  const declaredRate = parseOutputFormat(request.outputFormat ?? DEFAULT_OUTPUT_FORMAT)?.sampleRate ?? USUAL_RATE;
  const listeners = createListeners();
  const text = createDocumentText(given, {
    show: environment.show,
    quiet,
    cut: { ...options, limit: characterLimit(request.modelId) },
    onGrow: change,
  });
  const { cut } = text;
  const parts = createDocumentParts(cut, (start) => createDocumentPart(start, declaredRate, () => settle(start)));
  const ledger = createLedger(budget, onSpend);
  const sound = createDocumentSound({
    request,
    environment,
    parts,
    ledger,
    text,
    retries,
    context,
    onChange: change,
  });
  const pace = createPace(text.text);
  const clock = createDocumentClock({
    parts,
    pace,
    length: () => text.text.length,
    sampleRate: declaredRate,
    onFailure,
  });
  const look = createDocumentView({ text, parts, clock, ledger, modelId: request.modelId, after });
  const splits = createSplitsInStep({
    cut,
    shared: () => text.splits ?? sharedSplits(environment.store, environment.recipeOf({ ...request, text: text.text })),
    make(offset) {
      const start = parts.startAt(offset);
      if (start < offset && isBought(start)) return false;
      cut.split(offset, 'exact');
      return true;
    },
    onChange() {
      change();
      jump.arrive();
    },
  });
  const jump = createJump({
    isReady: () => splits.ready && !isEmpty(),
    isBought: (place) => isBought(parts.startAt(place)) || sound.isInStore(parts.startAt(place)),
    isKept: environment.store.isKept && ((place) => sound.isKept(parts.startAt(place))),
    goTo,
  });
  const disposed = new AbortController();
  let fetching = 0;
  let view: RenditionView | null = null;
  let heard: Point = { part: 0, frame: 0 };
  let pause: ReturnType<typeof setTimeout> | undefined;
  let listening = false;
  let limit = Infinity;

  function change(): void {
    splits.keep();
    clock.forget();
    view = null;
    listeners.call();
  }

  function settle(start: number): void {
    const part = parts.find(start);
    if (part) sound.settle(part);
    change();
  }

  function after(number: number): number | 'end' | 'unknown' {
    const part = parts.find(number);
    if (part?.phase === 'failed' && isStop(part.error)) return 'end';
    const end = parts.endOf(number);
    if (end < text.text.length) return end;
    return text.final ? 'end' : 'unknown';
  }

  /** Whether an error is the end until it is tried again. */
  const isStop = (error: SpeechError | null): boolean => onFailure === 'stop' || error instanceof BudgetError;

  function buy(number: number): boolean {
    const part = parts.at(number);
    // The budget may have been raised since.
    if (part.error instanceof BudgetError && sound.isAffordable(part)) part.reset();
    if (part.phase === 'failed') return !isStop(part.error);
    return sound.buy(part);
  }

  /** Whether a part is here or on its way; one that was let go of is taken hold of again. */
  function isBought(number: number): boolean {
    const part = parts.find(number);
    if (part?.phase === 'coming') {
      part.revive();
      sound.settle(part);
    }
    return part?.phase === 'coming' || part?.phase === 'whole';
  }

  function serve(at: Point, window = ahead): void {
    if (!splits.ready || isEmpty()) return;
    serveDemand(
      at,
      {
        seconds: clock.secondsOf,
        secondsBefore: ({ part, frame }) => frame / (parts.find(part)?.sampleRate ?? declaredRate),
        after,
        isBought,
        buy,
        coming: sound.coming,
      },
      { ahead: window, concurrency, until: window === Infinity ? window : limit },
    );
  }

  /** `isWhole`: the part there is kept as it is. */
  function goTo(place: number, isWhole: boolean): void {
    if (!isWhole) cut.split(place, 'near');
    const number = parts.startAt(place);
    heard = { part: number, frame: 0 };
    if (!isBought(number)) clock.pin(number);
    const from = clock.secondsAt(heard);
    const isAhead = ({ start }: DocumentPart): boolean =>
      start >= number && clock.secondsAt({ part: start, frame: 0 }) - from < ahead;
    if (fetching === 0) sound.giveUp(undefined, isAhead);
    serve(heard);
    change();
  }

  const isEmpty = (): boolean => !/\S/.test(text.text);

  function viewNow(): RenditionView {
    view ??= look(heard);
    return view;
  }

  /** What is in the way where the reader is, or was passed over; what lies ahead may yet be mended. */
  function failure(): SpeechError | null {
    const error = parts.inOrder().findLast((part) => part.error && part.start <= heard.part)?.error ?? null;
    return error ?? (isEmpty() || after(heard.part) === 'end' ? text.error : null);
  }

  /** A failure that is not passed over. */
  function obstacle(): SpeechError | null {
    const error = failure();
    return error === text.error || isStop(error) ? error : null;
  }

  /** Buys on, and tells whether all is here. @throws what is in the way */
  function fetchOn(): boolean {
    const failed = parts.inOrder().find((part) => part.error)?.error ?? null;
    if (failed && isStop(failed)) throw failed;
    serve({ part: 0, frame: 0 }, Infinity);
    const isAllHere = isEmpty() ? text.final : viewNow().durationQuality === 'exact';
    const missing = failed ?? text.error;
    if (isAllHere && missing) throw missing;
    return isAllHere;
  }

  /** What is on its way is for nobody any more. */
  function giveUp(when?: 'now'): void {
    if (fetching === 0) sound.giveUp(when);
  }

  return {
    program: {
      // Made where there is none: what is taken from the store may be whole before the player hears of it.
      part: (number) => (isEmpty() ? (text.final ? SILENCE : undefined) : parts.at(number)),
      after,
      want(at) {
        heard = at;
        if (listening) serve(at);
      },
      subscribe: listeners.add,
    },
    get loading() {
      if (obstacle()) return 'failed';
      return loadingOf(parts.inOrder(), viewNow().durationQuality === 'exact');
    },
    get error() {
      return failure();
    },
    renewing: false,
    get playable() {
      return parts.inOrder().some((part) => part.seconds > 0);
    },
    get sampleRate() {
      return parts.find(heard.part)?.sampleRate ?? declaredRate;
    },
    view: viewNow,
    secondsAt: clock.secondsAt,
    pointAt: clock.pointAt,
    timeOf: (offset) => clock.timeOf(text.spans().toSource(Math.min(offset, text.spans().text.length))),
    pointBehind: (offset) => clock.pointBehind(text.spans().toSource(offset - 1)),
    isSettled: clock.isSettled,
    reach: (offset) => jump.to(text.spans().toSource(offset)),
    async fetchAll(signal) {
      open();
      fetching++;
      try {
        await untilSettled(listeners.add, AbortSignal.any([signal, disposed.signal]), unlessBusy(fetchOn));
      } finally {
        fetching--;
        if (!listening) giveUp('now');
      }
    },
    confine(end) {
      limit = end === null ? Infinity : text.spans().toSource(end);
    },
    subscribe: listeners.add,
    open,
    renew() {
      sound.renew();
      change();
    },
    listen(whether) {
      listening = whether;
      clearTimeout(pause);
      if (whether) hold();
      else pause = setTimeout(() => giveUp('now'), LONG_PAUSE * 1000);
    },
    stopped() {
      jump.cancel();
      giveUp();
    },
    release,
    revive() {
      open();
      hold();
    },
    dispose() {
      disposed.abort(new DOMException('The speech was disposed of.', 'AbortError'));
      release();
    },
  };

  function open(): void {
    text.start();
    splits.hold();
  }

  /** Takes hold of all that was let go of, and looks at what became of it meanwhile. */
  function hold(): void {
    for (const part of parts.inOrder()) {
      part.revive();
      sound.settle(part);
    }
    change();
  }

  function release(): void {
    clearTimeout(pause);
    jump.cancel();
    giveUp();
    splits.leave();
    if (fetching > 0) return;
    text.leave();
    for (const part of parts.inOrder()) if (part.phase === 'whole') part.release();
  }
}
