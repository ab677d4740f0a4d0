'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import {
  createLatencyCalibration,
  type LatencyCalibrationOptions,
  type LatencyCalibrationState,
  type LatencyCalibrator,
} from '../../audio/latency-calibration.js';
import type { AudioError } from '../../errors.js';
import { Icon } from '../primitives/Icon.js';
import { LATENCY_CALIBRATION_LABELS, type LatencyCalibrationLabels } from './latency-calibration-labels.js';

export interface LatencyCalibrationProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>,
    LatencyCalibrationOptions {
  /** Called with what was found, in seconds, when it is accepted: hand it to `speech.setLatencyOffset`. */
  onOffset: (seconds: number) => void;
  /** What it says. @default English */
  labels?: Partial<LatencyCalibrationLabels> | undefined;
}

/** Seconds between taps above which they say nothing. */
const UNEVEN = 0.05;
/** Milliseconds in which who is still tapping presses nothing of what came in the place of the tap button. */
const CALM = 1000;

type Focus = (node: HTMLElement | null) => void;

/**
 * Finds out how late headphones sound, by tapping along to clicks. Renders a `<section>`; silent until its button is pressed.
 *
 * @example <LatencyCalibration onOffset={speech.setLatencyOffset} />
 */
export const LatencyCalibration = forwardRef<HTMLElement, LatencyCalibrationProps>(function LatencyCalibration(
  { onOffset, labels, audioContext, route, sampleRate, interval, needed, className, ...rest },
  ref,
) {
  const calibration = useMemo(
    () => createLatencyCalibration({ audioContext, route, sampleRate, interval, needed }),
    [audioContext, route, sampleRate, interval, needed],
  );
  useEffect(() => calibration.stop, [calibration]);
  const state = useSyncExternalStore(calibration.subscribe, calibration.getSnapshot, calibration.getSnapshot);
  // What was pressed is gone in the next phase: the focus goes where it goes on, and not before anything was pressed.
  const begun = useRef(false);
  const focus = useCallback<Focus>((node) => void (begun.current && node?.focus()), []);
  function start(): void {
    begun.current = true;
    calibration.start();
  }
  const words = { ...LATENCY_CALIBRATION_LABELS, ...labels };
  const { phase, taps, error } = state;
  const live = phase === 'listening' ? words.progress(taps, state.needed) : '';
  return (
    <section
      aria-label={words.name}
      {...rest}
      ref={ref}
      className={className ? `readalong-calibration ${className}` : 'readalong-calibration'}
      data-phase={phase}
    >
      {phase === 'idle' && <Beginning error={error} words={words} start={start} focus={focus} />}
      {phase === 'listening' && <TapButton calibration={calibration} words={words} focus={focus} />}
      <p aria-live="polite" className="readalong-calibration-progress">
        {live}
      </p>
      {phase === 'done' && <Result state={state} words={words} again={start} onOffset={onOffset} focus={focus} />}
    </section>
  );
});

interface BeginningProps {
  error: AudioError | null;
  words: LatencyCalibrationLabels;
  start: () => void;
  focus: Focus;
}

function Beginning({ error, words, start, focus }: BeginningProps) {
  return (
    <>
      <p>{words.explanation}</p>
      {error && (
        <div role="alert" className="readalong-note">
          <Icon name="alert" />
          <p>{words.message(error)}</p>
        </div>
      )}
      <button ref={focus} type="button" className="readalong-button" onClick={start}>
        {words.start}
      </button>
    </>
  );
}

interface TapButtonProps {
  calibration: LatencyCalibrator;
  words: LatencyCalibrationLabels;
  focus: Focus;
}

function TapButton({ calibration, words, focus }: TapButtonProps) {
  function tapByKey(event: KeyboardEvent): void {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    // A click would come at the key's release: late, and a second time.
    event.preventDefault();
    if (event.type === 'keydown' && !event.repeat) calibration.tap(event.timeStamp);
  }
  function tapByClick({ detail, timeStamp }: MouseEvent): void {
    // Neither pointer nor key: some other way to press, such as a switch.
    if (detail === 0) calibration.tap(timeStamp);
  }
  return (
    <>
      <button
        ref={focus}
        type="button"
        className="readalong-tap"
        onPointerDown={({ button, timeStamp }) => button === 0 && calibration.tap(timeStamp)}
        onKeyDown={tapByKey}
        onKeyUp={tapByKey}
        onClick={tapByClick}
      >
        {words.tap}
      </button>
      <button type="button" className="readalong-button" data-quiet="" onClick={calibration.stop}>
        {words.cancel}
      </button>
    </>
  );
}

interface ResultProps {
  state: LatencyCalibrationState;
  words: LatencyCalibrationLabels;
  again: () => void;
  onOffset: (seconds: number) => void;
  focus: Focus;
}

function Result({ state, words, again, onOffset, focus }: ResultProps) {
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setCalm, CALM, true);
    return () => clearTimeout(timer);
  }, []);
  const { offset, spread } = state;
  if (offset === null) return null;
  const uneven = spread !== null && spread > UNEVEN;
  return (
    <>
      {/* The focus comes here and to no button: the next tap of who goes on tapping would press it. */}
      <p ref={focus} tabIndex={-1} onKeyDown={(event) => event.key === ' ' && event.preventDefault()}>
        {uneven ? words.uneven : words.result(offset)}
      </p>
      <div className="readalong-calibration-choice">
        {!uneven && (
          <button type="button" className="readalong-button" disabled={!calm} onClick={() => onOffset(offset)}>
            {words.use}
          </button>
        )}
        <button type="button" className="readalong-button" data-quiet="" disabled={!calm} onClick={again}>
          {words.again}
        </button>
      </div>
    </>
  );
}
