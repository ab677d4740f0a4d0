import type { AudioError } from '../errors.js';

/** `buffering` is wanting to play and having nothing to play; `idle` is before the first play. */
export type PlayerPhase = 'idle' | 'buffering' | 'playing' | 'paused' | 'ended';

/** A player at one moment. */
export interface PlayerState {
  readonly phase: PlayerPhase;
  /** The browser plays nothing before the reader presses something. */
  readonly blocked: boolean;
  /** What cannot be played, or null. */
  readonly error: AudioError | null;
}

/** Before anything was asked for. */
export const IDLE: PlayerState = { phase: 'idle', blocked: false, error: null };

/** A state with some of it changed; the same one where nothing of it is. */
export function changedState(state: PlayerState, change: Partial<PlayerState>): PlayerState {
  const next = { ...state, ...change };
  const same = next.phase === state.phase && next.blocked === state.blocked && next.error === state.error;
  return same ? state : next;
}
