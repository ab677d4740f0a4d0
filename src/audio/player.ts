import { AudioError } from '../errors.js';
import { takeAudioFocus } from './audio-focus.js';
import { type AudioRoute, toDestination } from './audio-route.js';
import { createChange } from './change.js';
import { feedRun } from './feed-run.js';
import { createListeners } from './listeners.js';
import { createOutput, type OpenOutput, type OutputState } from './output.js';
import { changedState, IDLE, type PlayerPhase, type PlayerState } from './player-state.js';
import type { Point, Program } from './program.js';
import { createRun, type Run } from './run.js';
import { createRunChain, laterOf, type RunChain } from './run-chain.js';

/**
 * Plays a program and knows what is heard. Nothing sounds, and no context is opened, before `play`.
 * Listeners are called when a change is done, so they may call any of these.
 */
export interface Player {
  getState(): PlayerState;
  subscribe(listener: () => void): () => void;
  /** Goes on, or starts at a point. Call it within a gesture. */
  play(from?: Point): void;
  /** Wants to play from a point that is not known yet, and plays once `seek` tells it. Call it within a gesture. */
  wait(): void;
  pause(): void;
  /** Falls silent and goes back to the beginning. */
  stop(): void;
  /** Moves to a point, playing on if it plays. */
  seek(to: Point): void;
  /** Moves to a point of another program, and plays that from here on. A function is told where the one before falls silent: behind what is heard. */
  setProgram(program: Program, from: Point | ((silent: Point) => Point)): void;
  /** The place that is heard at this moment. Never steps back but by a seek. */
  heard(): Point;
  /** 0–1, at once or in about some seconds. */
  setGain(gain: number, seconds?: number): void;
  /** 0.5–3, the pitch kept. Heard within a tenth of a second. */
  setPlaybackRate(rate: number): void;
  /** Seconds by which the ear hears it later than the browser says, as by Bluetooth. */
  setLatencyOffset(seconds: number): void;
  dispose(): void;
}

/** `exclusive`: whoever else plays on this page is paused, and whoever plays later pauses this one. `shared`: neither. */
export type AudioFocus = 'exclusive' | 'shared';

export interface CreatePlayerOptions {
  program: Program;
  /** Samples a second to open the output at, asked for in the gesture, which cannot wait for the first byte. */
  sampleRate: () => number;
  /** An output of the app's own, used as it is. @default one that the page shares for each sample rate */
  audioContext?: AudioContext | undefined;
  /** Where the sound goes. @default the context's destination */
  route?: AudioRoute | undefined;
  /** Whether it plays beside others. @default 'exclusive' */
  audioFocus?: AudioFocus | undefined;
  /** What was told, and where it rested, before it was made. @default nothing was asked for */
  before?: { readonly state: PlayerState; readonly resting: Point } | undefined;
}

/** Seconds that must be there before the first sound, and after it ran dry: more, or it would stutter. */
const FIRST = 0.2;
const AGAIN = 0.75;
/** The same after a change of speed, when most is here. */
const CHANGED = 0.05;
/** Seconds from a change of speed to its being scheduled: a busy page needs some to stretch the sound. */
const CHANGE = 0.07;

/** What is being played, or `chain: null` where it waits for a place. */
interface Playing {
  readonly chain: RunChain | null;
  readonly abort: AbortController;
  /** The furthest that was heard. */
  latest: Point;
  sounding: boolean;
}

/** What a run takes over from, when, and the furthest that was heard of it. */
interface Over {
  readonly others: readonly Run[];
  readonly due: number;
  readonly latest?: Point;
}
const AFRESH: Over = { others: [], due: 0 };

const BEGINNING: Point = { part: 0, frame: 0 };

export function createPlayer(options: CreatePlayerOptions): Player {
  const { sampleRate, audioContext, route = toDestination, audioFocus = 'exclusive' } = options;
  const listeners = createListeners();
  const onLost = (): void => change(goOn);
  const onInterrupted = (): void => change(pause);
  const output = createOutput({ sampleRate, audioContext, route, onState, onLost, onInterrupted });
  let { program } = options;
  let { state, resting } = options.before ?? { state: IDLE, resting: BEGINNING };
  let told = state;
  let jumped = false;
  let playbackRate = 1;
  let playing: Playing | null = null;
  let giveFocus = (): void => {};

  const inOne = createChange(() => {
    if (told === state && !jumped) return;
    told = state;
    jumped = false;
    listeners.call();
  });

  /** Everything from outside comes through here. What cannot be done is an error in the state. */
  function change(action: () => void): void {
    inOne(() => {
      try {
        action();
      } catch (cause) {
        if (!(cause instanceof AudioError)) throw cause;
        fail(cause);
      }
    });
  }

  function set(some: Partial<PlayerState>): void {
    state = changedState(state, some);
  }

  /** What is scheduled is heard only where the output runs. */
  const phaseOf = ({ sounding }: Playing): PlayerPhase => (sounding && output.runs ? 'playing' : 'buffering');

  function onState(how: OutputState, error: AudioError | null): void {
    change(() => {
      if (!playing) return;
      const blocked = how === 'blocked' || (how === 'starting' && state.blocked);
      set({ phase: phaseOf(playing), blocked, error: error ?? (how === 'running' ? null : state.error) });
    });
  }

  /** Through another output, from what was heard last. */
  function goOn(): void {
    if (!playing) return;
    const { chain } = playing;
    rest();
    if (chain) start(resting);
    else wait();
  }

  function fail(error: AudioError): void {
    rest();
    output.close();
    set({ error, phase: 'paused', blocked: false });
  }

  /** Stops what plays and stays where it fell silent. */
  function rest(): void {
    if (!playing) return;
    const { chain, abort, latest } = playing;
    playing = null;
    abort.abort();
    resting = chain ? laterOf(chain.stop(), latest) : latest;
    giveFocus();
  }

  function heard(): Point {
    if (!playing?.chain || !output.current) return resting;
    playing.latest = laterOf(playing.chain.pointAt(output.current.heardTime()), playing.latest);
    return playing.latest;
  }

  /** Who is told to give way may tell others, so it comes last. */
  function takeFocus(current: Playing): void {
    if (audioFocus !== 'exclusive' || playing !== current) return;
    const give = takeAudioFocus(() => change(pause));
    if (playing === current) giveFocus = give;
    else give();
  }

  function start(from: Point, least = FIRST): void {
    const opened = output.open();
    resting = from;
    set({ phase: 'buffering', error: null });
    takeFocus(feed(opened, createRun(opened.context, opened.node, from), from, least));
  }

  function wait(): void {
    rest();
    output.open();
    playing = { chain: null, abort: new AbortController(), latest: resting, sounding: false };
    set({ phase: 'buffering', error: null });
    takeFocus(playing);
  }

  /** Goes on from the same place at another speed: what sounds does so until the new run takes over. */
  function changeRate({ chain, abort, latest }: Playing): void {
    if (!chain) return;
    const opened = output.open();
    const { context, node } = opened;
    const due = context.currentTime + CHANGE;
    abort.abort();
    const others = chain.handOver(opened.heardTime());
    const from = laterOf(others.at(-1)?.pointAt(due) ?? latest, latest);
    const run = createRun(context, node, from, due);
    feed(opened, run, from, others.length > 0 ? CHANGED : FIRST, { others, due, latest });
  }

  function feed(opened: OpenOutput, run: Run, from: Point, least: number, over: Over = AFRESH): Playing {
    const { context, heardTime } = opened;
    const { others, due, latest = from } = over;
    const before = others.at(-1) ?? null;
    const abort = new AbortController();
    const chain = createRunChain(others, run, () => context.currentTime);
    const current: Playing = { chain, abort, latest, sounding: before !== null };
    playing = current;
    const { signal } = abort;
    const onSound = (): void => {
      before?.stop(run.startTime ?? undefined);
      current.sounding = true;
      set({ phase: phaseOf(current) });
    };
    const onStarved = (at: Point): void => {
      rest();
      start(laterOf(at, current.latest), AGAIN);
    };
    feedRun({
      ...{ program, run, from, before, due, playbackRate, least, context, heardTime, signal },
      onSound: () => change(onSound),
      onStarved: (at) => change(() => onStarved(at)),
    }).then(
      (ended) => change(() => ended && playing === current && end(ended)),
      (cause) => change(() => playing === current && fail(errorOf(cause))),
    );
    return current;
  }

  function end(at: Point): void {
    rest();
    resting = at;
    output.close();
    set({ phase: 'ended', blocked: false });
  }

  function pause(): void {
    if (!playing) return;
    rest();
    output.close();
    set({ phase: 'paused', blocked: false, error: null });
  }

  function play(from?: Point): void {
    if (playing && !from) {
      output.open();
      return;
    }
    rest();
    start(from ?? (state.phase === 'ended' ? BEGINNING : resting));
  }

  function seek(to: Point | ((silent: Point) => Point)): void {
    const on = playing !== null;
    rest();
    resting = typeof to === 'function' ? to(resting) : to;
    jumped = true;
    if (on) start(resting);
    else set({ phase: state.phase === 'ended' ? 'paused' : state.phase, error: null });
  }

  function stop(): void {
    rest();
    output.close();
    resting = BEGINNING;
    set(IDLE);
  }

  return {
    getState: () => state,
    subscribe: listeners.add,
    play: (from) => change(() => play(from)),
    wait: () => change(wait),
    pause: () => change(pause),
    stop: () => change(stop),
    seek: (to) => change(() => seek(to)),
    setProgram(next, from) {
      program = next;
      change(() => seek(from));
    },
    heard,
    setGain: output.setGain,
    setPlaybackRate(rate) {
      if (rate === playbackRate) return;
      playbackRate = rate;
      change(() => playing && changeRate(playing));
    },
    setLatencyOffset: output.setLatencyOffset,
    dispose: () => change(pause),
  };
}

const errorOf = (cause: unknown): AudioError =>
  cause instanceof AudioError ? cause : new AudioError('The sound could not be played. Try again.', cause);
