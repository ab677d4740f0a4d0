'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, useSyncExternalStore } from 'react';
import type { Follow } from '../../transcript/follow.js';
import { Icon } from '../primitives/Icon.js';

export interface FollowButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'children'> {
  follow: Follow;
  /** What it says. @default 'Back to the voice' */
  label?: string;
}

/**
 * Leads back to the voice, with an arrow to where that is. Renders a `<button>` while the reader has scrolled away,
 * else nothing.
 *
 * @example <FollowButton follow={follow} />
 */
export const FollowButton = forwardRef<HTMLButtonElement, FollowButtonProps>(function FollowButton(
  { follow, label = 'Back to the voice', className, onClick, ...rest },
  ref,
) {
  const { state, direction } = useSyncExternalStore(follow.subscribe, follow.getSnapshot, follow.getSnapshot);
  if (state !== 'detached') return null;

  function goBack(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (event.defaultPrevented) return;
    const { currentTarget: button } = event;
    // It is about to go: whoever pressed it by keyboard goes on in the text.
    follow.returnToVoice({ focus: button.ownerDocument.activeElement === button });
  }

  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      className={className ? `readalong-follow ${className}` : 'readalong-follow'}
      data-direction={direction}
      onClick={goBack}
    >
      <Icon name={direction} />
      {label}
    </button>
  );
});
