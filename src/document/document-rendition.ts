import { createListeners } from '../audio/listeners.js';
import type { Point } from '../audio/program.js';
import type { SpeechError } from '../errors.js';
import type {
  LongRequest,
  Rendition,
  RenditionEnvironment,
  RenditionLoading,
  RenditionView,
} from '../store/rendition.js';
import { untilSettled } from '../store/until-settled.js';
import { DEFAULT_OUTPUT_FORMAT, parseOutputFormat } from '../wire/output-format.js';
import { serveDemand } from './demand.js';
import { createDocumentClock } from './document-clock.js';
import type { DocumentOptions } from './document-options.js';
import { createDocumentPart } from './document-part.js';
import { createDocumentParts } from './document-parts.js';
import { createDocumentSound } from './document-sound.js';
import { createDocumentText } from './document-text.js';
import { createDocumentView } from './document-view.js';
import { createGapPaces } from './gap-paces.js';
import { createKeptSplits } from './kept-splits.js';
import { createLedger } from './ledger.js';
import { createPace } from './pace.js';
import { characterLimit } from './part-request.js';

/** Seconds for which a reader may pause before what is on its way is given up. */
const LONG_PAUSE = 10;
const USUAL_RATE = 44100;

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
    cut,
    parts,
    ledger,
    text: () => text.text,
    retries,
    context,
    onChange: change,
  });
  const pace = createPace(text.text);
  const gaps = createGapPaces(pace);
  const clock = createDocumentClock({
    parts,
    pace,
    gaps,
    length: () => text.text.length,
    sampleRate: declaredRate,
    onFailure,
  });
  const look = createDocumentView({ text, parts, clock, ledger, modelId: request.modelId, after });
  const splits = createKeptSplits(
    cut,
    typeof given === 'string' ? environment.store.notes : undefined,
    typeof given === 'string' ? environment.recipeOf({ ...request, text: given }).keepAs : undefined,
    () => {
      change();
      if (reached !== null) reach(reached);
    },
  );
  /** A place that was to be reached before the cut was as it was. */
  let reached: number | null = null;
  let fetching = 0;
  let view: RenditionView | null = null;
  let heard: Point = { part: 0, frame: 0 };
  let pause: ReturnType<typeof setTimeout> | undefined;
  let listening = false;

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
    if (parts.find(number)?.phase === 'failed' && onFailure === 'stop') return 'end';
    const end = parts.endOf(number);
    if (end < text.text.length) return end;
    return text.final ? 'end' : 'unknown';
  }

  function buy(number: number): boolean {
    if (text.text.length === 0) return false;
    const part = parts.at(number);
    if (part.phase === 'failed') return onFailure === 'skip';
    gaps.fix(number);
    return sound.buy(part);
  }

  function serve(at: Point, window = ahead): void {
    if (!splits.ready) return;
    serveDemand(
      at,
      {
        seconds: clock.secondsOf,
        secondsBefore: ({ part, frame }) => frame / (parts.find(part)?.sampleRate ?? declaredRate),
        after,
        isBought: (number) => !['unbought', 'failed'].includes(parts.find(number)?.phase ?? 'unbought'),
        buy,
        coming: sound.coming,
      },
      { ahead: window, concurrency },
    );
  }

  function reach(offset: number): void {
    reached = splits.ready ? null : offset;
    const place = text.spans().toSource(offset);
    const there = parts.startAt(place);
    if (there < 0 || !splits.ready) return;
    if ((parts.find(there)?.phase ?? 'unbought') === 'unbought') cut.split(place);
    heard = { part: parts.startAt(place), frame: 0 };
    serve(heard);
  }

  function viewNow(): RenditionView {
    view ??= look(heard);
    return view;
  }

  function failure(): SpeechError | null {
    return text.error ?? parts.inOrder().findLast((part) => part.error)?.error ?? null;
  }

  /** What keeps it from being whole: a failure that is not passed over. */
  function obstacle(): SpeechError | null {
    return onFailure === 'stop' ? failure() : text.error;
  }

  function loading(): RenditionLoading {
    const all = parts.inOrder();
    if (obstacle()) return 'failed';
    if (all.every(({ phase }) => phase === 'unbought')) return 'idle';
    if (!all.some((part) => part.seconds > 0)) return 'waiting';
    return viewNow().durationQuality === 'exact' ? 'complete' : 'streaming';
  }

  /** What is on its way is for nobody any more. */
  function giveUp(when?: 'now'): void {
    if (fetching === 0) sound.giveUp(when);
  }

  return {
    program: {
      // Made where there is none: what is taken from the store may be whole before the player hears of it.
      part: (number) => (text.text.length > 0 ? parts.at(number) : undefined),
      after,
      want(at) {
        heard = at;
        if (listening) serve(at);
      },
      subscribe: listeners.add,
    },
    get loading() {
      return loading();
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
    isSettled: clock.isSettled,
    reach,
    async fetchAll(signal) {
      text.start();
      fetching++;
      try {
        await untilSettled(listeners.add, signal, () => {
          const error = obstacle();
          if (error) throw error;
          serve({ part: 0, frame: 0 }, Infinity);
          return viewNow().durationQuality === 'exact';
        });
      } finally {
        fetching--;
        if (!listening) giveUp('now');
      }
    },
    subscribe: listeners.add,
    open: text.start,
    renew() {
      for (const part of parts.inOrder()) if (part.phase === 'failed') part.reset();
      change();
    },
    listen(whether) {
      listening = whether;
      clearTimeout(pause);
      if (whether) for (const part of parts.inOrder()) part.revive();
      else pause = setTimeout(() => giveUp('now'), LONG_PAUSE * 1000);
    },
    stopped: () => giveUp('now'),
    release() {
      clearTimeout(pause);
      giveUp();
    },
    revive() {
      text.start();
      for (const part of parts.inOrder()) part.revive();
    },
  };
}
