'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Follow } from '../../transcript/follow.js';
import { Icon } from '../primitives/Icon.js';
import { useFollowButton } from './useFollowButton.js';

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
  const { isDetached, direction, buttonProps } = useFollowButton(follow);
  if (!isDetached) return null;

  function click(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (!event.defaultPrevented) buttonProps.onClick(event);
  }
  return (
    <button
      {...rest}
      {...buttonProps}
      ref={ref}
      className={className ? `readalong-follow ${className}` : 'readalong-follow'}
      onClick={click}
    >
      <Icon name={direction} />
      {label}
    </button>
  );
});
