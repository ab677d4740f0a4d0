import { AudioError } from '../errors.js';
import { takeAudioFocus } from './audio-focus.js';
import { type AudioRoute, toDestination } from './audio-route.js';
import { feedRun } from './feed-run.js';
import { createListeners } from './listeners.js';
import { createOutput, type OpenOutput, type OutputState } from './output.js';
import type { Point, Program } from './program.js';
import { createRun, type Run } from './run.js';

/** `buffering` is wanting to play and having nothing to play; `idle` is before the first play. */
export type PlayerPhase = 'idle' | 'buffering' | 'playing' | 'paused' | 'ended';

export interface PlayerState {
  readonly phase: PlayerPhase;
  /** The browser plays nothing before the reader presses something. */
  readonly blocked: boolean;
  /** What cannot be played, or null. */
  readonly error: AudioError | null;
}

/** Plays a program and knows what is heard. Nothing sounds, and no context is opened, before `play`. */
export interface Player {
  getState(): PlayerState;
  subscribe(listener: () => void): () => void;
  /** Goes on, or starts at a point. Call it within a gesture. */
  play(from?: Point): void;
  pause(): void;
  /** Falls silent and goes back to the beginning. */
  stop(): void;
  /** Moves to a point, playing on if it plays. */
  seek(to: Point): void;
  /** The place that is heard at this moment. Never steps back but by a seek. */
  heard(): Point;
  /** Opens and unlocks the output, for a gesture whose sound comes later. */
  unlock(): void;
  /** 0–1. */
  setGain(gain: number): void;
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
}

/** Seconds that must be there before the first sound, and after it ran dry: more, or it would stutter. */
const FIRST = 0.2;
const AGAIN = 0.75;
/** The same after a change of speed, when most is here. */
const CHANGED = 0.05;
/** Seconds from a change of speed to its being scheduled: a busy page needs some to stretch the sound. */
const CHANGE = 0.07;

interface Playing {
  readonly run: Run;
  readonly abort: AbortController;
  /** The furthest that was heard. */
  latest: Point;
  sounding: boolean;
  /** At another speed, sounding until the new one does. */
  before: Run | null;
}

const BEGINNING: Point = { part: 0, frame: 0 };

export function createPlayer({
  program,
  sampleRate,
  audioContext,
  route = toDestination,
  audioFocus = 'exclusive',
}: CreatePlayerOptions): Player {
  const listeners = createListeners();
  const output = createOutput({ sampleRate, audioContext, route, onState, onRefused, onLost });
  let state: PlayerState = { phase: 'idle', blocked: false, error: null };
  let resting = BEGINNING;
  let playbackRate = 1;
  let playing: Playing | null = null;
  let giveFocus = (): void => {};

  function set(change: Partial<PlayerState>): void {
    const next = { ...state, ...change };
    if (next.phase === state.phase && next.blocked === state.blocked && next.error === state.error) return;
    state = next;
    listeners.call();
  }

  /** What is scheduled is heard only where the output runs. */
  const phaseOf = ({ sounding }: Playing): PlayerPhase =>
    sounding && output.current?.context.state === 'running' ? 'playing' : 'buffering';

  function onState(how: OutputState): void {
    if (!playing) return;
    const blocked = how === 'blocked' || (how === 'starting' && state.blocked);
    set({ phase: phaseOf(playing), blocked, error: how === 'running' ? null : state.error });
  }

  /** It still wants to play, and will at the next gesture. */
  function onRefused(error: AudioError): void {
    if (playing) set({ phase: 'buffering', blocked: true, error });
  }

  /** Goes on through another output from what was heard last. */
  function onLost(): void {
    if (!playing) return;
    rest();
    guarded(() => start(resting));
  }

  function fail(error: AudioError): void {
    rest();
    output.close();
    set({ error, phase: 'paused', blocked: false });
  }

  /** Stops what plays and stays where it fell silent. */
  function rest(): void {
    if (!playing) return;
    const { run, before, abort, latest } = playing;
    abort.abort();
    const old = before?.stop();
    const fellSilent = run.stop();
    resting = laterOf(run.startTime === null && old ? old : fellSilent, latest);
    playing = null;
    giveFocus();
  }

  function heard(): Point {
    if (!playing || !output.current) return resting;
    const { run, before, latest } = playing;
    const time = output.current.heardTime();
    const sounds = before && (run.startTime === null || time < run.startTime) ? before : run;
    playing.latest = laterOf(sounds.pointAt(time), latest);
    return playing.latest;
  }

  function start(from: Point, least = FIRST): void {
    const opened = output.open();
    const { context, node } = opened;
    if (audioFocus === 'exclusive') giveFocus = takeAudioFocus(pause);
    resting = from;
    set({ phase: 'buffering', error: null });
    feed(opened, createRun(context, node, from), from, least, null);
  }

  /** Goes on from the same place at another speed: what sounds does so until the new run takes over. */
  function changeRate({ run, before, abort, latest }: Playing): void {
    const opened = output.open();
    const { context, node } = opened;
    const old = run.startTime === null ? before : run;
    abort.abort();
    if (old !== run) run.stop();
    const at = context.currentTime + CHANGE;
    const from = laterOf(old?.pointAt(at) ?? latest, latest);
    feed(opened, createRun(context, node, from, at), from, old ? CHANGED : FIRST, old);
  }

  function feed({ context, heardTime }: OpenOutput, run: Run, from: Point, least: number, before: Run | null): void {
    const abort = new AbortController();
    const current: Playing = { run, abort, latest: before ? heard() : from, sounding: before !== null, before };
    playing = current;
    feedRun({
      program,
      run,
      from,
      playbackRate,
      least,
      context,
      heardTime,
      signal: abort.signal,
      onSound() {
        before?.stop(run.startTime ?? undefined);
        current.sounding = true;
        set({ phase: phaseOf(current) });
      },
      onStarved(at) {
        rest();
        start(at, AGAIN);
      },
    }).then(
      (ended) => {
        if (!ended || playing !== current) return;
        rest();
        resting = ended;
        output.close();
        set({ phase: 'ended', blocked: false });
      },
      (cause) => {
        if (playing !== current) return;
        fail(cause instanceof AudioError ? cause : new AudioError('The sound could not be played. Try again.', cause));
      },
    );
  }

  function pause(): void {
    const on = playing !== null;
    rest();
    // Also where it was only unlocked.
    output.close();
    if (on) set({ phase: 'paused', blocked: false });
  }

  function guarded(action: () => void): void {
    try {
      action();
    } catch (cause) {
      if (!(cause instanceof AudioError)) throw cause;
      fail(cause);
    }
  }

  return {
    getState: () => state,
    subscribe: listeners.add,
    play: (from) =>
      guarded(() => {
        if (playing && !from) {
          output.open();
          return;
        }
        rest();
        start(from ?? (state.phase === 'ended' ? BEGINNING : resting));
      }),
    pause,
    stop() {
      rest();
      output.close();
      resting = BEGINNING;
      set({ phase: 'idle', blocked: false });
    },
    seek: (to) =>
      guarded(() => {
        const on = playing !== null;
        rest();
        resting = to;
        if (on) start(to);
        else if (state.phase === 'ended') set({ phase: 'paused' });
        listeners.call();
      }),
    heard,
    unlock: () => guarded(() => void output.open()),
    setGain: output.setGain,
    setPlaybackRate(rate) {
      if (rate === playbackRate) return;
      playbackRate = rate;
      guarded(() => {
        if (playing) changeRate(playing);
      });
    },
    setLatencyOffset: output.setLatencyOffset,
    dispose: pause,
  };
}

const laterOf = (a: Point, b: Point): Point => (a.part > b.part || (a.part === b.part && a.frame > b.frame) ? a : b);
