import { AudioError } from '../errors.js';
import { type ContextLease, leaseContext, unlock } from './audio-contexts.js';
import type { AudioRoute } from './audio-route.js';
import { onNextGesture } from './next-gesture.js';
import { heardTime } from './output-clock.js';
import { watchClock } from './watch-clock.js';

/**
 * `starting` may yet be a moment's matter; `blocked` is: the browser was given long enough, and wants a gesture.
 * `frozen` says that it runs and does not.
 */
export type OutputState = 'running' | 'starting' | 'blocked' | 'frozen';

/** An open way to the ear. */
export interface OpenOutput {
  readonly context: AudioContext;
  readonly node: GainNode;
  /** Seconds on the context's clock of what is heard at this moment. */
  heardTime(): number;
}

/**
 * A player's way to the ear: a share in a context, unlocked in the gesture, behind one gain for the volume.
 * It calls out last, when all of a change is done: who is called may open and close it.
 */
export interface Output {
  readonly current: OpenOutput | null;
  /** It is open, and its clock goes on. */
  readonly runs: boolean;
  /**
   * Opens and unlocks it; call it within a gesture.
   * @throws AudioError where the browser has no output of that kind.
   */
  open(): OpenOutput;
  /** Lets go of it. What fades out is still heard. */
  close(): void;
  /** 0–1, at once or in about some seconds. */
  setGain(gain: number, seconds?: number): void;
  /** Seconds by which the ear hears it later than the browser says. */
  setLatencyOffset(seconds: number): void;
}

export interface CreateOutputOptions {
  /** Samples a second to open it at. */
  sampleRate: () => number;
  /** A context of the app's own, used as it is. */
  audioContext: AudioContext | undefined;
  /** Where the sound goes. */
  route: AudioRoute;
  /** With what is in the way, where that is known: it was refused, and is tried at the next gesture, or it stands still. */
  onState(state: OutputState, error: AudioError | null): void;
  /** What was open is gone, and nothing of it sounds any more. */
  onLost(): void;
  /** The system silenced it. */
  onInterrupted(): void;
}

interface Connected extends OpenOutput {
  readonly lease: ContextLease;
  disconnect(): void;
}

/** Milliseconds in which an unblocked browser starts its output. */
const PATIENCE = 600;
/** Milliseconds that cover the fade of what was stopped. */
const FADED = 100;

export function createOutput(options: CreateOutputOptions): Output {
  const { sampleRate, audioContext, route, onState, onLost, onInterrupted } = options;
  let current: Connected | null = null;
  let frozen = false;
  let gain = 1;
  let latencyOffset = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let stopWaiting = (): void => {};

  const runs = (): boolean => !frozen && current?.context.state === 'running';

  function tell(): void {
    if (!current) return;
    const { context, lease } = current;
    frozen = false;
    clearTimeout(patience);
    stopWaiting();
    if (context.state === 'closed') {
      lease.discard();
      return;
    }
    // A call came in between, or the system took the output away. An app that suspends its own context means it.
    if (context.state !== 'running' && !audioContext) start(context);
    else if (context.state !== 'running') patience = setTimeout(giveUp, PATIENCE);
    if (current?.context === context) onState(runs() ? 'running' : 'starting', null);
  }

  /** Asks the browser to start, now and at the next gesture. */
  function start(context: AudioContext): void {
    const refuse = (cause: unknown): void => {
      if (current?.context !== context || context.state === 'running') return;
      onState('blocked', new AudioError('The browser refused to start its sound output. Press play again.', cause));
    };
    unlock(context).catch(refuse);
    clearTimeout(patience);
    stopWaiting();
    if (current?.context !== context || context.state === 'running') return;
    patience = setTimeout(giveUp, PATIENCE);
    stopWaiting = onNextGesture(() => start(context));
  }

  function giveUp(): void {
    if (current?.context.state === 'suspended') onState('blocked', null);
  }

  function lose(): void {
    close();
    onLost();
  }

  /** The page's own is woken, and then replaced. An app's is left alone: what it stands still for, the app knows. */
  function onFrozen({ context, lease }: Pick<Connected, 'context' | 'lease'>, times: number): void {
    frozen = times > 0;
    if (!frozen) onState('running', null);
    else if (audioContext && times > 1) onState('frozen', standsStill());
    else if (times > 1) lease.discard();
    else {
      const wake = (): void => {
        if (current?.context === context) start(context);
      };
      if (!audioContext) context.suspend().then(wake, lease.discard);
      onState('frozen', null);
    }
  }

  function connect(): Connected {
    if (audioContext?.state === 'closed') throw isClosed();
    const lease: ContextLease = audioContext
      ? { context: audioContext, release: () => {}, discard: lose }
      : leaseContext(sampleRate(), lose);
    const { context } = lease;
    const node = context.createGain();
    node.gain.value = gain;
    const unroute = route.connect(context, node, onInterrupted);
    context.addEventListener('statechange', tell);
    const unwatch = watchClock(context, (times) => onFrozen({ context, lease }, times));
    return {
      context,
      node,
      lease,
      // What has not left the context cannot be heard, however early the ear.
      heardTime: () => Math.max(0, Math.min(context.currentTime, heardTime(context) - latencyOffset)),
      disconnect() {
        unwatch();
        context.removeEventListener('statechange', tell);
        setTimeout(() => {
          unroute();
          node.disconnect();
        }, FADED);
        lease.release();
      },
    };
  }

  function close(): void {
    clearTimeout(patience);
    stopWaiting();
    const unused = current;
    current = null;
    frozen = false;
    unused?.disconnect();
  }

  return {
    get current() {
      return current;
    },
    get runs() {
      return runs();
    },
    open() {
      if (current?.context.state === 'closed') close();
      const opened = current ?? connect();
      current = opened;
      if (opened.context.state !== 'running') start(opened.context);
      return opened;
    },
    close,
    setGain(value, seconds = 0) {
      gain = value;
      // Five time constants from full to silent, about -43 dB.
      current?.node.gain.setTargetAtTime(value, current.context.currentTime, Math.max(0.01, seconds / 5));
    },
    setLatencyOffset(seconds) {
      latencyOffset = seconds;
    },
  };
}

const isClosed = (): AudioError =>
  new AudioError(
    'The AudioContext that was handed over is closed, so nothing can be heard. Create another, and a new speech with it.',
  );

const standsStill = (): AudioError =>
  new AudioError(
    'The AudioContext that was handed over says that it runs, but its clock stands still, so nothing is heard. It goes on when the clock does: suspend and resume the context, or hand over another.',
  );
