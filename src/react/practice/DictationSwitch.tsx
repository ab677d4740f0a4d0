'use client';

import { useSyncExternalStore } from 'react';
import type { Speech } from '../../speech/speech.js';
import { Switch } from '../primitives/Switch.js';
import { PRACTICE_LABELS, type PracticeLabels } from './practice-labels.js';
import { trainingOf } from './training-of.js';

export interface DictationSwitchProps {
  speech: Speech;
  /** @default English */
  labels?: Pick<PracticeLabels, 'dictation' | 'hint'>;
}

/**
 * Hides the text of every transcript of a speech until it was spoken. Only from the eye: a screen reader that asks gets it, as
 * a selection shows it to who sees. Needs a browser with highlights. Renders a `<button role="switch">`.
 *
 * @example <DictationSwitch speech={speech} />
 */
export function DictationSwitch({ speech, labels }: DictationSwitchProps) {
  const { dictation } = trainingOf(speech);
  const words = { ...PRACTICE_LABELS, ...labels };
  const isOn = useSyncExternalStore(
    dictation.subscribe,
    () => dictation.isOn,
    () => false,
  );
  return (
    <>
      <Switch isOn={isOn} onChange={(next) => (next ? dictation.start() : dictation.stop())}>
        {words.dictation}
      </Switch>
      {isOn && (
        <button type="button" className="readalong-button" data-quiet="" onClick={dictation.hint}>
          {words.hint}
        </button>
      )}
    </>
  );
}
