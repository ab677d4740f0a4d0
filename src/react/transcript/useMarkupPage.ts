'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TextSpans } from '../../alignment/text-spans.js';
import type { Speech } from '../../speech/speech.js';
import { adoptBaseStyles } from '../../transcript/base-styles.js';
import { canHighlight } from '../../transcript/highlight-registry.js';
import { createMarkPainter, type Look } from '../../transcript/mark-painter.js';
import type { Stretch } from '../../transcript/marks.js';
import { createMarkupMap } from '../../transcript/markup-map.js';
import type { ShownPage } from '../../transcript/shown-page.js';
import type { TextMap } from '../../transcript/text-map.js';
import { watchContent } from '../../transcript/watch-content.js';
import { useStory } from './useStory.js';

export interface UseMarkupPageOptions {
  /** The element that the reader's hands reach. */
  root: RefObject<HTMLElement | null>;
  /** The element in it that holds the app's own content. */
  content: RefObject<HTMLElement | null>;
  /** An element beside the content for what is drawn behind it. */
  layer: RefObject<HTMLElement | null>;
  spans: TextSpans;
  look: Look;
  /** Starts what goes with a page. Returns how to stop. */
  attach(page: ShownPage): () => void;
}

/** Marks in content of the app's own what is heard, frame by frame and past React. */
export function useMarkupPage(
  speech: Speech,
  { root, content, layer, spans, look, attach }: UseMarkupPageOptions,
): void {
  const [map] = useState(() => createMarkupMap(() => content.current));
  const repaint = useRef<(() => void) | null>(null);
  const latest = useRef(spans);
  // Whose text only grows keeps the reader's place in it.
  const story = useStory(spans.text, () => ({}));

  useEffect(() => {
    latest.current = spans;
    map.setText(spans.text);
    repaint.current?.();
  }, [map, spans]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another page
  useEffect(() => {
    if (root.current && content.current) return attach(pageOf(root.current, content.current, map, latest));
  }, [root, content, map, story, attach]);

  useEffect(() => {
    if (!root.current || !content.current || !layer.current) return;
    adoptBaseStyles(root.current.ownerDocument);
    // What the render has changed that led here is told to no one.
    map.refresh();
    // Words of an app's own markup cannot become elements: a browser without highlights gets the box.
    const seen = canHighlight() || look === 'none' ? look : 'pill';
    const forced = typeof matchMedia === 'function' ? matchMedia('(forced-colors: active)') : null;
    const lights = (stretch: Stretch): boolean => {
      // There every highlight is painted as a selection, and the content's own colours are for the browser to force.
      if (forced?.matches) return stretch === 'word' && look !== 'none';
      // What is still to come keeps the content's own colours. A browser pays for each text node of it at every character.
      return stretch !== 'upcoming';
    };
    const own = createMarkPainter({
      look: seen,
      map,
      layer: layer.current,
      resizes: [root.current, content.current],
      lights,
    });
    const show = (): void => own.show(speech.litOffset(), speech.getSnapshot().timeline);
    let frame = 0;
    const repaintNow = (): void => {
      frame = 0;
      // A word may have grown under the same place.
      show();
      own.refresh();
    };
    /** Read again by whoever asks first, and drawn once before the browser paints, however much has changed. */
    const repaintSoon = (): void => {
      map.refresh();
      if (frame === 0) frame = requestAnimationFrame(repaintNow);
    };
    repaint.current = repaintNow;
    show();
    forced?.addEventListener('change', own.refresh);
    const leave = [speech.subscribeFrames(show), watchContent(content.current, repaintSoon), own.remove];
    return () => {
      repaint.current = null;
      cancelAnimationFrame(frame);
      forced?.removeEventListener('change', own.refresh);
      for (const stop of leave) stop();
    };
  }, [speech, root, content, layer, map, look]);
}

function pageOf(root: HTMLElement, content: Element, map: TextMap, spans: RefObject<TextSpans>): ShownPage {
  return {
    root,
    content,
    map,
    get spans() {
      return spans.current;
    },
  };
}
