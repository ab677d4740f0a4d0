import type { SpeechStatus, Timeline } from 'react-readalong';
import type { Fault, OfflineCall } from 'react-readalong/offline';
import { randomFrom } from '../../bench/book-text.mjs';
import { codePointsBefore, soundedWords } from './book-sound.js';
import { type ReadingOptions, readAloud } from './reading.js';

/** A whole text, read from its first to its last character by a clock that is turned by hand. */
export interface BookReading {
  /** The words whose own tones were played, in order, each once. Its text where it was, null where something else was. */
  readonly sounded: readonly (string | null)[];
  readonly words: number;
  /** Characters (code points) that were paid for, those of cut answers and of what nobody heard included. */
  readonly bought: number;
  /** Requests, and what went wrong with how many. */
  readonly calls: number;
  readonly cuts: number;
  readonly refusals: number;
  /** Times that it fell silent for want of sound after it had begun, and for how many seconds. */
  readonly gaps: number;
  readonly gapSeconds: number;
  /** The most characters that were bought beyond those heard and those of the seconds ahead. Negative where there never were any. */
  readonly excess: number;
  /** The same in the first seconds, while nobody knows how fast this voice speaks. */
  readonly firstExcess: number;
  readonly error: unknown;
}

export interface BookReadingOptions extends ReadingOptions {
  /** Shares of answers, 0–1: cut in the middle, 429, 500. */
  wrong?: { cut: number; busy: number; broken: number } | undefined;
  seed?: number;
}

const AHEAD = 60;
const STEP = 0.25;
/** Seconds after which the pace of the voice is measured. */
const KNOWN = 20;

/** Reads a text to its end. Needs fake timers. */
export async function readBook(text: string, options: BookReadingOptions = {}): Promise<BookReading> {
  const { wrong, seed = 1, ...rest } = options;
  const faults = createFaults(wrong, seed);
  const reading = readAloud(text, { pace: { firstByte: 0.25, rate: 8 }, faults: faults.of, ahead: AHEAD, ...rest });
  const { speech, fake } = reading;
  const statuses = watchStatus(() => speech.getSnapshot().status, fake.context);
  speech.subscribe(statuses.look);
  const visits: Visit[] = [];
  speech.play();
  for (let seconds = 0; speech.getSnapshot().status !== 'ended'; seconds += STEP) {
    await reading.turn(STEP);
    visits.push({ time: speech.currentTime(), bought: faults.paid() });
    if (seconds > text.length)
      throw new Error(`Nothing ends: ${speech.getSnapshot().status} at ${speech.currentTime()} s.`);
  }
  const { timeline, error } = speech.getSnapshot();
  const { gaps, gapSeconds } = statuses;
  const result = {
    sounded: soundedWords(fake.sources, fake.context.sampleRate, timeline),
    words: timeline.spans.words.count,
    bought: faults.paid(),
    calls: reading.calls.length,
    cuts: faults.cuts,
    refusals: faults.refusals,
    gaps: gaps(),
    gapSeconds: gapSeconds(),
    excess: worstExcess(
      visits.filter(({ time }) => time >= KNOWN),
      timeline,
    ),
    firstExcess: worstExcess(
      visits.filter(({ time }) => time < KNOWN),
      timeline,
    ),
    error,
  };
  speech.dispose();
  return result;
}

interface Visit {
  /** Seconds that were heard. */
  readonly time: number;
  /** Characters that were paid for by then. */
  readonly bought: number;
}

/** What the window allows is what stands in it by the times that are known in the end. */
function worstExcess(visits: readonly Visit[], timeline: Timeline): number {
  const before = codePointsBefore(timeline.text);
  const allowed = (time: number): number =>
    time >= (timeline.duration ?? 0)
      ? (before.at(-1) ?? 0)
      : (before[timeline.characterEnd(timeline.offsetAt(time))] ?? 0);
  return Math.max(...visits.map(({ time, bought }) => bought - allowed(time + AHEAD)));
}

function watchStatus(status: () => SpeechStatus, context: { readonly currentTime: number }) {
  let [gaps, gapSeconds, since] = [0, 0, 0];
  let before: SpeechStatus | null = null;
  let began = false;
  return {
    look() {
      const now = status();
      if (now === before) return;
      if (before === 'buffering' && began) gapSeconds += context.currentTime - since;
      if (now === 'buffering' && began) gaps++;
      since = context.currentTime;
      began ||= now === 'playing';
      before = now;
    },
    gaps: () => gaps,
    gapSeconds: () => gapSeconds,
  };
}

/** Goes wrong in a share of the answers, the same ones each time; knows what would have been paid for. */
function createFaults(wrong: BookReadingOptions['wrong'], seed: number) {
  const random = randomFrom(seed);
  for (let i = 0; i < 8; i++) random();
  let [paid, cuts, refusals] = [0, 0, 0];
  const status = (code: number, name: string): Fault[] => {
    refusals++;
    return [{ kind: 'status', status: code, body: { detail: { status: name, message: 'Try again.' } } }];
  };
  function of(call: OfflineCall): Fault[] {
    const [chance, place] = [random(), random()];
    const { cut = 0, busy = 0, broken = 0 } = wrong ?? {};
    if (chance < busy) return status(429, 'too_many_concurrent_requests');
    if (chance < busy + broken) return status(500, 'internal_error');
    paid += call.characters;
    if (chance >= busy + broken + cut) return [];
    cuts++;
    // A line holds about 0.55 s, a character takes about 0.085 s.
    return [{ kind: 'cut', afterLines: Math.floor((place * call.characters * 0.085) / 0.6) }];
  }
  return {
    of,
    paid: () => paid,
    get cuts() {
      return cuts;
    },
    get refusals() {
      return refusals;
    },
  };
}
