'use client';

import { type CSSProperties, forwardRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import type { Look } from '../../transcript/mark-painter.js';
import { CostNote } from '../player/CostNote.js';
import { ErrorNote } from '../player/ErrorNote.js';
import { PlayButton } from '../player/PlayButton.js';
import { RateControl } from '../player/RateControl.js';
import { SeekBar } from '../player/SeekBar.js';
import { TimeDisplay } from '../player/TimeDisplay.js';
import { Late } from '../primitives/Late.js';
import { createLatePart } from '../primitives/late-part.js';
import { HighlightedTranscript } from '../transcript/HighlightedTranscript.js';
import { useSpeechState } from '../useSpeechState.js';
import type { ReadAlongLabels } from './read-along-labels.js';

export interface ReadAlongBubbleProps {
  speech: Speech;
  lang?: string | undefined;
  look?: Look | undefined;
  labels: ReadAlongLabels;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

const waveform = createLatePart(async () => (await import('../player/Waveform.js')).Waveform);

/** A message of a chat that can be heard. Renders an `<article>`. */
export const ReadAlongBubble = forwardRef<HTMLElement, ReadAlongBubbleProps>(function ReadAlongBubble(
  { speech, lang, look = 'marker', labels, className, style },
  ref,
) {
  const isNew = useSpeechState(speech, selectNew);
  return (
    <article
      ref={ref}
      className={className ? `readalong-bubble ${className}` : 'readalong-bubble'}
      style={style}
      aria-label={labels.region}
    >
      <HighlightedTranscript speech={speech} look={look} lang={lang} labels={labels.transcript} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="readalong-bubble-foot" role="group" aria-label={labels.controls ?? 'Playback'}>
        <PlayButton speech={speech} labels={labels.play} />
        {isNew ? (
          <>
            <TimeDisplay speech={speech} show="duration" />
            <CostNote speech={speech} labels={labels.cost} />
          </>
        ) : (
          <>
            <Late
              part={waveform}
              whileComing={<span className="readalong-seek readalong-waveform" />}
              ifFailed={<SeekBar speech={speech} aria-label={labels.seek} formatValue={labels.place} />}
            >
              {(Waveform) => <Waveform speech={speech} aria-label={labels.seek} formatValue={labels.place} />}
            </Late>
            <TimeDisplay speech={speech} show="remaining" />
            <RateControl speech={speech} labels={labels.rate} />
          </>
        )}
      </div>
      {/* Below: what is pressed stays where it is. */}
      <ErrorNote speech={speech} labels={labels.error} />
    </article>
  );
});

const selectNew = ({ status, loading }: SpeechSnapshot): boolean => status === 'idle' && loading === 'idle';
