'use client';

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type MouseEvent,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { Speech } from '../speech/speech.js';
import type { SpeechSnapshot } from '../speech/speech-snapshot.js';
import { offsetFromPoint } from '../transcript/hit-test.js';
import { createMarks } from '../transcript/marks.js';
import { createTextMap, type TextMap } from '../transcript/text-map.js';
import { useSpeechState } from './useSpeechState.js';

export interface HighlightedTranscriptProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'dangerouslySetInnerHTML'> {
  speech: Speech;
  /** How what is heard is marked. @default 'marker' */
  look?: 'marker' | 'underline' | 'sweep' | 'none';
}

/**
 * The text, with the sentence, word and character lit that are heard. A click on a character goes there.
 * Renders a `<div>` with a `<p>` for each paragraph; while it plays neither React nor the DOM is touched.
 *
 * @example <HighlightedTranscript speech={speech} lang="en" />
 */
export const HighlightedTranscript = forwardRef<HTMLDivElement, HighlightedTranscriptProps>(
  function HighlightedTranscript({ speech, look = 'marker', className, onClick, ...rest }, ref) {
    const { spans, status } = useSpeechState(speech, selectText);
    const root = useRef<HTMLDivElement>(null);
    const map = useRef<TextMap | null>(null);
    useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current);

    useEffect(() => {
      const element = root.current;
      if (!element) return;
      const textMap = createTextMap([...element.children], spans.text, spans.paragraphs);
      const marks = createMarks(element.ownerDocument, textMap);
      map.current = textMap;
      const show = () => marks.show(speech.litOffset(), speech.getSnapshot().timeline);
      show();
      const leave = speech.subscribeFrames(show);
      return () => {
        leave();
        marks.remove();
      };
    }, [speech, spans]);

    function goTo(event: MouseEvent<HTMLDivElement>): void {
      onClick?.(event);
      // Who selects text wants to keep it, not to jump.
      if (
        event.defaultPrevented ||
        !map.current ||
        event.currentTarget.ownerDocument.getSelection()?.isCollapsed === false
      )
        return;
      const offset = offsetFromPoint(event.currentTarget.ownerDocument, map.current, event.clientX, event.clientY);
      if (offset !== null) speech.seekToOffset(offset);
    }

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
      // biome-ignore lint/a11y/useKeyWithClickEvents: the seek bar does the same by keyboard
      // biome-ignore lint/a11y/noStaticElementInteractions: it is text to be read, not a control
      <div
        {...rest}
        ref={root}
        className={className ? `readalong-transcript ${className}` : 'readalong-transcript'}
        data-look={look}
        data-status={status}
        onClick={goTo}
      >
        {paragraphs}
      </div>
    );
  },
);

/** Indentation and runs of spaces, which a poem or a table has on purpose. */
const MEANT_SPACES = /[^\S\n]{2}|\t|(?:^|\n)[^\S\n]/;

const selectText = ({ timeline, status }: SpeechSnapshot) => ({ spans: timeline.spans, status });
