'use client';

import { type ComponentPropsWithoutRef, forwardRef, useImperativeHandle, useRef, useState } from 'react';
import type { TextRange } from '../../alignment/text-range.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import type { Follow } from '../../transcript/follow.js';
import { canHighlight } from '../../transcript/highlight-registry.js';
import type { Look } from '../../transcript/mark-painter.js';
import { createWordElements } from '../../transcript/word-elements.js';
import { useSpeechState } from '../useSpeechState.js';
import { SheetWords } from './SheetWords.js';
import { TranscriptParagraphs } from './TranscriptParagraphs.js';
import type { RenderWord } from './TranscriptWords.js';
import { type TranscriptLabels, transcriptLabels } from './transcript-labels.js';
import { useHydrated } from './useHydrated.js';
import { useShownPage } from './useShownPage.js';
import { useTextReader } from './useTextReader.js';
import { useVirtualSheet } from './useVirtualSheet.js';

export interface HighlightedTranscriptProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'dangerouslySetInnerHTML'> {
  speech: Speech;
  /**
   * How what is heard is marked. A pill and the keyboard's ring go with the layout, wherever that changes; of a style sheet's
   * rule that changes `text-align` alone they learn with the next word. @default 'pill'
   */
  look?: Look;
  /**
   * Renders the inside of each word. It gets a `<span>` with `data-state="spoken | current | upcoming"`, which is toggled
   * without a render; give the function an identity that stays. @default plain text, marked without elements
   */
  children?: RenderWord;
  /**
   * Whether only the paragraphs near the view are in the DOM: 'auto' from 120 000 characters on (some 20 000 words).
   * Below that the browser finds, selects and prints all of the text. @default 'auto'
   */
  virtualize?: 'auto' | 'always' | 'never';
  /** Keeps what is heard in view: `useFollow()`. @default it stays where the reader scrolls */
  follow?: Follow;
  /** Hears what the reader has selected, or null when nothing is any more. `playRange` plays it. */
  onSelectRange?: (range: TextRange | null) => void;
  /** @default English */
  labels?: TranscriptLabels;
}

/**
 * The text, with the sentence, word and character lit that are heard. A click on a character goes there.
 * Renders a `<div>` with a `<p>` for each paragraph; while it plays neither React nor the DOM is touched. Not for a shadow
 * root: clicks, selections and highlights are asked of the document.
 *
 * @example <HighlightedTranscript speech={speech} lang="en" />
 */
export const HighlightedTranscript = forwardRef<HTMLDivElement, HighlightedTranscriptProps>(
  function HighlightedTranscript(
    { speech, look = 'pill', virtualize = 'auto', follow, onSelectRange, labels, className, children, ...rest },
    ref,
  ) {
    const { spans, status } = useSpeechState(speech, selectText);
    const root = useRef<HTMLDivElement>(null);
    const say = { ...transcriptLabels, ...labels };
    const reader = useTextReader(
      speech,
      { name: say.text, look, status, follow, onSelectRange, sayPlace: say.place },
      rest,
    );
    useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current);

    // Words come from a segmenter, on which a server and a browser need not agree: the first render has none.
    const isHydrated = useHydrated();
    const [elements] = useState(createWordElements);
    const renderWord = isHydrated ? (children ?? (canHighlight() ? null : plainWord)) : null;

    const isLong = virtualize === 'always' || (virtualize === 'auto' && spans.text.length > LONG);
    // What a server has printed, or what was short at first, stays until all of it can be shown otherwise.
    const [startsWithHead] = useState(isHydrated && isLong);
    const { host, sheet, isLoading } = useVirtualSheet(root, spans, isHydrated && isLong);
    useShownPage(speech, {
      root,
      layer: reader.aside,
      spans,
      look,
      words: renderWord && elements,
      sheet: host ? (sheet ?? undefined) : null,
      attach: reader.attach,
    });

    return (
      <div
        {...reader.rootProps}
        ref={root}
        className={className ? `readalong-transcript ${className}` : 'readalong-transcript'}
      >
        {host ? (
          <div ref={host} className="readalong-sheet" />
        ) : (
          <TranscriptParagraphs
            spans={spans}
            limit={isLoading && startsWithHead ? HEAD : spans.text.length}
            elements={elements}
            renderWord={renderWord}
          />
        )}
        {sheet && renderWord && <SheetWords sheet={sheet} spans={spans} elements={elements} renderWord={renderWord} />}
        <div ref={reader.aside} className="readalong-aside" />
      </div>
    );
  },
);

/** Characters from which on a text is virtual, where the app does not say. */
const LONG = 120_000;

/** Characters that are shown while what shows the whole of a long text is loaded. */
const HEAD = 20_000;

const plainWord: RenderWord = ({ text }) => text;

const selectText = ({ timeline, status }: SpeechSnapshot) => ({ spans: timeline.spans, status });
