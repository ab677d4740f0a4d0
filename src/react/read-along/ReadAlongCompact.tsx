'use client';

import { type CSSProperties, forwardRef, type ReactNode } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import { CostNote } from '../player/CostNote.js';
import { ErrorNote } from '../player/ErrorNote.js';
import { PlayButton } from '../player/PlayButton.js';
import { RateControl } from '../player/RateControl.js';
import { SeekBar } from '../player/SeekBar.js';
import { TimeDisplay } from '../player/TimeDisplay.js';
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

/** A player in one line: play, title, rail, time left, speed; below it what failed. Renders a `<section>` with a group. */
export const ReadAlongCompact = forwardRef<HTMLElement, ReadAlongCompactProps>(function ReadAlongCompact(
  { speech, title, lang, labels, className, style },
  ref,
) {
  const isNew = useSpeechState(speech, selectNew);
  return (
    <section
      ref={ref}
      className={className ? `readalong-player ${className}` : 'readalong-player'}
      style={style}
      data-state={isNew ? 'new' : 'heard'}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        className="readalong-line"
        role="group"
        aria-label={typeof title === 'string' ? title : (labels.controls ?? 'Playback')}
      >
        <PlayButton speech={speech} labels={labels.play} />
        {title && (
          <b className={isNew ? undefined : 'readalong-wide'} lang={lang} dir="auto">
            {title}
          </b>
        )}
        {isNew ? (
          <CostNote speech={speech} labels={labels.cost} />
        ) : (
          <>
            <SeekBar speech={speech} aria-label={labels.seek} formatValue={labels.place} />
            <TimeDisplay speech={speech} show="remaining" />
            <RateControl speech={speech} labels={labels.rate} />
          </>
        )}
      </div>
      {/* Below: what is pressed stays where it is. */}
      <ErrorNote speech={speech} labels={labels.error} />
    </section>
  );
});

const selectNew = ({ status, loading, error }: SpeechSnapshot): boolean =>
  status === 'idle' && loading === 'idle' && error === null;
