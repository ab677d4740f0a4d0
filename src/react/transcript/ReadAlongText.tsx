'use client';

import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useImperativeHandle, useRef } from 'react';
import type { TextRange } from '../../alignment/text-range.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import type { Follow } from '../../transcript/follow.js';
import type { Look } from '../../transcript/mark-painter.js';
import { useSpeechState } from '../useSpeechState.js';
import { type TranscriptLabels, transcriptLabels } from './transcript-labels.js';
import { useMarkupPage } from './useMarkupPage.js';
import { useTextReader } from './useTextReader.js';

export interface ReadAlongTextProps extends Omit<ComponentPropsWithoutRef<'div'>, 'dangerouslySetInnerHTML'> {
  /** Speaks the text of the children: `textOfChildren(children)`, or `textOfElement` of what they become. */
  speech: Speech;
  /** Anything. Code, controls and what has `data-readalong-skip` are left out; `data-readalong-skip="false"` takes them in. */
  children: ReactNode;
  /** How what is heard is marked. A pill is drawn behind the content, where backgrounds of its own would hide it. @default 'marker' */
  look?: Look;
  /** Keeps what is heard in view: `useFollow()`. @default it stays where the reader scrolls */
  follow?: Follow;
  /** Hears what the reader has selected, or null when nothing is any more. `playRange` plays it. */
  onSelectRange?: (range: TextRange | null) => void;
  /** @default English */
  labels?: TranscriptLabels;
}

/**
 * Content of your own, with the sentence, word and character lit that are heard. A click on a character goes there.
 * Renders a `<div>` round the children, whose nodes it never touches: they may change while they are spoken. Not for a shadow
 * root: clicks, selections and highlights are asked of the document.
 *
 * @example
 * <ReadAlongText speech={speech}>{article}</ReadAlongText>
 */
export const ReadAlongText = forwardRef<HTMLDivElement, ReadAlongTextProps>(function ReadAlongText(
  { speech, children, look = 'marker', follow, onSelectRange, labels, className, ...rest },
  ref,
) {
  const { spans, status } = useSpeechState(speech, selectText);
  const root = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const say = { ...transcriptLabels, ...labels };
  const reader = useTextReader(
    speech,
    { name: say.text, look, status, follow, onSelectRange, sayPlace: say.place },
    rest,
  );
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current);
  useMarkupPage(speech, { root, content, layer: reader.aside, spans, look, attach: reader.attach });

  return (
    <div {...reader.rootProps} ref={root} className={className ? `readalong-text ${className}` : 'readalong-text'}>
      <div ref={content}>{children}</div>
      <div ref={reader.aside} className="readalong-aside" />
    </div>
  );
});

const selectText = ({ timeline, status }: SpeechSnapshot) => ({ spans: timeline.spans, status });
