'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { formatTime } from '../format-time.js';
import { useCurrentTime } from '../useCurrentTime.js';
import { useSpeechState } from '../useSpeechState.js';

export interface TimeDisplayProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  speech: Speech;
  /** Time heard, time left, or the whole. @default 'elapsed' */
  show?: 'elapsed' | 'remaining' | 'duration';
}

/**
 * A time as 1:05, with ≈ while it is only estimated. Renders a `<span>`, once a second.
 *
 * @example <TimeDisplay speech={speech} show="remaining" />
 */
export const TimeDisplay = forwardRef<HTMLSpanElement, TimeDisplayProps>(function TimeDisplay(
  { speech, show = 'elapsed', className, ...rest },
  ref,
) {
  const elapsed = useCurrentTime(speech, { every: 1 });
  const { duration, durationQuality } = useSpeechState(speech, selectDuration);
  const about = show !== 'elapsed' && durationQuality === 'estimated' ? '≈ ' : '';
  const known = show === 'elapsed' || duration !== null;
  const left = Math.max(0, Math.ceil((duration ?? 0) - elapsed));
  const time = {
    elapsed: formatTime(elapsed),
    remaining: `${left > 0 ? '−' : ''}${formatTime(left)}`,
    duration: formatTime(duration ?? 0),
  }[show];
  return (
    <span
      {...rest}
      ref={ref}
      className={className ? `readalong-time ${className}` : 'readalong-time'}
      data-quality={show === 'elapsed' ? undefined : durationQuality}
    >
      {known ? about + time : '–:––'}
    </span>
  );
});

const selectDuration = ({ duration, durationQuality }: SpeechSnapshot) => ({ duration, durationQuality });
