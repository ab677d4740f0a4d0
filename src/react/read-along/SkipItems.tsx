'use client';

import type { ReactNode } from 'react';
import type { ShortcutCommand } from '../../speech/shortcuts.js';
import type { SkipStep } from '../../speech/skip.js';
import type { Speech } from '../../speech/speech.js';
import { type SkipLabel, skipLabel, useSkipButton } from '../player/useSkipButton.js';
import { PanelIcon } from '../primitives/PanelIcon.js';

export interface SkipItemsProps {
  speech: Speech;
  label: SkipLabel | undefined;
  /** The key that does the same as a command. */
  hint: (command: ShortcutCommand) => ReactNode;
}

/** What the bar has no room for, each with the command that does the same. */
const STEPS: readonly { step: SkipStep; command?: ShortcutCommand }[] = [
  { step: { seconds: -10 }, command: 'back' },
  { step: { seconds: 10 }, command: 'forward' },
  { step: { seconds: -5 }, command: 'stepBack' },
  { step: { seconds: 5 }, command: 'stepForward' },
  { step: { words: -1 }, command: 'previousWord' },
  { step: { words: 1 }, command: 'nextWord' },
  { step: { paragraphs: -1 } },
  { step: { paragraphs: 1 } },
];

/** Ways through the text that are not in the bar. */
export function SkipItems({ speech, label = skipLabel, hint }: SkipItemsProps) {
  return STEPS.map(({ step, command }) => (
    <SkipItem key={JSON.stringify(step)} speech={speech} step={step} label={label}>
      {command && hint(command)}
    </SkipItem>
  ));
}

interface SkipItemProps {
  speech: Speech;
  step: SkipStep;
  label: SkipLabel;
  children: ReactNode;
}

function SkipItem({ speech, step, label, children }: SkipItemProps) {
  const { buttonProps } = useSkipButton(speech, step, label);
  const isBack = Object.values(step).some((count) => count < 0);
  return (
    <button {...buttonProps} className="readalong-item">
      <PanelIcon name={isBack ? 'back' : 'forward'} />
      {buttonProps['aria-label']}
      {children}
    </button>
  );
}
