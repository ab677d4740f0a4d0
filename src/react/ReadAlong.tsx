'use client';

import { type CSSProperties, forwardRef, type ReactNode } from 'react';
import { ErrorNote, type ErrorNoteLabels } from './ErrorNote.js';
import { FollowButton } from './FollowButton.js';
import { HighlightedTranscript, type HighlightedTranscriptProps } from './HighlightedTranscript.js';
import { PlayButton, type PlayButtonProps } from './PlayButton.js';
import { SeekBar } from './SeekBar.js';
import { TimeDisplay } from './TimeDisplay.js';
import { useFollow } from './useFollow.js';
import { type UseSpeechOptions, useSpeech } from './useSpeech.js';

/** Every word that a `ReadAlong` says itself. */
export interface ReadAlongLabels {
  /** Of the whole. @default 'Read along' */
  region?: string;
  /** Of the controls. @default 'Playback' */
  controls?: string;
  /** Of the seek bar. @default 'Seek' */
  seek?: string;
  /** Of the way back to the voice, for a reader who looked elsewhere. @default 'Back to the voice' */
  follow?: string;
  play?: PlayButtonProps['labels'];
  error?: ErrorNoteLabels;
}

export interface ReadAlongOptions {
  /** Over the text. */
  title?: ReactNode;
  /** Language of the text, for fonts and screen readers (BCP 47). */
  lang?: string;
  look?: HighlightedTranscriptProps['look'];
  labels?: ReadAlongLabels;
  className?: string;
  style?: CSSProperties;
}

/** What is spoken, as for `useSpeech`, and how it is shown. */
export type ReadAlongProps = UseSpeechOptions & ReadAlongOptions;

/**
 * A text that reads itself aloud: transcript, player and errors in one element. Renders a `<section>`.
 *
 * @example <ReadAlong text={text} voiceId="JBFqnCBsd6RMkjVDRZzb" title="The Lamplighter" lang="en" />
 */
export const ReadAlong = forwardRef<HTMLElement, ReadAlongProps>(function ReadAlong(
  { title, lang, look, labels = {}, className, style, ...options },
  ref,
) {
  const { speech } = useSpeech(options);
  const follow = useFollow();
  return (
    <section
      ref={ref}
      className={className ? `readalong ${className}` : 'readalong'}
      style={style}
      aria-label={labels.region ?? 'Read along'}
    >
      <div className="readalong-page">
        {title && (
          <h2 className="readalong-title" lang={lang} dir="auto">
            {title}
          </h2>
        )}
        <HighlightedTranscript speech={speech} look={look} lang={lang} follow={follow} />
      </div>
      <div className="readalong-dock">
        <FollowButton follow={follow} label={labels.follow} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
        <div className="readalong-bar" role="group" aria-label={labels.controls ?? 'Playback'}>
          <ErrorNote speech={speech} labels={labels.error} />
          <div className="readalong-scrub">
            <TimeDisplay speech={speech} />
            <SeekBar speech={speech} aria-label={labels.seek} />
            <TimeDisplay speech={speech} show="remaining" />
          </div>
          <div className="readalong-controls">
            <div className="readalong-side" />
            <div className="readalong-tape">
              <PlayButton speech={speech} labels={labels.play} />
            </div>
            <div className="readalong-side" />
          </div>
        </div>
      </div>
    </section>
  );
});
