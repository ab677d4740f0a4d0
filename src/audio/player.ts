import { AudioError } from '../errors.js';
import { type ContextLease, leaseContext, unlock } from './audio-contexts.js';
import { feedRun } from './feed-run.js';
import { createListeners } from './listeners.js';
import { heardTime } from './output-clock.js';
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
  dispose(): void;
}

export interface CreatePlayerOptions {
  program: Program;
  /** Samples a second to open the output at, asked for in the gesture, which cannot wait for the first byte. */
  sampleRate: () => number;
  /** An output of the app's own, used as it is. @default one that the page shares for each sample rate */
  audioContext?: AudioContext | undefined;
}

/** Seconds that must be there before the first sound, and after it ran dry: more, or it would stutter. */
const FIRST = 0.2;
const AGAIN = 0.75;
/** Milliseconds in which an unblocked browser starts its output. */
const PATIENCE = 600;

export function createPlayer({ program, sampleRate, audioContext }: CreatePlayerOptions): Player {
  const listeners = createListeners();
  let state: PlayerState = { phase: 'idle', blocked: false, error: null };
  let resting: Point = { part: 0, frame: 0 };
  let lease: ContextLease | null = null;
  let output: GainNode | null = null;
  let gain = 1;
  let playing: { run: Run; abort: AbortController; latest: Point; sounding: boolean } | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function set(change: Partial<PlayerState>): void {
    const next = { ...state, ...change };
    if (next.phase === state.phase && next.blocked === state.blocked && next.error === state.error) return;
    state = next;
    listeners.call();
  }

  function open(): { context: AudioContext; output: GainNode } {
    lease ??= audioContext ? { context: audioContext, release: () => {} } : leaseContext(sampleRate());
    const { context } = lease;
    if (!output) {
      output = context.createGain();
      output.gain.value = gain;
      output.connect(context.destination);
      context.addEventListener('statechange', onContextState);
    }
    if (context.state !== 'running') {
      unlock(context).catch((cause) => {
        if (lease?.context !== context) return;
        fail(new AudioError('The browser refused to start its sound output. Press play again.', cause));
      });
      clearTimeout(patience);
      patience = setTimeout(onContextState, PATIENCE);
    }
    return { context, output };
  }

  function close(): void {
    clearTimeout(patience);
    lease?.context.removeEventListener('statechange', onContextState);
    const unused = output;
    // The fade of a stopped run still passes through it.
    if (unused) setTimeout(() => unused.disconnect(), 100);
    lease?.release();
    lease = output = null;
  }

  /** What is scheduled is heard only where the output runs. */
  const phaseOf = ({ sounding }: { sounding: boolean }): PlayerPhase =>
    sounding && lease?.context.state === 'running' ? 'playing' : 'buffering';

  function onContextState(): void {
    if (playing) set({ phase: phaseOf(playing), blocked: lease?.context.state === 'suspended' });
  }

  function fail(error: AudioError): void {
    rest();
    close();
    set({ error, phase: 'paused', blocked: false });
  }

  /** Stops what plays and stays where it fell silent. */
  function rest(): void {
    if (!playing) return;
    playing.abort.abort();
    resting = laterOf(playing.run.stop(), playing.latest);
    playing = null;
  }

  function heard(): Point {
    if (!playing || !lease) return resting;
    const point = playing.run.pointAt(heardTime(lease.context));
    playing.latest = laterOf(point, playing.latest);
    return playing.latest;
  }

  function start(from: Point, least = FIRST): void {
    const opened = open();
    const run = createRun(opened.context, opened.output, from);
    const abort = new AbortController();
    const current = { run, abort, latest: from, sounding: false };
    playing = current;
    resting = from;
    set({ phase: 'buffering', error: null });
    feedRun({
      program,
      run,
      from,
      least,
      context: opened.context,
      signal: abort.signal,
      onSound() {
        current.sounding = true;
        set({ phase: phaseOf(current) });
      },
      onStarved: (at) => {
        rest();
        start(at, AGAIN);
      },
    }).then(
      (ended) => {
        if (!ended || playing !== current) return;
        rest();
        resting = ended;
        close();
        set({ phase: 'ended', blocked: false });
      },
      (cause) => {
        if (playing !== current) return;
        fail(cause instanceof AudioError ? cause : new AudioError('The sound could not be played. Try again.', cause));
      },
    );
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
        if (playing && !from) return void open();
        rest();
        start(from ?? (state.phase === 'ended' ? { part: 0, frame: 0 } : resting));
      }),
    pause() {
      if (!playing) return;
      rest();
      close();
      set({ phase: 'paused', blocked: false });
    },
    stop() {
      rest();
      close();
      resting = { part: 0, frame: 0 };
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
    unlock: () => guarded(() => void open()),
    setGain(value) {
      gain = value;
      if (output && lease) output.gain.setTargetAtTime(value, lease.context.currentTime, 0.01);
    },
    dispose() {
      const on = playing !== null;
      rest();
      close();
      if (on) set({ phase: 'paused', blocked: false });
    },
  };
}

const laterOf = (a: Point, b: Point): Point => (a.part > b.part || (a.part === b.part && a.frame > b.frame) ? a : b);
