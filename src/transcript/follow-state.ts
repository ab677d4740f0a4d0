/** Whether the page goes with the voice, stays where the reader scrolled to, or is on its way back. */
export type FollowState = 'following' | 'detached' | 'returning';

/** How a page goes with its voice, at one moment. Keeps its identity while nothing in it changed. */
export interface FollowSnapshot {
  readonly state: FollowState;
  /** Where the voice is, seen from what is in view. */
  readonly direction: 'up' | 'down';
}

/**
 * `scrolled`: by the reader, never by the follower. `jumped`: the voice went where the reader wanted it. `called`: the
 * reader wants to go back to it. `arrived`: its line is in view. `silent`: there is no voice to follow.
 */
export type FollowEvent = 'scrolled' | 'jumped' | 'called' | 'arrived' | 'silent';

const NEXT: Readonly<Record<FollowState, Partial<Record<FollowEvent, FollowState>>>> = {
  following: { scrolled: 'detached' },
  detached: { jumped: 'returning', called: 'returning', silent: 'following' },
  returning: { scrolled: 'detached', arrived: 'following', silent: 'following' },
};

/** The state that follows an event; the same where the event means nothing. */
export const nextFollowState = (state: FollowState, event: FollowEvent): FollowState => NEXT[state][event] ?? state;
