import { AudioError } from '../errors.js';

/** A share in an AudioContext. */
export interface ContextLease {
  readonly context: AudioContext;
  /** Gives the share back; the context is closed when nobody has held one for a while. */
  release(): void;
}

interface Shared {
  readonly context: AudioContext;
  leases: number;
  idle: ReturnType<typeof setTimeout> | undefined;
}

/** Browsers allow few contexts (WebKit about four), so a page shares one for each sample rate. */
const shared = new Map<number, Shared>();
const MOST = 2;
/** Milliseconds. Long enough to pause and go on without starting the sound card again. */
const IDLE = 30_000;

/**
 * A share in the page's context for a sample rate. Call it within a gesture: it also unlocks the context.
 * @throws AudioError where the browser has no Web Audio or refuses the rate.
 */
export function leaseContext(sampleRate: number): ContextLease {
  const found = shared.get(sampleRate) ?? create(sampleRate);
  clearTimeout(found.idle);
  found.leases++;
  let held = true;
  return {
    context: found.context,
    release() {
      if (!held) return;
      held = false;
      if (--found.leases > 0) return;
      found.idle = setTimeout(() => close(sampleRate, found), IDLE);
    },
  };
}

/** To be called in the gesture and without awaiting: iOS unlocks only so. Rejects where the browser refuses. */
export function unlock(context: AudioContext): Promise<void> {
  if (context.state === 'running') return Promise.resolve();
  const source = context.createBufferSource();
  source.buffer = context.createBuffer(1, 1, context.sampleRate);
  source.connect(context.destination);
  source.onended = () => source.disconnect();
  source.start();
  return context.resume();
}

function create(sampleRate: number): Shared {
  if (typeof AudioContext === 'undefined') {
    throw new AudioError('This browser has no Web Audio, so nothing can be heard. Use a browser of the last years.');
  }
  for (const [rate, other] of shared) if (shared.size >= MOST && other.leases === 0) close(rate, other);
  let context: AudioContext;
  try {
    context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
  } catch (cause) {
    throw new AudioError(
      `The browser refused to open its sound output at ${sampleRate} Hz. Ask for another output format.`,
      cause,
    );
  }
  // On iOS the mute switch silences Web Audio, but not a page that says it plays.
  const session = (navigator as { audioSession?: { type: string } }).audioSession;
  if (session) session.type = 'playback';
  const made: Shared = { context, leases: 0, idle: undefined };
  shared.set(sampleRate, made);
  return made;
}

function close(sampleRate: number, entry: Shared): void {
  clearTimeout(entry.idle);
  if (shared.get(sampleRate) === entry) shared.delete(sampleRate);
  entry.context.close().catch(() => {});
}
