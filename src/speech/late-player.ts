import { leaseContext, unlock } from '../audio/audio-contexts.js';
import { createListeners } from '../audio/listeners.js';
import type { CreatePlayerOptions, Player } from '../audio/player.js';
import { changedState, IDLE, type PlayerState } from '../audio/player-state.js';
import type { Point } from '../audio/program.js';
import { AudioError } from '../errors.js';
import { loadSoundKit, soundKit } from '../store/sound-kit.js';

const BEGINNING: Point = { part: 0, frame: 0 };

/**
 * A player whose code may still be on its way. Until that is here it keeps what was asked of it, and opens the output in the
 * gesture, which cannot wait; what was to be played begins as soon as the code is here.
 */
export function createLatePlayer(options: CreatePlayerOptions): Player {
  return soundKit()?.createPlayer(options) ?? createWaitingPlayer(options);
}

function createWaitingPlayer(options: CreatePlayerOptions): Player {
  const { sampleRate, audioContext } = options;
  const listeners = createListeners();
  let { program } = options;
  let state: PlayerState = IDLE;
  let resting = BEGINNING;
  let gain = 1;
  let playbackRate = 1;
  let latencyOffset = 0;
  let player: Player | null = null;
  /** How to begin once it can, and how to let go of the output meanwhile. */
  let wish: { readonly begin: (player: Player) => void; readonly release: () => void } | null = null;

  /** The player, where its code is here: it takes over all that was asked. */
  function arrived(): Player | null {
    const kit = soundKit();
    if (player || !kit) return player;
    player = kit.createPlayer({ ...options, program, before: { state, resting } });
    player.setGain(gain);
    player.setPlaybackRate(playbackRate);
    player.setLatencyOffset(latencyOffset);
    player.subscribe(listeners.call);
    const wished = wish;
    wish = null;
    wished?.begin(player);
    wished?.release();
    return player;
  }

  function set(some: Partial<PlayerState>): void {
    state = changedState(state, some);
    listeners.call();
  }

  /** Takes an output at once, and the code when it comes. */
  function want(begin: (player: Player) => void): void {
    try {
      const release = wish?.release ?? openInGesture(sampleRate, audioContext);
      const wished = { begin, release };
      wish = wished;
      loadSoundKit().then(arrived, (error: AudioError) => wish === wished && rest({ phase: 'paused', error }));
      set({ phase: 'buffering', error: null });
    } catch (cause) {
      if (!(cause instanceof AudioError)) throw cause;
      rest({ phase: 'paused', error: cause });
    }
  }

  function rest(some: Partial<PlayerState>): void {
    wish?.release();
    wish = null;
    set(some);
  }

  const pause = (): void => {
    if (player) player.pause();
    else if (wish) rest({ phase: 'paused', error: null });
  };

  function seek(to: Point): void {
    resting = to;
    if (wish) want((ready) => ready.play(resting));
    else set({ error: null });
  }

  return {
    getState: () => player?.getState() ?? state,
    subscribe: listeners.add,
    heard: () => player?.heard() ?? resting,
    play(from) {
      const ready = arrived();
      if (ready) return ready.play(from);
      if (from) resting = from;
      if (from || !wish) want((late) => late.play(resting));
    },
    wait() {
      const ready = arrived();
      if (ready) ready.wait();
      else want((late) => late.wait());
    },
    pause,
    stop() {
      if (player) return player.stop();
      resting = BEGINNING;
      rest(IDLE);
    },
    seek(to) {
      const ready = arrived();
      if (ready) ready.seek(to);
      else seek(to);
    },
    setProgram(next, from) {
      const ready = arrived();
      if (ready) return ready.setProgram(next, from);
      program = next;
      seek(typeof from === 'function' ? from(resting) : from);
    },
    setGain(value, seconds) {
      gain = value;
      player?.setGain(value, seconds);
    },
    setPlaybackRate(rate) {
      playbackRate = rate;
      player?.setPlaybackRate(rate);
    },
    setLatencyOffset(seconds) {
      latencyOffset = seconds;
      player?.setLatencyOffset(seconds);
    },
    dispose: pause,
  };
}

/** Unlocks an output, and returns how to let go of it. Whether the browser refuses, the player finds out. @throws AudioError where there is none. */
function openInGesture(sampleRate: () => number, own: AudioContext | undefined): () => void {
  const lease = own ? { context: own, release: () => {} } : leaseContext(sampleRate());
  if (lease.context.state !== 'closed') unlock(lease.context).catch(() => {});
  return lease.release;
}
