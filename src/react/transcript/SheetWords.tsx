'use client';

import { useLayoutEffect, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { ShownParagraph } from '../../transcript/paragraph-sheet.js';
import { TranscriptWords, type TranscriptWordsProps } from './TranscriptWords.js';
import type { VirtualSheet } from './virtual-sheet.js';

export interface SheetWordsProps extends Omit<TranscriptWordsProps, 'paragraph'> {
  sheet: VirtualSheet;
}

/** The words of those paragraphs of a long text that are in the DOM. */
export function SheetWords({ sheet, ...words }: SheetWordsProps) {
  const shown = useSyncExternalStore(sheet.subscribe, sheet.shown);
  return shown.map((paragraph) =>
    createPortal(
      <SheetParagraph paragraph={paragraph} words={words} />,
      paragraph.element,
      `${paragraph.index} ${words.spans.paragraphs.start(paragraph.index)}`,
    ),
  );
}

function SheetParagraph({
  paragraph: { index, element, node },
  words,
}: {
  paragraph: ShownParagraph;
  words: Omit<TranscriptWordsProps, 'paragraph'>;
}) {
  useLayoutEffect(() => {
    node.remove();
    element.setAttribute('data-words', '');
    return () => {
      element.removeAttribute('data-words');
      if (!node.parentNode) element.append(node);
    };
  }, [node, element]);
  return <TranscriptWords {...words} paragraph={index} />;
}
