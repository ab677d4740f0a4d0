'use client';

import { type RefCallback, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TextSpans } from '../../alignment/text-spans.js';
import type { KnownHeights } from './sheet-layout.js';
import type { CreateVirtualSheetOptions, VirtualSheet } from './virtual-sheet.js';

export interface UseVirtualSheetResult {
  /** Of an empty `<div>`, child of the root, to be rendered in place of the paragraphs; null while they are React's own. */
  readonly host: RefCallback<HTMLDivElement> | null;
  /** What fills the host, once it does. */
  readonly sheet: VirtualSheet | null;
  /** The way to it is still being loaded. */
  readonly isLoading: boolean;
}

interface Loaded {
  create(options: CreateVirtualSheetOptions): VirtualSheet;
  /** Of the paragraphs that stood there before. */
  readonly known: KnownHeights;
  readonly text: string;
}

/** Shows a text by the paragraphs near the view, when that is wanted. What does it is loaded only then. */
export function useVirtualSheet(
  root: RefObject<HTMLElement | null>,
  spans: Pick<TextSpans, 'text' | 'paragraphs'>,
  isWanted: boolean,
): UseVirtualSheetResult {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [sheet, setSheet] = useState<VirtualSheet | null>(null);
  const latest = useRef(spans);
  const made = useRef<VirtualSheet | null>(null);
  useEffect(() => {
    latest.current = spans;
    sheet?.setText(spans);
  }, [spans, sheet]);

  useEffect(() => {
    if (!isWanted || loaded) return;
    let isLeft = false;
    import('./virtual-sheet.js').then(
      ({ createVirtualSheet: create }) => {
        if (isLeft || !root.current) return;
        setLoaded({ create, known: heightsIn(root.current), text: latest.current.text });
      },
      // Without it the text is shown whole: slower, and all there.
      () => setFailed(true),
    );
    return () => {
      isLeft = true;
    };
  }, [isWanted, loaded, root]);

  // Filled before the browser paints. Not in a layout effect, of which React 18 complains on a server.
  const fill = useCallback(
    (host: HTMLDivElement | null) => {
      made.current?.remove();
      const parent = host?.parentElement;
      made.current = host && parent && loaded ? fillHost(parent, host, latest.current, loaded) : null;
      setSheet(made.current);
    },
    [loaded],
  );

  const shows = isWanted && loaded !== null;
  return { host: shows ? fill : null, sheet: shows ? sheet : null, isLoading: isWanted && !loaded && !hasFailed };
}

function fillHost(root: HTMLElement, host: HTMLElement, spans: CreateVirtualSheetOptions['spans'], loaded: Loaded) {
  const { create, known, text } = loaded;
  // It may be shown again later, when the text is another one.
  return create({ root, host, spans, known: spans.text.startsWith(text) ? known : undefined });
}

function heightsIn(root: HTMLElement): KnownHeights {
  const boxes = [...root.children]
    .filter(({ tagName }) => tagName === 'P')
    .map((paragraph) => paragraph.getBoundingClientRect());
  const [first, last] = [boxes[0], boxes.at(-1)];
  const all = first && last ? last.bottom - first.top : 0;
  return { each: boxes.map(({ height }) => height), all, width: root.clientWidth };
}
