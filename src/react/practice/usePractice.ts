'use client';

import { useSyncExternalStore } from 'react';
import type { LoopOptions } from '../../practice/exercise.js';
import type { Practice, PracticeSnapshot } from '../../practice/practice.js';
import type { Speech } from '../../speech/speech.js';
import { trainingOf } from './training-of.js';

export interface UsePracticeResult extends PracticeSnapshot {
  /** What repeats stretches: one for each speech. */
  practice: Practice;
  /** Changes how stretches are repeated, wherever that is shown. A loop begins anew, silent where it was silent; a drill goes by it from its next round on. */
  setOptions: (options: LoopOptions) => void;
}

/**
 * Practice with a speech: loops and exercises. Renders when a round begins or ends. In another voice it goes on.
 *
 * @example const { practice, phase } = usePractice(speech)
 */
export function usePractice(speech: Speech): UsePracticeResult {
  const { practice } = trainingOf(speech);
  const snapshot = useSyncExternalStore(practice.subscribe, practice.getSnapshot, practice.getSnapshot);
  return { ...snapshot, practice, setOptions: practice.setOptions };
}
