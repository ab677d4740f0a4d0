'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { TextSpans } from '../../alignment/text-spans.js';
import type { Speech } from '../../speech/speech.js';
import { adoptBaseStyles } from '../../transcript/base-styles.js';
import { createLivePage, type LivePage } from '../../transcript/live-page.js';
import { createMarkPainter, type Look, paintLayers } from '../../transcript/mark-painter.js';
import { paragraphsIn } from '../../transcript/paragraph-elements.js';
import type { ShownPage } from '../../transcript/shown-page.js';
import type { WordElements } from '../../transcript/word-elements.js';
import { useStory } from './useStory.js';
import type { VirtualSheet } from './virtual-sheet.js';

export interface UseShownPageOptions {
  /** The element that holds the paragraphs. */
  root: RefObject<HTMLElement | null>;
  /** An element in it for what is drawn behind them. */
  layer: RefObject<HTMLElement | null>;
  spans: TextSpans;
  look: Look;
  /** Where words are elements of their own. */
  words: WordElements | null;
  /** Where not all paragraphs are in the DOM; undefined while that is still to come. */
  sheet: VirtualSheet | null | undefined;
  /** Starts what goes with a page. Returns how to stop. */
  attach(page: ShownPage): () => void;
}

/** A text that may grow; another text is another story. */
interface Story {
  live: LivePage | null;
}

/** Marks in the DOM what is heard, frame by frame and past React. */
export function useShownPage(speech: Speech, options: UseShownPageOptions): void {
  const { root, layer, spans, look, words, sheet, attach } = options;
  const repaint = useRef<(() => void) | null>(null);
  const story = useStory(spans.text, begin);
  const latest = useRef(spans);

  useEffect(() => {
    latest.current = spans;
    if (story.live?.setText(spans)) repaint.current?.();
  }, [story, spans]);

  useEffect(() => {
    if (!root.current || sheet === undefined) return;
    const elements = sheet?.elements ?? paragraphsIn(root.current);
    const { ensureShown } = sheet ?? {};
    story.live = createLivePage({ root: root.current, spans: latest.current, elements, ensureShown });
    return () => {
      story.live = null;
    };
  }, [story, root, sheet]);

  useEffect(() => {
    if (story.live && sheet !== undefined) return attach(story.live.page);
  }, [story, sheet, attach]);

  useEffect(() => {
    if (!root.current || !layer.current || !story.live || sheet === undefined) return;
    const { map } = story.live.page;
    adoptBaseStyles(root.current.ownerDocument);
    const own = words
      ? paintLayers([words])
      : createMarkPainter({ look, map, layer: layer.current, resizes: [sheet ? layer.current : root.current] });
    const show = (): void => own.show(speech.litOffset(), speech.getSnapshot().timeline);
    show();
    repaint.current = () => {
      // A word may have grown under the same place.
      show();
      own.refresh();
    };
    const leave = [speech.subscribeFrames(show), sheet?.subscribe(own.refresh), own.remove];
    return () => {
      repaint.current = null;
      for (const stop of leave) stop?.();
    };
  }, [speech, story, root, layer, look, words, sheet]);
}

const begin = (): Story => ({ live: null });
