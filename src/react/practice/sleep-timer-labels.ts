import type { SleepTime } from '../../practice/sleep-timer.js';
import { formatTime } from '../format-time.js';

/** What a sleep timer says. */
export interface SleepTimerLabels {
  /** @default 'Sleep timer' */
  timer?: string;
  /** @default 'Off' */
  off?: string;
  /** When the voice stops. @default "15 minutes", "End of the paragraph" */
  time?: (time: SleepTime) => string;
  /** The seconds that are left. @default "4:59 left" */
  left?: (seconds: number) => string;
}

export const SLEEP_TIMER_LABELS: Required<SleepTimerLabels> = {
  timer: 'Sleep timer',
  off: 'Off',
  time: (time) => {
    if ('endOf' in time) return `End of the ${time.endOf}`;
    return time.minutes === 1 ? '1 minute' : `${time.minutes} minutes`;
  },
  left: (seconds) => `${formatTime(seconds)} left`,
};
