'use client';

import { memo, useEffect, useRef, useState } from 'react';
import type { TextSpans } from '../../alignment/text-spans.js';
import { hasMeantSpaces, paragraphText } from '../../transcript/paragraph-elements.js';
import type { WordElements } from '../../transcript/word-elements.js';
import { type RenderWord, TranscriptWords } from './TranscriptWords.js';

export interface TranscriptParagraphsProps {
  spans: Pick<TextSpans, 'text' | 'paragraphs' | 'words'>;
  /** Only those that start within so many UTF-16 units. */
  limit: number;
  elements: WordElements;
  /** Shows the words by elements of their own, where a paragraph is near the view. */
  renderWord: RenderWord | null;
}

/** A text as a `<p>` for each paragraph, all of them in the DOM. */
export const TranscriptParagraphs = memo(function TranscriptParagraphs({
  spans,
  limit,
  elements,
  renderWord,
}: TranscriptParagraphsProps) {
  const { paragraphs } = spans;
  const count = Math.min(paragraphs.count, paragraphs.indexAt(limit) + 1);
  return Array.from({ length: count }, (_, index) => {
    const key = paragraphs.start(index);
    if (renderWord)
      return <WordParagraph key={key} spans={spans} paragraph={index} elements={elements} renderWord={renderWord} />;
    const text = paragraphText(spans, index);
    return (
      <p key={key} dir="auto" data-spaces={hasMeantSpaces(text) ? '' : undefined}>
        {text}
      </p>
    );
  });
});

interface WordParagraphProps {
  spans: Pick<TextSpans, 'text' | 'paragraphs' | 'words'>;
  paragraph: number;
  elements: WordElements;
  renderWord: RenderWord;
}

/** Plain text until it comes near the view. */
function WordParagraph({ spans, paragraph, elements, renderWord }: WordParagraphProps) {
  const element = useRef<HTMLParagraphElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !element.current) return;
    const watched = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '50%' },
    );
    watched.observe(element.current);
    return () => watched.disconnect();
  }, [isNear]);
  const text = paragraphText(spans, paragraph);
  return (
    <p
      ref={element}
      dir="auto"
      data-spaces={hasMeantSpaces(text) ? '' : undefined}
      data-words={isNear ? '' : undefined}
    >
      {isNear ? (
        <TranscriptWords spans={spans} paragraph={paragraph} elements={elements} renderWord={renderWord} />
      ) : (
        text
      )}
    </p>
  );
}
