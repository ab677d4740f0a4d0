import type { ShowOptions } from '../alignment/shown-text.js';
import { timesNow } from '../alignment/text-times.js';
import { type Cost, NO_COST } from '../store/cost.js';
import type { Recipe } from '../store/recording.js';
import type { Rendition, RenditionView } from '../store/rendition.js';
import type { SpeechStore } from '../store/speech-store.js';
import { untilSettled } from '../store/until-settled.js';
import { parseOutputFormat } from '../wire/output-format.js';
import { createRecordingTimeline } from './recording-timeline.js';
import { createSpeechRecording } from './speech-recording.js';

const USUAL_RATE = 44100;

/** A text that is one recording. `price` is what asking for it costs: null for what the app has. */
export function createRecordingRendition(
  recipe: Recipe,
  store: SpeechStore,
  show: ShowOptions & { readonly locale?: string | undefined },
  price: Cost | null,
): Rendition {
  const recording = createSpeechRecording(recipe, store);
  const timelineOf = createRecordingTimeline(recipe.text, show);
  const declared = parseOutputFormat(recipe.outputFormat)?.sampleRate ?? USUAL_RATE;
  const rate = (): number => recording.current?.audio.sampleRate ?? declared;
  const playable = (): boolean => (recording.current?.audio.frames().ready ?? 0) > 0;
  const toBuy = price ?? NO_COST;
  let shown: RenditionView | null = null;
  let seen: readonly unknown[] = [];

  function view(): RenditionView {
    const { current } = recording;
    const fields = timelineOf(current);
    const { characterCost = null, requestId = null, isKept = false } = current ?? {};
    // Nobody answered, or somebody refused: asking again costs what asking did.
    const isUnsold = recording.error !== null && requestId === null && !playable();
    const now = [fields, current === null, characterCost, requestId, isKept, isUnsold];
    if (shown && now.every((value, i) => Object.is(value, seen[i]))) return shown;
    seen = now;
    const bought = current !== null && price !== null && !isKept && !isUnsold;
    shown = {
      ...fields,
      spent: bought ? { ...price, credits: characterCost ?? price.credits } : NO_COST,
      toCome: current && !isUnsold ? NO_COST : toBuy,
      requestId,
    };
    return shown;
  }

  return {
    program: recording.program,
    get loading() {
      return recording.loading;
    },
    get error() {
      return recording.error;
    },
    get renewing() {
      return recording.renewing;
    },
    get playable() {
      return playable();
    },
    get sampleRate() {
      return rate();
    },
    view,
    secondsAt: ({ frame }) => frame / rate(),
    pointAt(seconds) {
      let frame = Math.floor(seconds * rate());
      while (frame / rate() < seconds) frame++;
      return { part: 0, frame };
    },
    timeOf(offset) {
      if (recording.renewing) return null;
      const { timeline, duration } = view();
      const time = timeline.timeAt(offset);
      const { current } = recording;
      const over =
        current?.loading === 'complete' || (current?.loading === 'failed' && current.audio.frames().ready > 0);
      if (time !== null || !over) return time;
      return timeline.knownUntil > 0 ? duration : 0;
    },
    pointBehind(offset) {
      const source = view().timeline.toSource(offset - 1);
      const time = recording.current && timesNow(recording.current.times).endAt(source);
      return time === null ? null : { part: 0, frame: Math.round(time * rate()) };
    },
    // Sound comes in order from the start, so what has not come yet is on its way.
    isSettled: () => true,
    reach() {
      if (!recording.current) recording.open();
    },
    fetchAll(signal) {
      if (!recording.current || recording.loading === 'failed') recording.renew();
      return untilSettled(recording.subscribe, signal, () => {
        if (recording.error) throw recording.error;
        return recording.loading === 'complete';
      });
    },
    confine() {},
    subscribe: recording.subscribe,
    open: recording.open,
    renew: recording.renew,
    listen() {},
    stopped() {
      if (recording.loading === 'waiting') recording.release('now');
    },
    release: recording.release,
    revive: recording.revive,
    dispose: recording.release,
  };
}
