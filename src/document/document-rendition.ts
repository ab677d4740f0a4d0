import { createShownText } from '../alignment/shown-text.js';
import { createTextSpans, type TextSpans } from '../alignment/text-spans.js';
import { timelineOver } from '../alignment/timeline.js';
import { createListeners } from '../audio/listeners.js';
import type { Point } from '../audio/program.js';
import { SpeechError } from '../errors.js';
import { costOf, countCodePoints } from '../store/cost.js';
import type {
  LongRequest,
  Rendition,
  RenditionEnvironment,
  RenditionLoading,
  RenditionView,
} from '../store/rendition.js';
import { untilSettled } from '../store/until-settled.js';
import { DEFAULT_OUTPUT_FORMAT, parseOutputFormat } from '../wire/output-format.js';
import { createCut } from './cut-text.js';
import { serveDemand } from './demand.js';
import { createDocumentClock } from './document-clock.js';
import type { DocumentOptions } from './document-options.js';
import { createDocumentPart, type DocumentPart } from './document-part.js';
import { createDocumentParts } from './document-parts.js';
import { createDocumentSound } from './document-sound.js';
import { documentTimes } from './document-times.js';
import { createGapPaces } from './gap-paces.js';
import { growingText } from './growing-text.js';
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
  const listeners = createListeners();
  const locale = environment.show.locale;
  const source = growingText(given, { quiet, locale });
  const limit = characterLimit(request.modelId);
  const cut = createCut(source.text, { ...options, limit, locale, final: source.final });
  let text = source.text;
  const parts = createDocumentParts(cut, (start) => createDocumentPart(start, declaredRate, () => settle(start)));
  const declaredRate = parseOutputFormat(request.outputFormat ?? DEFAULT_OUTPUT_FORMAT)?.sampleRate ?? USUAL_RATE;
  const ledger = createLedger(budget, onSpend);
  const sound = createDocumentSound({
    request,
    environment,
    cut,
    parts,
    ledger,
    text: () => text,
    retries,
    context,
    onChange: change,
  });
  const pace = createPace(text);
  const gaps = createGapPaces(pace);
  const clock = createDocumentClock({
    parts,
    pace,
    gaps,
    length: () => text.length,
    sampleRate: declaredRate,
    onFailure,
  });
  const counts = new Map<DocumentPart, { end: number; characters: number }>();
  const splits = createKeptSplits(
    cut,
    typeof given === 'string' ? environment.store.notes : undefined,
    typeof given === 'string' ? environment.recipeOf({ ...request, text: given }).keepAs : undefined,
    () => {
      change();
      if (reached !== null) reach(reached);
    },
  );
  let reached: number | null = null;
  let fetching = 0;
  let spans: TextSpans | null = null;
  let characters = countCodePoints(text);
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

  source.subscribe(() => {
    cut.append(source.text.slice(text.length), source.final);
    text = source.text;
    spans = null;
    characters = countCodePoints(text);
    change();
  });

  function after(number: number): number | 'end' | 'unknown' {
    if (parts.find(number)?.phase === 'failed' && onFailure === 'stop') return 'end';
    const end = parts.endOf(number);
    if (end < text.length) return end;
    return source.final ? 'end' : 'unknown';
  }

  function buy(number: number): boolean {
    const part = parts.at(number);
    if (part.phase === 'failed') return onFailure === 'skip';
    if (text.length === 0) return false;
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

  const spansNow = (): TextSpans => {
    spans ??= createTextSpans(createShownText(text, environment.show), locale);
    return spans;
  };

  /** Seconds up to which it can be heard without a break. */
  function bufferedFrom(point: Point): number {
    let end = clock.secondsAt(point);
    for (let at: number | 'end' | 'unknown' = point.part; typeof at === 'number'; at = after(at)) {
      const part = parts.find(at);
      if (!part || part.phase === 'unbought') break;
      end = clock.secondsAt({ part: at, frame: 0 }) + part.seconds;
      if (part.phase === 'coming') break;
    }
    return end;
  }

  function charactersOf(part: DocumentPart): number {
    const end = parts.endOf(part.start);
    const found = counts.get(part);
    if (found?.end === end) return found.characters;
    const counted = { end, characters: countCodePoints(text, part.start, end) };
    counts.set(part, counted);
    return counted.characters;
  }

  function viewNow(): RenditionView {
    if (view) return view;
    const axis = clock.axis();
    const bought = parts.inOrder().filter(({ phase }) => phase !== 'unbought' && phase !== 'failed');
    const isExact = source.final && axis.stretches.every(({ part }) => part && part.phase !== 'coming');
    const had = bought.reduce((sum, part) => sum + charactersOf(part), 0);
    view = {
      timeline: timelineOver(spansNow(), documentTimes(text, axis), axis.seconds),
      duration: axis.seconds,
      durationQuality: isExact ? 'exact' : 'estimated',
      buffered: bufferedFrom(heard),
      spent: ledger.spent,
      toCome: costOf(characters - had, request.modelId),
      requestId: null,
    };
    return view;
  }

  function failure(): SpeechError | null {
    const { error } = source;
    if (error instanceof SpeechError) return error;
    if (error !== null)
      return new SpeechError('The text that was to be spoken broke off. What came of it can be heard.', {
        cause: error,
      });
    return parts.inOrder().findLast((part) => part.error)?.error ?? null;
  }

  function loading(): RenditionLoading {
    const all = parts.inOrder();
    if (failure() && (onFailure === 'stop' || source.error !== null)) return 'failed';
    if (all.every(({ phase }) => phase === 'unbought')) return 'idle';
    if (!all.some((part) => part.seconds > 0)) return 'waiting';
    return viewNow().durationQuality === 'exact' ? 'complete' : 'streaming';
  }

  function reach(offset: number): void {
    reached = splits.ready ? null : offset;
    const place = spansNow().toSource(offset);
    const there = parts.startAt(place);
    if (there < 0 || !splits.ready) return;
    const phase = parts.find(there)?.phase ?? 'unbought';
    if (phase === 'unbought') cut.split(place);
    heard = { part: parts.startAt(place), frame: 0 };
    serve(heard);
  }

  /** What is on its way is for nobody any more. */
  function giveUp(when?: 'now'): void {
    if (fetching === 0) sound.giveUp(when);
  }

  return {
    program: {
      part: (number) => parts.find(number),
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
    timeOf: (offset) => clock.timeOf(spansNow().toSource(Math.min(offset, spansNow().text.length))),
    isSettled: clock.isSettled,
    reach,
    async fetchAll(signal) {
      source.start();
      fetching++;
      try {
        await untilSettled(listeners.add, signal, () => {
          const error = failure();
          if (error && (onFailure === 'stop' || source.error !== null)) throw error;
          serve({ part: 0, frame: 0 }, Infinity);
          return viewNow().durationQuality === 'exact';
        });
      } finally {
        fetching--;
        if (!listening) giveUp('now');
      }
    },
    subscribe: listeners.add,
    open: source.start,
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
      source.start();
      for (const part of parts.inOrder()) part.revive();
    },
  };
}
