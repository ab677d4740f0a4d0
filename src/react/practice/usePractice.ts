'use client';

import { useState, useSyncExternalStore } from 'react';
import type { LoopOptions } from '../../practice/exercise.js';
import type { Practice, PracticeSnapshot } from '../../practice/practice.js';
import type { Speech } from '../../speech/speech.js';
import { trainingOf } from './training-of.js';

export interface UsePracticeResult extends PracticeSnapshot {
  /** What repeats stretches: one for each speech. */
  practice: Practice;
  /** How stretches are repeated. */
  options: LoopOptions;
  /** Changes that; what is looped at the moment begins again so. */
  setOptions: (options: LoopOptions) => void;
}

/**
 * Practice with a speech: loops and exercises. Renders when a round begins or ends.
 *
 * @example const { practice, phase } = usePractice(speech)
 */
export function usePractice(speech: Speech): UsePracticeResult {
  const training = trainingOf(speech);
  const { practice } = training;
  const snapshot = useSyncExternalStore(practice.subscribe, practice.getSnapshot, practice.getSnapshot);
  const [options, setOptions] = useState(training.loop);
  function change(next: LoopOptions): void {
    training.loop = next;
    setOptions(next);
    if (snapshot.mode === 'loop' && snapshot.range) practice.loop(snapshot.range, next);
  }
  return { ...snapshot, practice, options, setOptions: change };
}
