'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import { Icon, type IconName } from '../primitives/Icon.js';
import { type PlayButtonAction, usePlayButton } from './usePlayButton.js';

export interface PlayButtonProps extends ComponentPropsWithoutRef<'button'> {
  speech: Speech;
  /** Accessible names of what pressing it does. @default English; with children of your own, what they say */
  labels?: Partial<Record<PlayButtonAction, string>>;
}

const ICONS: Record<PlayButtonAction, IconName> = {
  play: 'play',
  pause: 'pause',
  stop: 'stop',
  again: 'again',
  retry: 'play',
};

/**
 * Plays, pauses, or plays again, whichever is next. Renders a `<button>` whose name says it.
 *
 * @example <PlayButton speech={speech} />
 */
export const PlayButton = forwardRef<HTMLButtonElement, PlayButtonProps>(function PlayButton(
  { speech, labels, className, onClick, children, ...rest },
  ref,
) {
  const { action, busy, press, buttonProps } = usePlayButton(speech, labels);
  function click(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (!event.defaultPrevented) press();
  }
  return (
    <button
      {...buttonProps}
      aria-label={children ? labels?.[action] : buttonProps['aria-label']}
      {...rest}
      ref={ref}
      className={className ? `readalong-play ${className}` : 'readalong-play'}
      onClick={click}
    >
      {children ?? (
        <>
          {busy && <Icon name="ring" className="readalong-spinner" />}
          <Icon name={ICONS[action]} />
        </>
      )}
    </button>
  );
});
