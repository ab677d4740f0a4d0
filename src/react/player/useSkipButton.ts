'use client';

import { type SkipStep, skip } from '../../speech/skip.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { useSpeechState } from '../useSpeechState.js';

/** What a step is called: its unit, and how many of it; below 0 is back. */
export type SkipLabel = (unit: SkipUnit, count: number) => string;
/** What a step is counted in. */
export type SkipUnit = 'words' | 'sentences' | 'paragraphs' | 'seconds';

export interface UseSkipButtonResult {
  /** Nothing can be skipped yet: the first sound is still asked for. */
  disabled: boolean;
  press: () => void;
  /** For a `<button>`: it stays focusable while there is nothing to skip. */
  buttonProps: { type: 'button'; 'aria-label': string; 'aria-disabled': true | undefined; onClick: () => void };
}

const UNITS: Record<SkipUnit, string> = {
  words: 'word',
  sentences: 'sentence',
  paragraphs: 'paragraph',
  seconds: 'second',
};

export const skipLabel: SkipLabel = (unit, count) => {
  const many = Math.abs(count);
  if (unit !== 'seconds' && many === 1) return `${count < 0 ? 'Previous' : 'Next'} ${UNITS[unit]}`;
  return `${count < 0 ? 'Back' : 'Forward'} ${many} ${UNITS[unit]}${many === 1 ? '' : 's'}`;
};

/**
 * Everything of a button that skips but its look.
 *
 * @example const { buttonProps } = useSkipButton(speech, { sentences: 1 })
 */
export function useSkipButton(speech: Speech, step: SkipStep, label: SkipLabel = skipLabel): UseSkipButtonResult {
  const disabled = useSpeechState(speech, isWaiting);
  const [unit, count] = readStep(step);
  const press = (): void => {
    if (!disabled) skip(speech, step);
  };
  return {
    disabled,
    press,
    buttonProps: {
      type: 'button',
      'aria-label': label(unit, count),
      'aria-disabled': disabled || undefined,
      onClick: press,
    },
  };
}

function readStep(step: SkipStep): [SkipUnit, number] {
  if ('words' in step) return ['words', step.words];
  if ('sentences' in step) return ['sentences', step.sentences];
  return 'paragraphs' in step ? ['paragraphs', step.paragraphs] : ['seconds', step.seconds];
}

const isWaiting = ({ status, loading }: SpeechSnapshot): boolean => status === 'buffering' && loading === 'waiting';
