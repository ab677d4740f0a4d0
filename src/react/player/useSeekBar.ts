'use client';

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { speakTime } from '../format-time.js';
import { useSpeechState } from '../useSpeechState.js';
import { type BoundSeekBar, bindSeekBar, type FormatPlace } from './seek-bar.js';

export interface UseSeekBarResult {
  /**
   * For the element around rail and input. It is given `--played`, `--buffered` and, while it is dragged, `--preview` and
   * `data-dragging`, by script: no server prints a style attribute, which a strict content security policy would refuse.
   */
  boxProps: { ref: RefObject<HTMLDivElement | null>; 'data-status': SpeechSnapshot['status'] };
  /** For an `<input type="range">`, which moves without React. */
  inputProps: {
    ref: RefObject<HTMLInputElement | null>;
    type: 'range';
    min: 0;
    max: number;
    step: 'any';
    defaultValue: 0;
    disabled: boolean;
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  };
  /** Where paragraphs begin, 0–1 of the whole; none where there are too many to tell apart. */
  notches: readonly number[];
}

/** Seconds that a key moves by. */
const STEPS: Record<string, number> = {
  ArrowLeft: -5,
  ArrowDown: -5,
  ArrowRight: 5,
  ArrowUp: 5,
  PageDown: -30,
  PageUp: 30,
};
const MOST_NOTCHES = 40;

export const sayPlace: FormatPlace = (seconds, duration, words) =>
  `${speakTime(seconds)} of ${speakTime(duration)}${words && `, “${words}”`}`;

/**
 * Everything of a seek bar but its look: arrow keys 5 seconds, page keys 30, Home and End.
 *
 * @example const { boxProps, inputProps } = useSeekBar(speech)
 */
export function useSeekBar(speech: Speech, formatValue: FormatPlace = sayPlace): UseSeekBarResult {
  const { duration, buffered, status, timeline } = useSpeechState(speech, selectRange);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const bound = useRef<BoundSeekBar | null>(null);

  useEffect(() => {
    if (!input.current || !box.current) return undefined;
    const binding = bindSeekBar(speech, { input: input.current, box: box.current, formatValue });
    bound.current = binding;
    return binding.stop;
  }, [speech, formatValue]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a length that grows must not let go of the thumb
  useEffect(() => bound.current?.follow(), [speech, duration]);

  const notches = useMemo(() => {
    const { paragraphs } = timeline.spans;
    if (!duration || paragraphs.count > MOST_NOTCHES) return [];
    const starts = Array.from({ length: paragraphs.count }, (_, index) => timeline.timeAt(paragraphs.start(index)));
    return starts.filter((time): time is number => time !== null && time > 0).map((time) => time / duration);
  }, [timeline, duration]);

  function step(event: KeyboardEvent<HTMLInputElement>): void {
    const seconds = STEPS[event.key];
    if (event.defaultPrevented || seconds === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    speech.seek(Math.min(speech.currentTime() + seconds, duration ?? 0));
  }

  const share = duration ? Math.min(100, (100 * buffered) / duration) : 0;
  useEffect(() => box.current?.style.setProperty('--buffered', `${share}%`), [share]);
  return {
    boxProps: { ref: box, 'data-status': status },
    inputProps: {
      ref: input,
      type: 'range',
      min: 0,
      max: duration ?? 0,
      step: 'any',
      defaultValue: 0,
      disabled: duration === null,
      onKeyDown: step,
    },
    notches,
  };
}

const selectRange = ({ duration, buffered, status, timeline }: SpeechSnapshot) => ({
  duration,
  buffered,
  status,
  timeline,
});
