'use client';

import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  forwardRef,
  type KeyboardEvent,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import type { Speech } from '../speech/speech.js';
import type { SpeechSnapshot } from '../speech/speech-snapshot.js';
import { speakTime } from './format-time.js';
import { useSpeechState } from './useSpeechState.js';

export interface SeekBarProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'min' | 'max' | 'value' | 'defaultValue' | 'step'> {
  speech: Speech;
  /** What a screen reader says of a place, in seconds of how many. @default English */
  formatValue?: (seconds: number, duration: number) => string;
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

const sayPlace = (seconds: number, duration: number): string => `${speakTime(seconds)} of ${speakTime(duration)}`;

/**
 * Where the voice is, and a way to move it: arrow keys 5 seconds, page keys 30, Home and End.
 * Renders a `<div>` with a native range `<input>`, which takes ref and rest props; it moves without React.
 *
 * @example <SeekBar speech={speech} />
 */
export const SeekBar = forwardRef<HTMLInputElement, SeekBarProps>(function SeekBar(
  { speech, formatValue = sayPlace, className, style, onKeyDown, 'aria-label': label = 'Seek', ...rest },
  ref,
) {
  const { duration, buffered, status } = useSpeechState(speech, selectRange);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const dragging = useRef(false);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current);

  useEffect(() => {
    const range = input.current;
    if (!range) return;
    if (duration === null) {
      // Another text, of which nothing is known yet: nothing of the last one may stay.
      dragging.current = false;
      range.value = '0';
      range.removeAttribute('aria-valuetext');
      box.current?.style.setProperty('--played', '0%');
      return;
    }
    const show = (seconds: number): void => {
      range.value = String(seconds);
      box.current?.style.setProperty('--played', `${(100 * seconds) / (duration || 1)}%`);
      const said = formatValue(seconds, duration);
      if (range.getAttribute('aria-valuetext') !== said) range.setAttribute('aria-valuetext', said);
    };
    const follow = (): void => {
      if (!dragging.current) show(Math.min(speech.currentTime(), duration));
    };
    // While the thumb is dragged it goes ahead alone; the voice comes after when it is let go.
    const drag = (): void => {
      dragging.current = true;
      show(range.valueAsNumber);
    };
    const drop = (): void => {
      if (dragging.current) speech.seek(range.valueAsNumber);
      dragging.current = false;
    };
    // Let go elsewhere, cancelled by the system: the bar must not stay where it was dragged to.
    const cancel = (): void => {
      dragging.current = false;
      follow();
    };
    follow();
    const leave = speech.subscribeFrames(follow);
    range.addEventListener('input', drag);
    range.addEventListener('change', drop);
    range.addEventListener('pointercancel', cancel);
    return () => {
      leave();
      range.removeEventListener('input', drag);
      range.removeEventListener('change', drop);
      range.removeEventListener('pointercancel', cancel);
    };
  }, [speech, duration, formatValue]);

  function step(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    const seconds = STEPS[event.key];
    if (event.defaultPrevented || seconds === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    speech.seek(Math.min(speech.currentTime() + seconds, duration ?? 0));
  }

  const rail = { '--played': '0%', '--buffered': `${duration ? Math.min(100, (100 * buffered) / duration) : 0}%` };
  return (
    <div
      ref={box}
      className={className ? `readalong-seek ${className}` : 'readalong-seek'}
      style={{ ...style, ...rail } as CSSProperties}
      data-status={status}
    >
      <div className="readalong-rail" aria-hidden="true">
        <span className="readalong-buffer" />
        <span className="readalong-played" />
      </div>
      <input
        {...rest}
        ref={input}
        className="readalong-range"
        type="range"
        min={0}
        max={duration ?? 0}
        step="any"
        defaultValue={0}
        disabled={duration === null || rest.disabled}
        aria-label={label}
        onKeyDown={step}
      />
    </div>
  );
});

const selectRange = ({ duration, buffered, status }: SpeechSnapshot) => ({ duration, buffered, status });
