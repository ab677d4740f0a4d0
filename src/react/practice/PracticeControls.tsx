'use client';

import type { Speech } from '../../speech/speech.js';
import { Icon } from '../primitives/Icon.js';
import { Segments } from '../primitives/Segments.js';
import { Switch } from '../primitives/Switch.js';
import { DictationSwitch } from './DictationSwitch.js';
import { PRACTICE_LABELS, type PracticeLabels } from './practice-labels.js';
import { type UsePracticeResult, usePractice } from './usePractice.js';
import { useSelectedRange } from './useSelectedRange.js';

export interface PracticeControlsProps {
  speech: Speech;
  /** @default English */
  labels?: PracticeLabels | undefined;
}

const TIMES: readonly number[] = [2, 3, 5, Number.POSITIVE_INFINITY];
/** Speeds of a ladder, against the one that is set; the last one stays. */
const LADDER: readonly number[] = [0.6, 0.8, 1];

/**
 * Repeats a sentence, a selection or a stretch of the reader's own, with time to say it again, slow first; pauses behind each
 * sentence; hides what was not spoken yet. Renders a `<div role="group">`.
 *
 * @example <PracticeControls speech={speech} />
 */
export function PracticeControls({ speech, labels }: PracticeControlsProps) {
  const words = { ...PRACTICE_LABELS, ...labels };
  const state = usePractice(speech);
  const { options, setOptions } = state;
  const times = options.times ?? Number.POSITIVE_INFINITY;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={words.practice} className="readalong-practice">
      <Stretches speech={speech} state={state} words={words} />
      <State state={state} words={words} />
      <p aria-hidden="true">{words.times}</p>
      <Segments
        label={words.times}
        value={times}
        onChange={(value) => setOptions({ ...options, times: value })}
        items={TIMES.map((value) => ({
          value,
          name: words.sayTimes(value),
          content: value === Number.POSITIVE_INFINITY ? '∞' : `${value}×`,
        }))}
      />
      <Switch isOn={(options.gap ?? 0) > 0} onChange={(isOn) => setOptions({ ...options, gap: isOn ? 1 : 0 })}>
        {words.gap}
      </Switch>
      <Switch
        isOn={options.tempos !== undefined}
        onChange={(isOn) => setOptions({ ...options, tempos: isOn ? LADDER : undefined })}
      >
        {words.ladder}
      </Switch>
      <DictationSwitch speech={speech} labels={words} />
    </div>
  );
}

interface PartProps {
  state: UsePracticeResult;
  words: Required<PracticeLabels>;
}

/** What can be repeated. What is repeated already ends when it is pressed again. */
function Stretches({ speech, state, words }: PartProps & { speech: Speech }) {
  const { practice, options, mode, markedFrom } = state;
  const selected = useSelectedRange(speech);
  return (
    <>
      <Act onPress={() => practice.loopUnit('sentence', options)}>{words.loopSentence}</Act>
      <Act isOff={!selected} onPress={() => selected && practice.loop(selected, options)}>
        {words.loopSelection}
      </Act>
      {mode !== 'loop' && (
        <Act onPress={() => practice.mark(options)}>{markedFrom === null ? words.markStart : words.markEnd}</Act>
      )}
      <Switch
        isOn={mode === 'drill'}
        onChange={(isOn) =>
          isOn ? practice.drill('sentence', { ...options, times: options.times ?? 1 }) : practice.stop()
        }
      >
        {words.drill}
      </Switch>
    </>
  );
}

function State({ state, words }: PartProps) {
  const { practice, mode, phase, round, rounds } = state;
  return (
    <div className="readalong-practice-state">
      <span role="status" dir="auto">
        {mode !== 'off' && words.state(phase, round + 1, rounds)}
      </span>
      {mode !== 'off' && (
        <>
          <button type="button" className="readalong-button" data-quiet="" onClick={practice.next}>
            {words.next}
          </button>
          <button type="button" className="readalong-button" data-quiet="" onClick={practice.stop}>
            {words.stop}
          </button>
        </>
      )}
    </div>
  );
}

function Act({ isOff = false, onPress, children }: { isOff?: boolean; onPress: () => void; children: string }) {
  return (
    <button type="button" className="readalong-item" aria-disabled={isOff || undefined} onClick={onPress}>
      <Icon name="loop" />
      {children}
    </button>
  );
}
