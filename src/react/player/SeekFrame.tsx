'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  useImperativeHandle,
} from 'react';
import { SeekPreview } from './SeekPreview.js';
import type { UseSeekBarResult } from './useSeekBar.js';

export interface SeekFrameProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'min' | 'max' | 'value' | 'defaultValue' | 'step'>,
    Pick<UseSeekBarResult, 'boxProps' | 'inputProps'> {
  /** What is drawn below the thumb. */
  children: ReactNode;
}

/** The input of a seek bar, and the words under its thumb, over whatever the sound is drawn as. */
export const SeekFrame = forwardRef<HTMLInputElement, SeekFrameProps>(function SeekFrame(
  { boxProps, inputProps, children, className, style, onKeyDown, 'aria-label': label = 'Seek', ...rest },
  ref,
) {
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => inputProps.ref.current);
  function press(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    inputProps.onKeyDown(event);
  }
  return (
    <div {...boxProps} className={className ? `readalong-seek ${className}` : 'readalong-seek'} style={style}>
      {children}
      <input
        {...inputProps}
        {...rest}
        className="readalong-range"
        disabled={inputProps.disabled || rest.disabled}
        aria-label={label}
        onKeyDown={press}
      />
      <SeekPreview />
    </div>
  );
});
