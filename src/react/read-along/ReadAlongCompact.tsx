'use client';

import { type CSSProperties, forwardRef, type ReactNode } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { CostNote } from '../player/CostNote.js';
import { PlayButton } from '../player/PlayButton.js';
import { RateControl } from '../player/RateControl.js';
import { SeekBar } from '../player/SeekBar.js';
import { TimeDisplay } from '../player/TimeDisplay.js';
import { Icon } from '../primitives/Icon.js';
import { useSpeechState } from '../useSpeechState.js';
import type { ReadAlongLabels } from './read-along-labels.js';

export interface ReadAlongCompactProps {
  speech: Speech;
  title?: ReactNode;
  lang?: string | undefined;
  labels: ReadAlongLabels;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/** A player in one line: play, title, rail, time left, speed. Renders a `<section role="group">`. */
export const ReadAlongCompact = forwardRef<HTMLElement, ReadAlongCompactProps>(function ReadAlongCompact(
  { speech, title, lang, labels, className, style },
  ref,
) {
  const state = useSpeechState(speech, selectState);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <section
      ref={ref}
      role="group"
      aria-label={typeof title === 'string' ? title : (labels.controls ?? 'Playback')}
      className={className ? `readalong-player ${className}` : 'readalong-player'}
      style={style}
      data-state={state}
    >
      <div>
        <PlayButton speech={speech} labels={labels.play} />
        {state === 'failed' ? (
          <b role="alert">
            <Icon name="alert" />
            {labels.error?.stopped ?? 'The voice stopped coming'}
          </b>
        ) : (
          title && (
            <b className={state === 'new' ? undefined : 'readalong-wide'} lang={lang} dir="auto">
              {title}
            </b>
          )
        )}
        {state === 'new' && <CostNote speech={speech} labels={labels.cost} />}
        {state === 'heard' && <SeekBar speech={speech} aria-label={labels.seek} formatValue={labels.place} />}
        {state !== 'new' && <TimeDisplay speech={speech} show="remaining" />}
        {state === 'heard' && <RateControl speech={speech} labels={labels.rate} />}
      </div>
    </section>
  );
});

function selectState({ status, loading, error }: SpeechSnapshot): 'new' | 'heard' | 'failed' {
  if (error) return 'failed';
  return status === 'idle' && loading === 'idle' ? 'new' : 'heard';
}
