'use client';

import { type MouseEvent, useSyncExternalStore } from 'react';
import type { Follow } from '../../transcript/follow.js';
import type { FollowSnapshot } from '../../transcript/follow-state.js';

export interface UseFollowButtonResult {
  /** The reader has scrolled away: else there is nothing to go back to, and nothing to show. */
  isDetached: boolean;
  /** Where the voice is. */
  direction: FollowSnapshot['direction'];
  /** For a `<button>`: where it leads and its handler. */
  buttonProps: {
    type: 'button';
    'data-direction': FollowSnapshot['direction'];
    onClick: (event: MouseEvent<HTMLElement>) => void;
  };
}

/**
 * Everything of a way back to the voice but its look.
 *
 * @example const { isDetached, buttonProps } = useFollowButton(follow)
 */
export function useFollowButton(follow: Follow): UseFollowButtonResult {
  const { state, direction } = useSyncExternalStore(follow.subscribe, follow.getSnapshot, follow.getSnapshot);
  function goBack({ currentTarget: button }: MouseEvent<HTMLElement>): void {
    // It is about to go: whoever pressed it by keyboard goes on in the text.
    follow.returnToVoice({ focus: button.ownerDocument.activeElement === button });
  }
  return {
    isDetached: state === 'detached',
    direction,
    buttonProps: { type: 'button', 'data-direction': direction, onClick: goBack },
  };
}
