import type { TextRange } from '../alignment/text-range.js';
import { createListeners } from '../audio/listeners.js';
import { type BegunExercise, beginExercise } from './begun-exercise.js';
import { type DrillOptions, drillExercise, type Exercise, type LoopOptions, loopExercise } from './exercise.js';
import type { PracticeVoice } from './practice-voice.js';
import { type PracticeUnit, spokenRange, unitEnd, unitIndex, unitRange } from './unit-range.js';

/** Practice at one moment. Keeps its identity while nothing in it changed. */
export interface PracticeSnapshot {
  /** `loop`: one stretch is repeated. `drill`: the text is practised unit by unit. */
  readonly mode: 'off' | 'loop' | 'drill';
  /** The stretch that is practised, in UTF-16 offsets of what is shown; null while nothing is. */
  readonly range: TextRange | null;
  /** How often that was heard before. */
  readonly round: number;
  /** How often it is to be heard; Infinity where somebody has to stop it. */
  readonly rounds: number;
  /** `gap`: silence for saying it again. `waiting`: for `next`. */
  readonly phase: 'hearing' | 'gap' | 'waiting';
  /** How fast it is heard, against the playback rate. */
  readonly tempo: number;
  /** Where a stretch was begun to be marked, or null. */
  readonly markedFrom: number | null;
  /** How stretches are repeated where a call says nothing else. */
  readonly options: LoopOptions;
}

/**
 * Repeats stretches of a text, and takes it unit by unit. What is done to the speech meanwhile holds within: a pause goes on where
 * it fell silent, in a silence for the rest of that; a seek stays in its round; another playback rate counts at once, for silences
 * and for each step of a ladder alike; and `stop` of the speech, or a seek to where the stretch is not, ends a loop.
 */
export interface Practice {
  getSnapshot(): PracticeSnapshot;
  /** Calls back at every new snapshot, when a round begins or ends and never each frame. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Plays a stretch again and again, from its first sample to its last; one that is looped already begins anew, with other ends too, and
   * so does the count. What lies beyond the text, or beyond what came of it so far, is left out; nothing happens where only white space is left.
   */
  loop(range: TextRange, options?: LoopOptions): void;
  /** The same of the word, sentence or paragraph that is heard. */
  loopUnit(unit: PracticeUnit, options?: LoopOptions): void;
  /** Once: a stretch begins at what is heard, also within a drill. Again: it ends there, and is looped. A third time, or in any other loop: ends that. */
  mark(options?: LoopOptions): void;
  /**
   * Says how stretches are repeated where a call says nothing else. What is practised goes by it too: a loop begins anew, silent
   * where it was silent; a drill goes by it from its next round on.
   */
  setOptions(options: LoopOptions): void;
  /** Plays unit by unit, from the one that is heard, and pauses behind each until `next`, or `play` of the speech. */
  drill(unit: PracticeUnit, options?: DrillOptions): void;
  /** The next unit of a drill; of a loop, the next such stretch of the text. */
  next(): void;
  previous(): void;
  /** The stretch once more from its start. */
  again(): void;
  /** Ends it: the sound goes on, or stays paused, where it is. */
  stop(): void;
  /** Ends it, and lets the practice of another speech go by the same options; `again`: and do the same there, at once or when that plays. */
  handOn(next: Practice, how: { again: boolean; plays: boolean }): void;
  /** Ends it, and hears of the speech no more. */
  dispose(): void;
}

/** What is done at the moment, and how the same is begun at another unit, by its number. */
interface Running {
  readonly begun: BegunExercise;
  readonly unit: PracticeUnit;
  readonly begin: (index: number) => void;
  readonly given: Given;
}

/** What a call said of how it is repeated; null where that is as it is set. */
interface Given {
  options: DrillOptions | null;
}

const OFF: PracticeSnapshot = {
  mode: 'off',
  range: null,
  round: 0,
  rounds: 0,
  phase: 'hearing',
  tempo: 1,
  markedFrom: null,
  options: {},
};

/**
 * Practice with a speech. Nothing is heard or bought before it is asked for something.
 *
 * @example const practice = createPractice(speech); practice.loopUnit('sentence', { times: 3, gap: 1, tempos: [0.6, 0.8, 1] })
 */
export function createPractice(voice: PracticeVoice): Practice {
  const listeners = createListeners();
  let running: Running | null = null;
  let markedFrom: number | null = null;
  let set: LoopOptions = OFF.options;
  let snapshot = OFF;
  let told = OFF;
  let leave = (): void => {};

  const spans = () => voice.getSnapshot().timeline.spans;
  const isPlaying = (): boolean => ['playing', 'buffering'].includes(voice.getSnapshot().status);

  function read(): PracticeSnapshot {
    if (!running) return { ...OFF, markedFrom, options: set };
    const { exercise, place } = running.begun;
    return { mode: exercise.mode, ...place(), markedFrom, options: set };
  }

  function look(): PracticeSnapshot {
    const next = read();
    const same = (Object.keys(next) as (keyof PracticeSnapshot)[]).every((name) =>
      sameValue(next[name], snapshot[name]),
    );
    if (!same) snapshot = next;
    return snapshot;
  }

  function update(): void {
    if (look() === told) return;
    told = snapshot;
    listeners.call();
  }

  function begin(exercise: Exercise, plays: boolean, how: Omit<Running, 'begun'>): void {
    // Whatever was practised gives way without a sound of the text between.
    leave();
    running = { ...how, begun: beginExercise(voice, exercise) };
    const leaves = [voice.watch(follow), voice.subscribeFrames(update)];
    leave = () => {
      for (const stop of leaves) stop();
    };
    if (plays && !isPlaying()) voice.play();
    update();
  }

  function end(): void {
    leave();
    leave = () => {};
    const was = running;
    running = null;
    was?.begun.leave();
  }

  const plays = ({ start }: LoopOptions = set): boolean => start !== 'wait';
  const optionsOf = ({ options }: Given): DrillOptions => options ?? set;
  const unitAtVoice = (unit: PracticeUnit): number => unitIndex(spans(), unit, voice.currentOffset());

  /** Goes by what became of it, whoever did that. */
  function follow(): void {
    if (!running) return;
    const { exercise, state } = running.begun;
    if (exercise.mode === 'drill' && state !== 'on' && isPlaying()) {
      // Who plays on, or goes elsewhere, practises there.
      const { start, end: behind } = snapshot.range ?? { start: 0, end: 0 };
      const here = voice.currentOffset();
      const isBehind = state === 'over' && here >= start && here < behind;
      running.begin(unitAtVoice(running.unit) + (isBehind ? 1 : 0));
      return;
    }
    if (state === 'left' || (state === 'over' && exercise.mode === 'loop')) {
      end();
      if (state === 'over' && exercise.after === 'go-on') voice.play();
    }
    update();
  }

  function drillFrom(unit: PracticeUnit, index: number, given: Given, plays = true): void {
    const exercise = drillExercise(spans, unit, index, () => optionsOf(given));
    if (exercise) begin(exercise, plays, { unit, given, begin: (other) => drillFrom(unit, other, given) });
  }

  function loop(range: TextRange, unit: PracticeUnit, given: Given, plays = true): void {
    const spoken = spokenRange(spans().text, range);
    if (!spoken) return;
    const another = (index: number): void => {
      const other = unitRange(spans(), unit, index);
      if (other) loop(other, unit, given);
    };
    begin(loopExercise(spoken, optionsOf(given)), plays, { unit, given, begin: another });
  }

  /** To the unit that lies some units from the one that is practised. */
  function step(by: -1 | 0 | 1): void {
    const { range } = look();
    if (!running || !range) return;
    const from = by > 0 ? range.end - 1 : range.start;
    running.begin(Math.max(0, unitIndex(spans(), running.unit, from) + by));
  }

  return {
    getSnapshot: look,
    subscribe: listeners.add,
    loop(range, options) {
      markedFrom = null;
      loop(range, options?.unit ?? 'sentence', { options: options ?? null }, plays(options));
    },
    loopUnit(unit, options) {
      const range = unitRange(spans(), unit, unitAtVoice(unit));
      if (range) loop(range, unit, { options: options ?? null }, plays(options));
    },
    mark(options) {
      const here = voice.currentOffset();
      if (running?.begun.exercise.mode === 'loop') end();
      else if (markedFrom === null) markedFrom = here;
      else {
        const behind = unitEnd(spans(), 'word', here);
        const range = { start: Math.min(markedFrom, here), end: Math.max(markedFrom, behind) };
        markedFrom = null;
        loop(range, options?.unit ?? 'sentence', { options: options ?? null }, plays(options));
      }
      update();
    },
    setOptions(options) {
      set = options;
      if (running) {
        const { given, begun, unit } = running;
        given.options = null;
        const { mode, range } = begun.exercise;
        if (mode === 'loop') loop(range, unit, { options: null }, isPlaying());
      }
      update();
    },
    drill: (unit, options) => drillFrom(unit, unitAtVoice(unit), { options: options ?? null }, plays(options)),
    next: () => step(1),
    previous: () => step(-1),
    again() {
      if (!running) return;
      if (running.begun.exercise.mode === 'drill') step(0);
      else begin(running.begun.exercise, true, running);
    },
    stop() {
      markedFrom = null;
      end();
      update();
    },
    handOn(next, { again, plays: isHeard }) {
      next.setOptions(set);
      if (running && again) {
        const { given, begun, unit } = running;
        const { mode, range } = begun.exercise;
        const options: DrillOptions = { ...optionsOf(given), start: isHeard ? 'play' : 'wait' };
        if (mode === 'loop') next.loop(range, { ...options, unit });
        else next.drill(unit, options);
      }
      end();
      update();
    },
    dispose() {
      end();
    },
  };
}

const sameValue = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b));
