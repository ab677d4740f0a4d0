import { createDictation, type Dictation } from '../../practice/dictation.js';
import type { LoopOptions } from '../../practice/exercise.js';
import { createPractice, type Practice } from '../../practice/practice.js';
import { createSleepTimer, type SleepTimer } from '../../practice/sleep-timer.js';
import type { Speech } from '../../speech/speech.js';
import { createTextMarks, type TextMarks } from '../../transcript/text-marks.js';

/** What a reader practises with. */
export interface Training {
  readonly practice: Practice;
  readonly dictation: Dictation;
  readonly sleepTimer: SleepTimer;
  /** How the reader wants stretches repeated, also when the panel was closed meanwhile. */
  loop: LoopOptions;
}

const trainings = new WeakMap<Speech, Training>();

/** The practice of a speech: two that play it at once would take the voice from each other, so there is one. */
export function trainingOf(speech: Speech): Training {
  const found = trainings.get(speech);
  if (found) return found;
  const training: Training = {
    practice: createPractice(speech),
    dictation: createDictation(speech),
    sleepTimer: createSleepTimer(speech),
    loop: {},
  };
  hideText(speech, training.dictation);
  trainings.set(speech, training);
  return training;
}

/** Hides from the eye what a dictation has not shown yet. Screen readers keep the text: nobody is to be without it. */
function hideText(speech: Speech, dictation: Dictation): void {
  let marks: TextMarks | null = null;
  dictation.subscribe(() => {
    if (!dictation.isOn) {
      marks?.remove();
      marks = null;
      return;
    }
    marks ??= createTextMarks(speech, 'hidden');
    marks.show([{ start: dictation.revealedUntil(), end: Number.MAX_SAFE_INTEGER }]);
  });
}
