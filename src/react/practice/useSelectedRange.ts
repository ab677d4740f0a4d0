'use client';

import { useRef, useSyncExternalStore } from 'react';
import type { TextRange } from '../../alignment/text-range.js';
import type { Speech } from '../../speech/speech.js';
import { selectedRange } from '../../transcript/selection.js';
import { shownPagesOf } from '../../transcript/shown-pages.js';

/** What the reader has selected in any transcript of a speech, or null. Renders when that changes. */
export function useSelectedRange(speech: Speech): TextRange | null {
  const latest = useRef<TextRange | null>(null);
  function read(): TextRange | null {
    const { pages } = shownPagesOf(speech);
    const range = [...pages].map((page) => selectedRange(page)).find((found) => found !== null) ?? null;
    if (range?.start !== latest.current?.start || range?.end !== latest.current?.end) latest.current = range;
    return latest.current;
  }
  return useSyncExternalStore(watch, read, () => null);
}

function watch(listener: () => void): () => void {
  document.addEventListener('selectionchange', listener);
  return () => document.removeEventListener('selectionchange', listener);
}
