'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
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

const TIMES: readonly number[] = [1, 2, 3, 5, Number.POSITIVE_INFINITY];
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
  const { options, setOptions, mode } = state;
  const times = options.times ?? (mode === 'drill' ? 1 : Number.POSITIVE_INFINITY);
  const group = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div ref={group} role="group" tabIndex={-1} aria-label={words.practice} className="readalong-practice">
      <Stretches speech={speech} state={state} words={words} />
      <State state={state} words={words} group={group} />
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

/** What can be repeated: pressed again, from its start. */
function Stretches({ speech, state, words }: PartProps & { speech: Speech }) {
  const { practice, mode, markedFrom } = state;
  const mark = markedFrom === null ? words.markStart : words.markEnd;
  const selected = useSelectedRange(speech);
  return (
    <>
      <Act onPress={() => practice.loopUnit('sentence')}>{words.loopSentence}</Act>
      <Act isOff={!selected} onPress={() => selected && practice.loop(selected)}>
        {words.loopSelection}
      </Act>
      <Act onPress={() => practice.mark()}>{mode === 'loop' ? words.markOff : mark}</Act>
      <Switch isOn={mode === 'drill'} onChange={(isOn) => (isOn ? practice.drill('sentence') : practice.stop())}>
        {words.drill}
      </Switch>
    </>
  );
}

function State({ state, words, group }: PartProps & { group: RefObject<HTMLElement | null> }) {
  const { mode, phase, round, rounds } = state;
  return (
    <div className="readalong-practice-state">
      <span role="status" dir="auto">
        {mode !== 'off' && words.state(phase, round + 1, rounds)}
      </span>
      {mode !== 'off' && <Going state={state} words={words} group={group} />}
    </div>
  );
}

/** What can be done while something is practised. It may end by itself: the focus goes to the group, not to the page. */
function Going({ state, words, group }: PartProps & { group: RefObject<HTMLElement | null> }) {
  const next = useRef<HTMLButtonElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = [next.current, stop.current];
    return () => {
      // Asked for now: where both came at once, there was no group yet.
      if (own.some((button) => button && button === document.activeElement)) group.current?.focus();
    };
  }, [group]);
  return (
    <>
      <button ref={next} type="button" className="readalong-button" data-quiet="" onClick={state.practice.next}>
        {words.next}
      </button>
      <button ref={stop} type="button" className="readalong-button" data-quiet="" onClick={state.practice.stop}>
        {words.stop}
      </button>
    </>
  );
}

function Act({ isOff = false, onPress, children }: { isOff?: boolean; onPress: () => void; children: string }) {
  return (
    <button type="button" className="readalong-item" aria-disabled={isOff || undefined} onClick={onPress}>
      <PanelIcon name="loop" />
      {children}
    </button>
  );
}
