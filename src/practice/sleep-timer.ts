import type { Timeline } from '../alignment/timeline.js';
import { createListeners } from '../audio/listeners.js';
import { createJumpWatch } from './jump-watch.js';
import { unitEnd } from './unit-range.js';

/** What a sleep timer needs of the speech that it stops. */
export interface SleepVoice {
  getSnapshot(): {
    readonly timeline: Timeline;
    readonly status: 'idle' | 'buffering' | 'playing' | 'paused' | 'ended' | 'error';
    readonly playbackRate: number;
    readonly duration: number | null;
  };
  currentTime(): number;
  currentOffset(): number;
  seekToOffset(offset: number): void;
  pause(): void;
  fade(level: number, seconds?: number): void;
  watch(listener: () => void): () => void;
}

/** When the sound is to stop: in some minutes, or behind what is heard at the moment. */
export type SleepTime = { readonly minutes: number } | { readonly endOf: 'sentence' | 'paragraph' | 'text' };

/** A sleep timer at one moment. Keeps its identity while nothing in it changed. */
export interface SleepSnapshot {
  readonly state: 'off' | 'waiting' | 'fading';
  /** What was asked for, or null. */
  readonly time: SleepTime | null;
}

/** Stops the sound for somebody who falls asleep: softly, and at a place from which it can go on. */
export interface SleepTimer {
  getSnapshot(): SleepSnapshot;
  /** Calls back at every new snapshot. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls back about once a second while it runs, for who shows the time that is left. Returns how to stop. */
  subscribeSeconds(listener: () => void): () => void;
  /** Seconds until it pauses, at the speed that is set; null while it is off, or where nobody knows yet. */
  remaining(): number | null;
  /** Starts it, or starts it anew. `left` are the seconds that are left of its minutes, where some are over already. */
  start(time: SleepTime, left?: number): void;
  cancel(): void;
  dispose(): void;
}

export interface SleepTimerOptions {
  /** Seconds of the fade before it pauses. @default 3 */
  fadeSeconds?: number | undefined;
}

/** Milliseconds between two looks at the place that is heard, and between two seconds that are told. */
const LOOK = 250;
const SECOND = 1000;
const OFF: SleepSnapshot = { state: 'off', time: null };

/**
 * A sleep timer for a speech. A loop has no end to wait for: in one, only minutes stop it.
 *
 * @example createSleepTimer(speech).start({ endOf: 'paragraph' })
 */
export function createSleepTimer(voice: SleepVoice, { fadeSeconds = 3 }: SleepTimerOptions = {}): SleepTimer {
  const listeners = createListeners();
  const seconds = createListeners();
  let snapshot = OFF;
  let deadline = 0;
  /** UTF-16 offset of what is shown, behind which it pauses. */
  let target = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = 0;
  let leave = (): void => {};
  let hasJumped = (): boolean => false;

  const isPlaying = (): boolean => ['playing', 'buffering'].includes(voice.getSnapshot().status);

  function set(next: SleepSnapshot): void {
    if (next.state === snapshot.state && next.time === snapshot.time) return;
    snapshot = next;
    listeners.call();
  }

  /** Behind the sentence, paragraph or text that is heard. */
  function aim(): void {
    if (!snapshot.time || !('endOf' in snapshot.time)) return;
    const { endOf } = snapshot.time;
    const { spans } = voice.getSnapshot().timeline;
    target = endOf === 'text' ? Number.POSITIVE_INFINITY : unitEnd(spans, endOf, voice.currentOffset());
  }

  function remaining(): number | null {
    if (!snapshot.time) return null;
    if ('minutes' in snapshot.time) return Math.max(0, (deadline - performance.now()) / 1000);
    const { timeline, duration, playbackRate } = voice.getSnapshot();
    if (voice.currentOffset() >= target) return 0;
    const end = target >= timeline.text.length ? duration : timeline.timeAt(target);
    return end === null ? null : Math.max(0, (end - voice.currentTime()) / playbackRate);
  }

  function look(): void {
    clearTimeout(timer);
    const { time } = snapshot;
    if (!time) return;
    // Of minutes, where the reader is says nothing: a loop goes back all the time.
    if ('endOf' in time && hasJumped()) {
      aim();
      if (snapshot.state === 'fading') voice.fade(1);
      set({ ...snapshot, state: 'waiting' });
    }
    const left = remaining();
    const isWhole = 'endOf' in time && time.endOf === 'text';
    // The end of the whole text comes by itself.
    const isOver = isWhole ? voice.getSnapshot().status === 'ended' : left !== null && left <= 0;
    if (isOver) {
      finish();
      return;
    }
    if (left !== null && left <= fadeSeconds && isPlaying() && snapshot.state === 'waiting') {
      voice.fade(0, left);
      set({ ...snapshot, state: 'fading' });
    } else if (snapshot.state === 'fading' && !isPlaying()) {
      voice.fade(1);
      set({ ...snapshot, state: 'waiting' });
    }
    if (performance.now() - toldAt >= SECOND - LOOK / 2) {
      toldAt = performance.now();
      seconds.call();
    }
    timer = setTimeout(look, left === null ? LOOK : Math.min(LOOK, Math.max(10, left * 1000)));
  }

  /** Nothing was heard any more of what lies behind the end, so nothing of it is lost. */
  function finish(): void {
    // What is done to it now is not the reader's doing, and it is not to be heard again before it has fallen silent.
    leave();
    const overshot = voice.currentOffset() >= target;
    if (isPlaying()) voice.pause();
    if (overshot) voice.seekToOffset(target);
    cancel();
  }

  function cancel(): void {
    clearTimeout(timer);
    leave();
    leave = () => {};
    voice.fade(1);
    set(OFF);
    seconds.call();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    subscribeSeconds: seconds.add,
    remaining,
    start(time, left) {
      leave();
      voice.fade(1);
      const minutes = 'minutes' in time ? time.minutes || 0 : Number.POSITIVE_INFINITY;
      deadline = performance.now() + Math.max(0, left ?? minutes * 60) * 1000;
      target = Number.POSITIVE_INFINITY;
      hasJumped = createJumpWatch(voice.currentTime);
      leave = voice.watch(look);
      set({ state: 'waiting', time });
      aim();
      look();
    },
    cancel,
    dispose() {
      if (snapshot.time) cancel();
    },
  };
}
