import { AudioError } from '../errors.js';
import { leaseContext, unlock } from './audio-contexts.js';
import { takeAudioFocus } from './audio-focus.js';
import { type AudioRoute, toDestination } from './audio-route.js';
import { type ClickTrack, startClickTrack } from './click-track.js';
import { createListeners } from './listeners.js';
import { heardTime } from './output-clock.js';
import { steadyTaps } from './steady-taps.js';

export interface LatencyCalibrationOptions {
  /** An output of the app's own. @default the one that the page shares */
  audioContext?: AudioContext | undefined;
  /** The way that the speech goes, if not straight to the output. */
  route?: AudioRoute | undefined;
  /** Samples a second of the shared output: that of the speech. @default 44100 */
  sampleRate?: number | undefined;
  /** Seconds from click to click, at least 0.4. Offsets from -1/4 to 3/4 of it can be told apart. @default 0.8, for -0.2 to 0.6 s */
  interval?: number | undefined;
  /** Taps that must agree. @default 8 */
  needed?: number | undefined;
}

/** A calibration at one moment. Keeps its identity while nothing in it changed. */
export interface LatencyCalibrationState {
  readonly phase: 'idle' | 'listening' | 'done';
  /** Taps that agree so far, of those that are needed. */
  readonly taps: number;
  readonly needed: number;
  /** Seconds by which the ear hears it later than the browser says; null until done. */
  readonly offset: number | null;
  /** Half of the taps lie within so many seconds of it; null until done. Above 0.05 the taps were too uneven to be believed. */
  readonly spread: number | null;
  /** Why nothing can be heard, or null. */
  readonly error: AudioError | null;
}

/**
 * Finds out by tapping along how late the ear hears, which no browser knows of Bluetooth.
 * People tap ahead of a beat, mostly by some tens of milliseconds (the negative mean asynchrony; Repp 2005, Psychonomic
 * Bulletin & Review 12, 969–992), so the offset is as much too small. It differs by person and tempo: nothing is added for it.
 */
export interface LatencyCalibrator {
  getSnapshot(): LatencyCalibrationState;
  subscribe(listener: () => void): () => void;
  /** Starts the clicks, from the beginning; what speaks on the page is paused. Call it within a gesture. */
  start(): void;
  /** A tap to a click, made at the event's `timeStamp` (milliseconds of the page's clock). @default now */
  tap(timeStamp?: number): void;
  /** Falls silent and lets go of the output. What was found stays. */
  stop(): void;
}

/** Taps at the beginning that find the rhythm. */
const FINDING = 2;
/** Milliseconds after which a time stamp is not believed: it is one of another clock. */
const OLDEST = 2000;
/** Seconds from click to click below which nobody taps well. */
const SHORTEST = 0.4;

/** Creates a calibration. Nothing sounds, and no context is opened, before `start`. */
export function createLatencyCalibration(options: LatencyCalibrationOptions = {}): LatencyCalibrator {
  const { needed = 8 } = options;
  const listeners = createListeners();
  let state: LatencyCalibrationState = { phase: 'idle', taps: 0, needed, offset: null, spread: null, error: null };
  let clicks: OpenClicks | null = null;
  let heard: number[] = [];

  function set(change: Partial<LatencyCalibrationState>): void {
    state = { ...state, ...change };
    listeners.call();
  }

  function silence(): void {
    const open = clicks;
    clicks = null;
    open?.close();
  }

  function fail(error: AudioError): void {
    silence();
    set({ phase: 'idle', error });
  }

  function stop(): void {
    silence();
    if (state.phase === 'listening') set({ phase: 'idle', taps: 0 });
  }

  function start(): void {
    silence();
    heard = [];
    try {
      const lost = (): void => fail(new AudioError('The browser took its sound output away. Start again.'));
      const opened = openClicks(options, lost, stop);
      clicks = opened;
      opened.unlocked.catch((cause) => {
        if (clicks === opened) fail(new AudioError('The browser refused to start its sound output. Try again.', cause));
      });
    } catch (cause) {
      if (!(cause instanceof AudioError)) throw cause;
      fail(cause);
      return;
    }
    set({ phase: 'listening', taps: 0, offset: null, spread: null, error: null });
  }

  function tap(timeStamp: number = performance.now()): void {
    // Without sound there was nothing to tap to.
    if (clicks?.context.state !== 'running') return;
    const age = performance.now() - timeStamp;
    const then = heardTime(clicks.context) - (age > 0 && age < OLDEST ? age / 1000 : 0);
    heard.push(then - clicks.track.startTime);
    const found = steadyTaps(heard.slice(FINDING), clicks.track.interval);
    if (!found) return;
    const { count, offset, spread } = found;
    if (count >= needed) {
      silence();
      set({ phase: 'done', taps: needed, offset, spread });
    } else if (count !== state.taps) set({ taps: count });
  }

  return {
    getSnapshot: () => state,
    subscribe: listeners.add,
    start,
    tap,
    stop,
  };
}

interface OpenClicks {
  readonly context: AudioContext;
  readonly track: ClickTrack;
  readonly unlocked: Promise<void>;
  close(): void;
}

function openClicks(options: LatencyCalibrationOptions, onLost: () => void, giveWay: () => void): OpenClicks {
  const { audioContext, route = toDestination, sampleRate = 44100, interval = 0.8 } = options;
  const lease = audioContext ? { context: audioContext, release: () => {} } : leaseContext(sampleRate, onLost);
  const { context } = lease;
  const giveBack = takeAudioFocus(giveWay);
  const unlocked = unlock(context);
  const gain = context.createGain();
  const unroute = route.connect(context, gain);
  const track = startClickTrack(context, gain, Math.max(SHORTEST, interval));
  return {
    context,
    track,
    unlocked,
    close() {
      track.stop();
      unroute();
      gain.disconnect();
      giveBack();
      lease.release();
    },
  };
}
