'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Speech } from '../../speech/speech.js';
import { Icon } from '../primitives/Icon.js';
import { useStopButton } from './useStopButton.js';

export interface StopButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  speech: Speech;
  /** Its accessible name. @default 'Stop' */
  label?: string | undefined;
}

/**
 * Falls silent, goes back to the start, and asks for no more of what is not here. Renders a `<button>`.
 *
 * @example <StopButton speech={speech} />
 */
export const StopButton = forwardRef<HTMLButtonElement, StopButtonProps>(function StopButton(
  { speech, label, className, onClick, children, ...rest },
  ref,
) {
  const { buttonProps, press } = useStopButton(speech, label);
  function click(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (!event.defaultPrevented) press();
  }
  return (
    <button
      {...buttonProps}
      {...rest}
      ref={ref}
      className={className ? `readalong-icon-button ${className}` : 'readalong-icon-button'}
      onClick={click}
    >
      {children ?? <Icon name="stop" />}
    </button>
  );
});
