import { AudioError } from '../errors.js';
import { type ContextLease, leaseContext, unlock } from './audio-contexts.js';
import type { AudioRoute } from './audio-route.js';
import { onNextGesture } from './next-gesture.js';
import { heardTime } from './output-clock.js';
import { watchClock } from './watch-clock.js';

/** `starting` may yet be a moment's matter; `blocked` is: the browser was given long enough, and wants a gesture. */
export type OutputState = 'running' | 'starting' | 'blocked';

/** An open way to the ear. */
export interface OpenOutput {
  readonly context: AudioContext;
  readonly node: GainNode;
  /** Seconds on the context's clock of what is heard at this moment. */
  heardTime(): number;
}

/** A player's way to the ear: a share in a context, unlocked in the gesture, behind one gain for the volume. */
export interface Output {
  readonly current: OpenOutput | null;
  /**
   * Opens and unlocks it; call it within a gesture.
   * @throws AudioError where the browser has no output of that kind.
   */
  open(): OpenOutput;
  /** Lets go of it. What fades out is still heard. */
  close(): void;
  /** 0–1. */
  setGain(gain: number): void;
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
  onState(state: OutputState): void;
  /** The browser refused to start it. It is tried again at the next gesture. */
  onRefused(error: AudioError): void;
  /** What was open is gone, and nothing of it sounds any more. */
  onLost(): void;
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
  const { sampleRate, audioContext, route, onState, onRefused, onLost } = options;
  let current: Connected | null = null;
  let gain = 1;
  let latencyOffset = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let stopWaiting = (): void => {};

  function tell(): void {
    if (!current) return;
    const { state } = current.context;
    if (state === 'closed') {
      current.lease.discard();
      return;
    }
    onState(state === 'running' ? 'running' : 'starting');
    clearTimeout(patience);
    stopWaiting();
    // A call came in between, or the system took the output away. An app that suspends its own context means it.
    if (state !== 'running' && !audioContext) start(current.context);
    else if (state !== 'running') patience = setTimeout(giveUp, PATIENCE);
  }

  /** Asks the browser to start, now and at the next gesture. */
  function start(context: AudioContext): void {
    const refuse = (cause: unknown): void => {
      if (current?.context !== context || context.state === 'running') return;
      onRefused(new AudioError('The browser refused to start its sound output. Press play again.', cause));
    };
    unlock(context).catch(refuse);
    clearTimeout(patience);
    patience = setTimeout(giveUp, PATIENCE);
    stopWaiting();
    stopWaiting = onNextGesture(() => start(context));
  }

  function giveUp(): void {
    if (current?.context.state === 'suspended') onState('blocked');
  }

  function lose(): void {
    close();
    onLost();
  }

  function connect(): Connected {
    const lease: ContextLease = audioContext
      ? { context: audioContext, release: () => {}, discard: lose }
      : leaseContext(sampleRate(), lose);
    const { context } = lease;
    const node = context.createGain();
    node.gain.value = gain;
    const unroute = route.connect(context, node);
    context.addEventListener('statechange', tell);
    const unwatch = watchClock(context, (times) => {
      if (times > 1) lease.discard();
      else context.suspend().then(() => context.resume(), lease.discard);
    });
    return {
      context,
      node,
      lease,
      heardTime: () => Math.max(0, heardTime(context) - latencyOffset),
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
    unused?.disconnect();
  }

  return {
    get current() {
      return current;
    },
    open() {
      current ??= connect();
      if (current.context.state === 'closed') {
        close();
        throw new AudioError(
          'The AudioContext that was handed over is closed, so nothing can be heard. Hand over another.',
        );
      }
      if (current.context.state !== 'running') start(current.context);
      return current;
    },
    close,
    setGain(value) {
      gain = value;
      current?.node.gain.setTargetAtTime(value, current.context.currentTime, 0.01);
    },
    setLatencyOffset(seconds) {
      latencyOffset = seconds;
    },
  };
}
