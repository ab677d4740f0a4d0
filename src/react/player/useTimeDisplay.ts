'use client';

import { useMemo, useState } from 'react';
import { createPace } from '../../document/pace.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { formatTime } from '../format-time.js';
import { useCurrentTime } from '../useCurrentTime.js';
import { useSpeechState } from '../useSpeechState.js';

/** What was heard, what is left, or the whole. */
export type ShownTime = 'elapsed' | 'remaining' | 'duration';

export interface UseTimeDisplayResult {
  /** As 1:05, with ≈ where it is estimated; dashes where nothing is known. */
  time: string;
  /** For the element that says it: how sure that is, which time it is, and the most room that it will want. */
  timeProps: {
    dir: 'ltr';
    'data-quality': SpeechSnapshot['durationQuality'] | undefined;
    'data-show': ShownTime;
    'data-widest': string;
  };
}

/**
 * Everything of a time but its look. Renders once a second.
 *
 * @example const { time, timeProps } = useTimeDisplay(speech, 'remaining')
 */
export function useTimeDisplay(speech: Speech, show: ShownTime = 'elapsed'): UseTimeDisplayResult {
  const elapsed = useCurrentTime(speech, { every: 1 });
  const { duration, durationQuality, text } = useSpeechState(speech, selectDuration);
  const guess = useMemo(() => createPace(text).secondsPerUnit * text.length, [text]);
  const whole = duration ?? guess;
  const quality = duration === null && guess > 0 ? 'estimated' : durationQuality;
  const about = show !== 'elapsed' && quality === 'estimated' ? '≈ ' : '';
  const known = show === 'elapsed' || quality !== 'none';
  const left = Math.max(0, Math.ceil(whole - elapsed));
  const time = {
    elapsed: formatTime(elapsed),
    remaining: `${left > 0 ? '−' : ''}${formatTime(left)}`,
    duration: formatTime(whole),
  }[show];
  const widest = useWidest(text, widestOf(show, quality, whole));
  return {
    time: known ? about + time : '–:––',
    timeProps: {
      dir: 'ltr',
      'data-quality': show === 'elapsed' ? undefined : quality,
      'data-show': show,
      'data-widest': widest,
    },
  };
}

const selectDuration = ({ duration, durationQuality, timeline }: SpeechSnapshot) => ({
  duration,
  durationQuality,
  text: timeline.text,
});

/** How much an estimate may still grow. */
const GROWTH = 1.2;

/** The most room that a time will want, for a theme to keep free: nothing beside it is to move while it plays. */
function widestOf(show: ShownTime, quality: SpeechSnapshot['durationQuality'], whole: number): string {
  const isEstimated = quality === 'estimated';
  const digits = formatTime(isEstimated ? whole * GROWTH : whole).replace(/\d/g, '0');
  if (show === 'elapsed') return digits;
  return `${isEstimated ? '≈ ' : ''}${show === 'remaining' ? '−' : ''}${digits}`;
}

/** The longest so far of what is said of one text. */
function useWidest(text: string, now: string): string {
  const [longest, setLongest] = useState({ text, said: now });
  if (longest.text === text && longest.said.length >= now.length) return longest.said;
  setLongest({ text, said: now });
  return now;
}
