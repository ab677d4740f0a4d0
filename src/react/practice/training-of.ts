import { createDictation, type Dictation } from '../../practice/dictation.js';
import { createPractice, type Practice } from '../../practice/practice.js';
import { createSleepTimer, type SleepTimer } from '../../practice/sleep-timer.js';
import type { Speech } from '../../speech/speech.js';
import { onSucceeded } from '../../speech/succession.js';
import { createTextMarks, type TextMarks } from '../../transcript/text-marks.js';

/** What a reader practises with. */
export interface Training {
  readonly practice: Practice;
  readonly dictation: Dictation;
  readonly sleepTimer: SleepTimer;
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
  };
  hideText(speech, training.dictation);
  onSucceeded(speech, (next, plays) => handOn(training, speech, next, plays));
  trainings.set(speech, training);
  return training;
}

/** Another voice or text is no reason to give up what the reader has set going. */
function handOn({ practice, dictation, sleepTimer }: Training, speech: Speech, next: Speech, plays: boolean): void {
  const heir = trainingOf(next);
  const [before, after] = [speech.getSnapshot().timeline.text, next.getSnapshot().timeline.text];
  practice.handOn(heir.practice, { again: before === after, plays });
  if (dictation.isOn) {
    // What an edit has not touched stays shown.
    heir.dictation.start({ revealed: Math.min(dictation.revealedUntil(), commonLength(before, after)) });
    dictation.stop();
  }
  const { time } = sleepTimer.getSnapshot();
  if (time) {
    heir.sleepTimer.start(time, sleepTimer.remaining() ?? undefined);
    sleepTimer.cancel();
  }
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
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
