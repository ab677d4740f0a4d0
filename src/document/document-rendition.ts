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
import { DEFAULT_OUTPUT_FORMAT, parseOutputFormat } from '../wire/output-format.js';
import { createCut } from './cut-text.js';
import { serveDemand } from './demand.js';
import type { DocumentOptions } from './document-options.js';
import { createDocumentPart, type DocumentPart } from './document-part.js';
import { createDocumentParts } from './document-parts.js';
import { createDocumentSound } from './document-sound.js';
import { documentTimes } from './document-times.js';
import { createGapPaces } from './gap-paces.js';
import { growingText } from './growing-text.js';
import { createLedger } from './ledger.js';
import { createPace } from './pace.js';
import { characterLimit } from './part-request.js';
import { createTimeAxis, type TimeAxis } from './time-axis.js';

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
  let spans: TextSpans | null = null;
  let axis: TimeAxis<DocumentPart> | null = null;
  let view: RenditionView | null = null;
  let heard: Point = { part: 0, frame: 0 };
  let pause: ReturnType<typeof setTimeout> | undefined;
  let listening = false;

  function change(): void {
    axis = null;
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
    change();
  });

  function axisNow(): TimeAxis<DocumentPart> {
    if (axis) return axis;
    // What cannot be had is a gap; where it is passed over, it takes no time.
    const bought = parts
      .inOrder()
      .filter(({ phase }) => phase !== 'unbought' && (phase !== 'failed' || onFailure === 'skip'));
    const whole = bought.filter(({ phase }) => phase === 'whole');
    const units = whole.reduce((sum, { start }) => sum + parts.endOf(start) - start, 0);
    pace.measure(
      units,
      whole.reduce((sum, part) => sum + part.seconds, 0),
    );
    axis = createTimeAxis(
      text.length,
      bought.map((part) => ({ part, start: part.start, end: parts.endOf(part.start), seconds: secondsOf(part) })),
      gaps.seconds,
    );
    return axis;
  }

  /** Seconds of a part that was bought; what of it has not come is guessed. */
  function secondsOf(part: DocumentPart): number {
    if (part.phase !== 'coming') return part.seconds;
    const units = parts.endOf(part.start) - part.start;
    const { times } = part;
    const known = times?.knownUntil ?? 0;
    const measured = times && known > 0 ? (times.endAt(known - 1) ?? 0) : 0;
    return Math.max(part.seconds, measured + Math.max(0, units - known) * pace.secondsPerUnit);
  }

  function startTime(start: number): number {
    const stretch = axisNow().atOffset(start);
    if (!stretch) return 0;
    return stretch.startTime + (stretch.part ? 0 : gaps.seconds(stretch.start, start));
  }

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

  function serve(at: Point): void {
    serveDemand(
      at,
      {
        seconds: (number) => {
          const part = parts.find(number);
          return part && part.phase !== 'unbought' ? secondsOf(part) : gaps.seconds(number, parts.endOf(number));
        },
        secondsBefore: ({ part, frame }) => frame / (parts.find(part)?.sampleRate ?? declaredRate),
        after,
        isBought: (number) => !['unbought', 'failed'].includes(parts.find(number)?.phase ?? 'unbought'),
        buy,
        coming: sound.coming,
      },
      { ahead, concurrency },
    );
  }

  const spansNow = (): TextSpans => {
    spans ??= createTextSpans(createShownText(text, environment.show), locale);
    return spans;
  };

  function bufferedFrom({ part: number, frame }: Point): number {
    let end = startTime(number) + frame / declaredRate;
    for (let at: number | 'end' | 'unknown' = number; typeof at === 'number'; at = after(at)) {
      const part = parts.find(at);
      if (!part || part.phase === 'unbought') break;
      end = startTime(at) + part.seconds;
      if (part.phase === 'coming') break;
    }
    return end;
  }

  function viewNow(): RenditionView {
    if (view) return view;
    const now = axisNow();
    const bought = parts.inOrder().filter(({ phase }) => phase !== 'unbought' && phase !== 'failed');
    const isExact = source.final && now.stretches.every(({ part }) => part && part.phase !== 'coming');
    const had = bought.reduce((sum, { start }) => sum + countCodePoints(text, start, parts.endOf(start)), 0);
    view = {
      timeline: timelineOver(spansNow(), documentTimes(text, now), now.seconds),
      duration: now.seconds,
      durationQuality: isExact ? 'exact' : 'estimated',
      buffered: bufferedFrom(heard),
      spent: ledger.spent,
      toCome: costOf(countCodePoints(text) - had, request.modelId),
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
    secondsAt: ({ part, frame }) => startTime(part) + frame / (parts.find(part)?.sampleRate ?? declaredRate),
    pointAt(seconds) {
      const stretch = axisNow().atTime(seconds);
      if (!stretch?.part) return { part: Math.max(0, parts.startAt(stretch?.start ?? 0)), frame: 0 };
      const { part } = stretch;
      let frame = Math.max(0, Math.floor((seconds - stretch.startTime) * part.sampleRate));
      while (stretch.startTime + frame / part.sampleRate < seconds) frame++;
      return { part: part.start, frame };
    },
    timeOf(offset) {
      const place = spansNow().toSource(Math.min(offset, spansNow().text.length));
      const stretch = axisNow().atOffset(place);
      const part = stretch?.part;
      if (!stretch || !part) return null;
      const known = part.times?.startAt(place - part.start) ?? null;
      if (known !== null) return stretch.startTime + known;
      if (place <= part.start || part.phase === 'failed') return stretch.startTime;
      return part.phase === 'coming' ? null : stretch.startTime + stretch.seconds;
    },
    isSettled(seconds) {
      const stretch = axisNow().atTime(seconds);
      if (!stretch?.part) return false;
      return stretch.part.phase !== 'coming' || seconds <= stretch.startTime + stretch.part.seconds;
    },
    reach(offset) {
      const place = spansNow().toSource(offset);
      const there = parts.startAt(place);
      if (there < 0) return;
      const phase = parts.find(there)?.phase ?? 'unbought';
      if (phase === 'unbought') cut.split(place);
      heard = { part: parts.startAt(place), frame: 0 };
      serve(heard);
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
      else pause = setTimeout(() => sound.giveUp('now'), LONG_PAUSE * 1000);
    },
    stopped: () => sound.giveUp('now'),
    release() {
      clearTimeout(pause);
      sound.giveUp();
    },
    revive() {
      source.start();
      for (const part of parts.inOrder()) part.revive();
    },
  };
}
