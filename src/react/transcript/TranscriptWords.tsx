'use client';

import { Fragment, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { TextSpans } from '../../alignment/text-spans.js';
import type { WordElements } from '../../transcript/word-elements.js';

/** A word that an app renders itself. Offsets are UTF-16 units of the text that is shown. */
export interface TranscriptWord {
  readonly text: string;
  /** Its number in the text, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** Draws the inside of a word; what is around it says by `data-state` whether it was heard. */
export type RenderWord = (word: TranscriptWord) => ReactNode;

export interface TranscriptWordsProps {
  spans: Pick<TextSpans, 'text' | 'paragraphs' | 'words'>;
  /** Which paragraph, by its index. */
  paragraph: number;
  elements: WordElements;
  renderWord: RenderWord;
}

/** The words of a paragraph, each a `<span>` with `data-state`, and what stands between them. */
export const TranscriptWords = memo(function TranscriptWords({
  spans: { text, paragraphs, words },
  paragraph,
  elements,
  renderWord,
}: TranscriptWordsProps) {
  const end = paragraphs.end(paragraph);
  const pieces: ReactNode[] = [];
  let at = paragraphs.start(paragraph);
  let index = words.indexAt(at);
  if (words.start(index) < at) index++;
  for (; index < words.count && words.start(index) < end; index++) {
    const word = {
      text: text.slice(words.start(index), words.end(index)),
      index,
      start: words.start(index),
      end: words.end(index),
    };
    pieces.push(
      <Fragment key={index}>
        {text.slice(at, word.start)}
        <Word word={word} elements={elements}>
          {renderWord(word)}
        </Word>
      </Fragment>,
    );
    at = word.end;
  }
  return (
    <>
      {pieces}
      {text.slice(at, end)}
    </>
  );
});

function Word({ word, elements, children }: { word: TranscriptWord; elements: WordElements; children: ReactNode }) {
  const element = useRef<HTMLSpanElement>(null);
  const { index } = word;
  // Its state is written by the voice, never by a render.
  useLayoutEffect(() => (element.current ? elements.add(index, element.current) : undefined), [elements, index]);
  return (
    <span ref={element} className="readalong-word" data-start={word.start} data-end={word.end}>
      {children}
    </span>
  );
}
