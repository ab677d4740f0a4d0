'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { SkipStep } from '../../speech/skip.js';
import type { Speech } from '../../speech/speech.js';
import { Icon } from '../primitives/Icon.js';
import { type SkipLabel, useSkipButton } from './useSkipButton.js';

export interface SkipButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type'> {
  speech: Speech;
  /** How far, and by what; below 0 is back. @default { sentences: 1 } */
  step?: SkipStep;
  /** Its accessible name. @default English: "Next sentence", "Back 10 seconds" */
  label?: SkipLabel;
}

const NEXT_SENTENCE: SkipStep = { sentences: 1 };

/**
 * Skips by words, sentences, paragraphs or seconds. Renders a `<button>`.
 *
 * @example <SkipButton speech={speech} step={{ seconds: -10 }} />
 */
export const SkipButton = forwardRef<HTMLButtonElement, SkipButtonProps>(function SkipButton(
  { speech, step = NEXT_SENTENCE, label, className, onClick, children, ...rest },
  ref,
) {
  const { buttonProps, disabled, press } = useSkipButton(speech, step, label);
  function click(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (!event.defaultPrevented) press();
  }
  const isBack = Object.values(step).some((count) => count < 0);
  return (
    <button
      {...buttonProps}
      {...rest}
      ref={ref}
      className={className ? `readalong-icon-button ${className}` : 'readalong-icon-button'}
      data-disabled={disabled || undefined}
      onClick={click}
    >
      {children ?? ('seconds' in step ? <Leap seconds={step.seconds} /> : <Icon name={isBack ? 'back' : 'forward'} />)}
    </button>
  );
});

/** A turn with the number of seconds in it. */
function Leap({ seconds }: { seconds: number }) {
  return (
    <svg className="readalong-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <g transform={seconds < 0 ? undefined : 'matrix(-1 0 0 1 24 0)'}>
        <path d="M5.2 9.2a7.6 7.6 0 1 1-.8 3.6" />
        <path d="M4.6 5.2v4.2h4.2" />
      </g>
      <text className="solid" x="12" y="13" textAnchor="middle" dominantBaseline="central" stroke="none" fontSize="7.5">
        {Math.abs(seconds)}
      </text>
    </svg>
  );
}
