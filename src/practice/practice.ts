import type { TextRange } from '../alignment/text-range.js';
import type { Detour } from '../audio/arrangement.js';
import { createListeners } from '../audio/listeners.js';
import type { Point } from '../audio/program.js';
import { type ArrangedRounds, arrangeRounds } from './arrange-rounds.js';
import { type DrillOptions, drillExercise, type Exercise, type LoopOptions, loopExercise } from './exercise.js';
import type { PracticeVoice } from './practice-voice.js';
import { type PracticeUnit, spokenRange, unitRange, unitsOf } from './unit-range.js';

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
}

/** Repeats stretches of a text, and takes it unit by unit. Seeking out of a loop ends it. */
export interface Practice {
  getSnapshot(): PracticeSnapshot;
  /** Calls back at every new snapshot, when a round begins or ends and never each frame. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Plays a stretch again and again, from its first sample to its last. Nothing happens where it holds white space only. */
  loop(range: TextRange, options?: LoopOptions): void;
  /** The same of the word, sentence or paragraph that is heard. */
  loopUnit(unit: PracticeUnit, options?: LoopOptions): void;
  /** Once: a stretch begins at what is heard. Again: it ends there, and is looped. A third time: ends the loop. */
  mark(options?: LoopOptions): void;
  /** Plays unit by unit, from the one that is heard, and pauses behind each until `next`, or `play` of the speech. */
  drill(unit: PracticeUnit, options?: DrillOptions): void;
  /** The next unit of a drill; of a loop, the next such stretch of the text. */
  next(): void;
  previous(): void;
  /** The stretch once more from its start. */
  again(): void;
  /** Ends it: the sound goes on, or stays paused, where it is. */
  stop(): void;
  /** Ends it, and hears of the speech no more. */
  dispose(): void;
}

/** What is done at the moment. */
interface Running {
  readonly exercise: Exercise;
  readonly rounds: ArrangedRounds;
  readonly detour: Detour;
  /** How the same is begun at another unit, by number; which it is. */
  readonly unit: PracticeUnit;
  readonly begin: (index: number) => void;
}

const OFF: PracticeSnapshot = {
  mode: 'off',
  range: null,
  round: 0,
  rounds: 0,
  phase: 'hearing',
  tempo: 1,
  markedFrom: null,
};

/** Behind all that was heard of an exercise. */
const LAST: Point = { part: Number.MAX_SAFE_INTEGER, frame: 0 };

/**
 * Practice with a speech. Nothing is heard or bought before it is asked for something.
 *
 * @example const practice = createPractice(speech); practice.loopUnit('sentence', { times: 3, gap: 1, tempos: [0.6, 0.8, 1] })
 */
export function createPractice(voice: PracticeVoice): Practice {
  const listeners = createListeners();
  let running: Running | null = null;
  let markedFrom: number | null = null;
  let snapshot = OFF;
  let told = OFF;
  let leave = (): void => {};

  const spans = () => voice.getSnapshot().timeline.spans;
  const isPlaying = (): boolean => ['playing', 'buffering'].includes(voice.getSnapshot().status);

  function read(): PracticeSnapshot {
    if (!running) return { ...OFF, markedFrom };
    const { exercise, rounds, detour } = running;
    const { number, round, isGap } = rounds.roundAt(detour.state === 'on' ? detour.heard() : LAST);
    const phase = detour.state === 'over' ? 'waiting' : isGap ? 'gap' : 'hearing';
    return {
      mode: exercise.mode,
      range: round.range,
      round: exercise.times === Number.POSITIVE_INFINITY ? number : number % exercise.times,
      rounds: exercise.times,
      phase,
      tempo: round.tempo,
      markedFrom,
    };
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

  function begin(exercise: Exercise, unit: PracticeUnit, another: (index: number) => void): void {
    // Whatever was practised gives way without a sound of the text between.
    leave();
    const rounds = arrangeRounds(voice.sound, exercise.rounds);
    const detour = voice.arrange(exercise.range, rounds);
    running = { exercise, rounds, detour, unit, begin: another };
    const leaves = [voice.watch(follow), voice.subscribeFrames(update)];
    leave = () => {
      for (const stop of leaves) stop();
    };
    if (!isPlaying()) voice.play();
    update();
  }

  function end(): void {
    leave();
    leave = () => {};
    const was = running;
    running = null;
    was?.detour.leave();
  }

  const unitAtVoice = (unit: PracticeUnit): number =>
    Math.max(0, unitsOf(spans(), unit).indexAt(voice.currentOffset()));

  /** Goes by what became of it, whoever did that. */
  function follow(): void {
    if (!running) return;
    const { exercise, detour, unit, begin: beginAt } = running;
    if (exercise.mode === 'drill' && detour.state !== 'on' && isPlaying()) {
      // Who plays on, or goes elsewhere, practises there.
      const isBehind = detour.state === 'over' && voice.currentOffset() >= (snapshot.range?.start ?? 0);
      const at = unitAtVoice(unit);
      beginAt(isBehind && voice.currentOffset() < (snapshot.range?.end ?? 0) ? at + 1 : at);
      return;
    }
    const isDone = detour.state === 'left' || (detour.state === 'over' && exercise.mode === 'loop');
    if (isDone) {
      const goesOn = detour.state === 'over' && exercise.after === 'go-on';
      end();
      if (goesOn) voice.play();
    }
    update();
  }

  function drillFrom(unit: PracticeUnit, index: number, options: DrillOptions): void {
    const exercise = drillExercise(spans, unit, index, options);
    if (exercise) begin(exercise, unit, (other) => drillFrom(unit, other, options));
  }

  function loop(range: TextRange, options: LoopOptions, unit: PracticeUnit): void {
    const spoken = spokenRange(spans().text, range);
    if (!spoken) return;
    begin(loopExercise(spoken, options), unit, (index) => {
      const other = unitRange(spans(), unit, index);
      if (other) loop(other, options, unit);
    });
  }

  /** To the unit that lies some units from the one that is practised. */
  function step(by: -1 | 0 | 1): void {
    if (!running || !snapshot.range) return;
    const units = unitsOf(spans(), running.unit);
    const from = by > 0 ? snapshot.range.end - 1 : snapshot.range.start;
    running.begin(Math.max(0, units.indexAt(from) + by));
  }

  return {
    getSnapshot: look,
    subscribe: listeners.add,
    loop(range, options = {}) {
      markedFrom = null;
      loop(range, options, 'sentence');
    },
    loopUnit(unit, options = {}) {
      const range = unitRange(spans(), unit, unitAtVoice(unit));
      if (range) loop(range, options, unit);
    },
    mark(options = {}) {
      const here = voice.currentOffset();
      if (running) end();
      else if (markedFrom === null) markedFrom = here;
      else {
        const behind = unitRange(spans(), 'word', unitAtVoice('word'))?.end ?? here;
        const range = { start: Math.min(markedFrom, here), end: Math.max(markedFrom, here, behind) };
        markedFrom = null;
        loop(range, options, 'sentence');
      }
      update();
    },
    drill: (unit, options = {}) => drillFrom(unit, unitAtVoice(unit), options),
    next: () => step(1),
    previous: () => step(-1),
    again() {
      if (!running || !snapshot.range) return;
      if (running.exercise.mode === 'drill') step(0);
      else begin(running.exercise, running.unit, running.begin);
    },
    stop() {
      markedFrom = null;
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
