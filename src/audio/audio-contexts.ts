import { AudioError } from '../errors.js';

/** A share in an AudioContext. */
export interface ContextLease {
  readonly context: AudioContext;
  /** Gives the share back; the context is closed when nobody has held one for a while. */
  release(): void;
  /** Closes a context that is of no use any more, for all who share it: each is told by `onLost`. */
  discard(): void;
}

interface Shared {
  readonly context: AudioContext;
  /** What each who holds a share wants to hear when it is lost. */
  readonly holders: Set<() => void>;
  idle: ReturnType<typeof setTimeout> | undefined;
}

/** Browsers allow few contexts (WebKit about four), so a page shares one for each sample rate. */
const shared = new Map<number, Shared>();
/** Rates that this browser refused. */
const refused = new Set<number>();
const MOST = 2;
/** Milliseconds. Long enough to pause and go on without starting the sound card again. */
const IDLE = 30_000;
/** Stands for the rate of the sound card itself. */
const ANY_RATE = 0;

/**
 * A share in the page's context for a sample rate. Call it within a gesture: it also unlocks the context.
 * Where the rate is refused, or two contexts are in use, it is one of another rate.
 * @param onLost Told when the context was closed by somebody else.
 * @throws AudioError where the browser has no Web Audio, or opens no output at all.
 */
export function leaseContext(sampleRate: number, onLost: () => void = () => {}): ContextLease {
  const found = shared.get(refused.has(sampleRate) ? ANY_RATE : sampleRate) ?? another(sampleRate);
  clearTimeout(found.idle);
  // Each share is one of its own, also where two hand over the same function.
  const lost = (): void => onLost();
  found.holders.add(lost);
  return {
    context: found.context,
    release() {
      if (!found.holders.delete(lost) || found.holders.size > 0) return;
      found.idle = setTimeout(() => close(found), IDLE);
    },
    discard() {
      const told = [...found.holders];
      found.holders.clear();
      if (told.length > 0) close(found);
      for (const holder of told) holder();
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

/** Makes room where that can be done, and else takes what is there. */
function another(sampleRate: number): Shared {
  if (typeof AudioContext === 'undefined') {
    throw new AudioError('This browser has no Web Audio, so nothing can be heard. Use a browser of the last years.');
  }
  for (const other of shared.values()) if (shared.size >= MOST && other.holders.size === 0) close(other);
  const [inUse] = shared.values();
  if (inUse && shared.size >= MOST) return inUse;
  // On iOS the mute switch silences Web Audio, but not a page that says it plays.
  const session = (navigator as { audioSession?: { type: string } }).audioSession;
  if (session) session.type = 'playback';
  try {
    return share(sampleRate, new AudioContext({ sampleRate, latencyHint: 'interactive' }));
  } catch {
    refused.add(sampleRate);
  }
  try {
    return shared.get(ANY_RATE) ?? share(ANY_RATE, new AudioContext({ latencyHint: 'interactive' }));
  } catch (cause) {
    throw new AudioError(
      'The browser refused to open its sound output, so nothing can be heard. Close other pages that play sound, and press play again.',
      cause,
    );
  }
}

function share(key: number, context: AudioContext): Shared {
  const made: Shared = { context, holders: new Set(), idle: undefined };
  shared.set(key, made);
  return made;
}

function close(entry: Shared): void {
  clearTimeout(entry.idle);
  for (const [key, value] of shared) if (value === entry) shared.delete(key);
  entry.context.close().catch(() => {});
}
