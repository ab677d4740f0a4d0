'use client';

import { useId, useSyncExternalStore } from 'react';
import type { SleepTime } from '../../practice/sleep-timer.js';
import type { Speech } from '../../speech/speech.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { SLEEP_TIMER_LABELS, type SleepTimerLabels } from './sleep-timer-labels.js';
import { trainingOf } from './training-of.js';

export interface SleepTimerControlProps {
  speech: Speech;
  /** When it can stop. @default 5, 15, 30 and 60 minutes, and the end of the sentence or paragraph that is heard */
  times?: readonly SleepTime[];
  /** @default English */
  labels?: SleepTimerLabels | undefined;
}

const TIMES: readonly SleepTime[] = [
  { endOf: 'sentence' },
  { endOf: 'paragraph' },
  { minutes: 5 },
  { minutes: 15 },
  { minutes: 30 },
  { minutes: 60 },
];

/**
 * Lets the voice fall silent by itself, softly: after some minutes, or at the end of what is heard. Renders a labelled `<select>`
 * with the time that is left.
 *
 * @example <SleepTimerControl speech={speech} />
 */
export function SleepTimerControl({ speech, times = TIMES, labels }: SleepTimerControlProps) {
  const { sleepTimer } = trainingOf(speech);
  const words = { ...SLEEP_TIMER_LABELS, ...labels };
  const id = useId();
  const { time } = useSyncExternalStore(sleepTimer.subscribe, sleepTimer.getSnapshot, sleepTimer.getSnapshot);
  // Whole seconds, so that nothing is rendered in between.
  const secondsLeft = () => {
    const left = sleepTimer.remaining();
    return left === null ? null : Math.ceil(left);
  };
  const left = useSyncExternalStore(sleepTimer.subscribeSeconds, secondsLeft, () => null);
  const chosen = times.findIndex((each) => JSON.stringify(each) === JSON.stringify(time));
  function choose(index: number): void {
    const next = times[index];
    if (next) sleepTimer.start(next);
    else sleepTimer.cancel();
  }
  return (
    <div className="readalong-item readalong-sleep">
      <PanelIcon name="moon" />
      <label htmlFor={id}>{words.timer}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(Number(target.value))}>
        <option value={-1}>{words.off}</option>
        {times.map((each, index) => (
          <option key={JSON.stringify(each)} value={index}>
            {words.time(each)}
          </option>
        ))}
      </select>
      {time && left !== null && (
        <span className="readalong-time" dir="auto">
          {words.left(left)}
        </span>
      )}
    </div>
  );
}
