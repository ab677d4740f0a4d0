import { AudioError } from '../errors.js';
import { type ContextLease, leaseContext, unlock } from './audio-contexts.js';

/** An open way to the ear. */
export interface OpenOutput {
  readonly context: AudioContext;
  readonly node: GainNode;
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
}

export interface CreateOutputOptions {
  /** Samples a second to open it at. */
  sampleRate: () => number;
  /** A context of the app's own, used as it is. */
  audioContext: AudioContext | undefined;
  /** The context runs, or does not, or was given long enough to. */
  onState(state: AudioContextState): void;
  /** The browser refused to start it. */
  onRefused(error: AudioError): void;
}

/** Milliseconds in which an unblocked browser starts its output. */
const PATIENCE = 600;
/** Milliseconds that cover the fade of what was stopped. */
const FADED = 100;

export function createOutput({ sampleRate, audioContext, onState, onRefused }: CreateOutputOptions): Output {
  let lease: ContextLease | null = null;
  let current: OpenOutput | null = null;
  let gain = 1;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    if (current) onState(current.context.state);
  };

  function connect(): OpenOutput {
    lease = audioContext ? { context: audioContext, release: () => {} } : leaseContext(sampleRate());
    const { context } = lease;
    const node = context.createGain();
    node.gain.value = gain;
    node.connect(context.destination);
    context.addEventListener('statechange', tell);
    current = { context, node };
    return current;
  }

  return {
    get current() {
      return current;
    },
    open() {
      const opened = current ?? connect();
      const { context } = opened;
      if (context.state === 'running') return opened;
      unlock(context).catch((cause) => {
        if (current?.context !== context) return;
        onRefused(new AudioError('The browser refused to start its sound output. Press play again.', cause));
      });
      clearTimeout(patience);
      patience = setTimeout(tell, PATIENCE);
      return opened;
    },
    close() {
      clearTimeout(patience);
      const unused = current;
      current = null;
      if (unused) {
        unused.context.removeEventListener('statechange', tell);
        setTimeout(() => unused.node.disconnect(), FADED);
      }
      lease?.release();
      lease = null;
    },
    setGain(value) {
      gain = value;
      current?.node.gain.setTargetAtTime(value, current.context.currentTime, 0.01);
    },
  };
}
