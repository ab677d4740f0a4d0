// What a transcript costs that has an element for each word: as most players do it, and as well as it can be done that way.
import { createElement as h, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

export interface BaselineProps {
  readonly paragraphs: readonly string[];
  /** UTF-16 offset of what is heard, of the paragraphs joined by two line breaks. */
  offset(): number;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Every frame the time is set as state, and every word rendered. */
export function StateBaseline({ paragraphs, offset }: BaselineProps): ReactNode {
  const [at, setAt] = useState(0);
  const words = useMemo(() => wordsOf(paragraphs), [paragraphs]);
  useFrames(() => setAt(offset() + Math.random() / 1e6));
  return words.map((paragraph, index) =>
    h(
      'p',
      { key: index },
      paragraph.map(({ text, start }) =>
        h(
          'span',
          { key: start, className: start <= at && at < start + text.length ? 'current' : undefined },
          `${text} `,
        ),
      ),
    ),
  );
}

/** Rendered once; the class of two words is toggled when another word is heard. */
export function RefBaseline({ paragraphs, offset }: BaselineProps): ReactNode {
  const words = useMemo(() => wordsOf(paragraphs), [paragraphs]);
  const starts = useMemo(() => words.flat().map(({ start }) => start), [words]);
  const elements = useRef<HTMLElement[]>([]);
  const current = useRef(-1);
  useFrames(() => {
    const at = offset();
    let word = current.current;
    while ((starts[word + 1] ?? Number.POSITIVE_INFINITY) <= at) word++;
    if (word === current.current) return;
    elements.current[current.current]?.classList.remove('current');
    elements.current[word]?.classList.add('current');
    current.current = word;
  });
  return useMemo(() => {
    let index = 0;
    return words.map((paragraph, number) =>
      h(
        'p',
        { key: number },
        paragraph.map(({ text, start }) => {
          const own = index++;
          const ref = (element: HTMLElement | null): void => {
            if (element) elements.current[own] = element;
          };
          return h('span', { key: start, ref }, `${text} `);
        }),
      ),
    );
  }, [words]);
}

function wordsOf(paragraphs: readonly string[]): readonly (readonly Word[])[] {
  let at = 0;
  return paragraphs.map((paragraph) => {
    const from = at;
    at += paragraph.length + 2;
    return [...paragraph.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: from + index }));
  });
}

function useFrames(work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    let frame = requestAnimationFrame(function next() {
      latest.current();
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
