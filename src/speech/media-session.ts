import { sessionActions } from './session-actions.js';
import type { Speech } from './speech.js';
import type { SpeechStatus } from './speech-snapshot.js';

/** What the lock screen, the keyboard's media keys and the car show of a speech. */
export interface SpeechMetadata {
  readonly title: string;
  readonly artist?: string | undefined;
  readonly album?: string | undefined;
  readonly artwork?: readonly MediaImage[] | undefined;
}

/** Those that were let go while they held the session: bound again, as with other words, they take it again. */
const heldBefore = new WeakSet<Speech>();

/** Seconds that the shown position may be off before it is told again. */
const OFF = 0.25;

const STATES: Readonly<Record<SpeechStatus, MediaSessionPlaybackState>> = {
  idle: 'none',
  buffering: 'playing',
  playing: 'playing',
  paused: 'paused',
  ended: 'paused',
  error: 'none',
};

/**
 * Shows a speech on the lock screen, and lets its buttons and media keys play it: play, pause, stop, seeking, and the
 * sentences before and after as tracks. It takes the page's one media session when it starts to play, and leaves it to
 * who plays later. Keeps nothing playing and, without the API, does nothing. Returns how to let go.
 * Where a browser shows only what a media element plays (w3c/mediasession#213), the speech needs `createElementRoute`.
 */
export function bindMediaSession(speech: Speech, metadata: SpeechMetadata): () => void {
  const session = typeof navigator === 'undefined' ? undefined : navigator.mediaSession;
  if (!session || typeof MediaMetadata === 'undefined') return () => {};
  const actions = sessionActions(speech);
  let shown: MediaMetadata | null = null;
  let plays = false;
  let told = { state: '', position: 0, at: 0, moves: false };

  /** The session shows what was last put there: who finds something else there has lost it. */
  const holds = (): boolean => shown !== null && session?.metadata === shown;

  function take(): void {
    if (!session || holds()) return;
    shown = describe(metadata);
    session.metadata = shown;
    told = { state: '', position: 0, at: 0, moves: false };
    for (const [action, handler] of actions) setHandler(session, action, handler);
  }

  function update(): void {
    const { status } = speech.getSnapshot();
    const played = plays;
    plays = status === 'playing' || (plays && status === 'buffering');
    if (plays && !played) take();
    if (holds()) tell();
  }

  function tell(): void {
    const { status, blocked, duration, durationQuality, playbackRate } = speech.getSnapshot();
    const position = Math.min(speech.currentTime(), duration ?? 0);
    const now = performance.now();
    // An estimated length moves with each piece that comes: whole seconds of it are enough.
    const length = durationQuality === 'exact' ? duration : Math.round(duration ?? -1);
    const state = `${status} ${blocked} ${playbackRate} ${length}`;
    const expected = told.position + (told.moves ? ((now - told.at) / 1000) * playbackRate : 0);
    if (state === told.state && Math.abs(position - expected) < OFF) return;
    told = { state, position, at: now, moves: status === 'playing' };
    if (session) show(session, blocked ? 'paused' : STATES[status], { duration, position, playbackRate });
  }

  const leave = speech.watch(update);
  update();
  // One that was given other words while it is silent is still the one to go on with.
  if (heldBefore.delete(speech) && session.metadata === null && STATES[speech.getSnapshot().status] !== 'none') {
    take();
    update();
  }
  return () => {
    leave();
    if (!holds()) return;
    heldBefore.add(speech);
    for (const [action] of actions) setHandler(session, action, null);
    session.metadata = null;
    shown = null;
    show(session, 'none', { duration: null });
  };
}

/** What is playing, how far, and how fast; no place where the length is not known. */
function show(
  session: MediaSession,
  state: MediaSessionPlaybackState,
  { duration, ...place }: Omit<MediaPositionState, 'duration'> & { duration: number | null },
): void {
  session.playbackState = state;
  const known = duration !== null && Number.isFinite(duration);
  session.setPositionState?.(known ? { duration, ...place } : undefined);
}

function describe({ title, artist = '', album = '', artwork = [] }: SpeechMetadata): MediaMetadata {
  try {
    return new MediaMetadata({ title, artist, album, artwork: [...artwork] });
  } catch {
    // A picture whose address is none must not keep the words away.
    return new MediaMetadata({ title, artist, album });
  }
}

function setHandler(
  session: MediaSession,
  action: MediaSessionAction,
  handler: MediaSessionActionHandler | null,
): void {
  try {
    session.setActionHandler(action, handler);
  } catch {
    // A browser throws at actions that it does not know.
  }
}
