'use client';

import { type ComponentPropsWithoutRef, forwardRef, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { Speech } from '../speech/speech.js';
import type { SpeechSnapshot } from '../speech/speech-snapshot.js';
import type { Follow } from '../transcript/follow.js';
import { createMarks } from '../transcript/marks.js';
import type { TextRange } from '../transcript/selection.js';
import { createTextMap } from '../transcript/text-map.js';
import { type TranscriptLabels, transcriptLabels } from './transcript-labels.js';
import { useSpeechState } from './useSpeechState.js';
import { useTextReader } from './useTextReader.js';

export interface HighlightedTranscriptProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'dangerouslySetInnerHTML'> {
  speech: Speech;
  /** How what is heard is marked. @default 'marker' */
  look?: 'marker' | 'underline' | 'sweep' | 'none';
  /** Keeps what is heard in view: `useFollow()`. @default it stays where the reader scrolls */
  follow?: Follow;
  /** Hears what the reader has selected, or null when nothing is any more. `playRange` plays it. */
  onSelectRange?: (range: TextRange | null) => void;
  /** @default English */
  labels?: TranscriptLabels;
}

/**
 * The text, with the sentence, word and character lit that are heard. A click on a character goes there.
 * Renders a `<div>` with a `<p>` for each paragraph; while it plays neither React nor the DOM is touched.
 *
 * @example <HighlightedTranscript speech={speech} lang="en" />
 */
export const HighlightedTranscript = forwardRef<HTMLDivElement, HighlightedTranscriptProps>(
  function HighlightedTranscript({ speech, look = 'marker', follow, onSelectRange, labels, className, ...rest }, ref) {
    const { spans, status } = useSpeechState(speech, selectText);
    const root = useRef<HTMLDivElement>(null);
    const say = { ...transcriptLabels, ...labels };
    const reader = useTextReader(speech, { follow, onSelectRange, sayPlace: say.place }, rest);
    const { attach } = reader;
    useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current);

    useEffect(() => {
      const element = root.current;
      if (!element) return;
      const textMap = createTextMap([...element.children], spans.text, spans.paragraphs);
      const marks = createMarks(element.ownerDocument, textMap);
      const detach = attach({ root: element, map: textMap, spans });
      const show = () => marks.show(speech.litOffset(), speech.getSnapshot().timeline);
      show();
      const leave = speech.subscribeFrames(show);
      return () => {
        leave();
        detach();
        marks.remove();
      };
    }, [speech, spans, attach]);

    const paragraphs = useMemo(
      () =>
        Array.from({ length: spans.paragraphs.count }, (_, index) => {
          const start = spans.paragraphs.start(index);
          const text = spans.text.slice(start, spans.paragraphs.end(index));
          return (
            <p key={start} dir="auto" data-spaces={MEANT_SPACES.test(text) || undefined}>
              {text}
            </p>
          );
        }),
      [spans],
    );

    return (
      <div
        role="document"
        aria-label={rest['aria-labelledby'] ? undefined : say.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop, from which the keys go through the text
        tabIndex={0}
        {...rest}
        {...reader.handlers}
        ref={root}
        className={className ? `readalong-transcript ${className}` : 'readalong-transcript'}
        data-look={look}
        data-status={status}
      >
        {paragraphs}
        <div ref={reader.aside} className="readalong-aside" />
      </div>
    );
  },
);

/** Indentation and runs of spaces, which a poem or a table has on purpose. */
const MEANT_SPACES = /[^\S\n]{2}|\t|(?:^|\n)[^\S\n]/;

const selectText = ({ timeline, status }: SpeechSnapshot) => ({ spans: timeline.spans, status });
