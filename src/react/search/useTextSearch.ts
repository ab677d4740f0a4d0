'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { Follow } from '../../transcript/follow.js';
import { createTextFinder, type FinderSnapshot, type TextFinder } from '../../transcript/text-finder.js';

export interface UseTextSearchResult extends FinderSnapshot, Pick<TextFinder, 'search' | 'step' | 'play'> {}

/**
 * Looks for words in the text of a speech, and marks them in every transcript of it, as long as it is mounted; in the next speech
 * too, where another voice or text makes one.
 *
 * @param follow What follows the voice in the transcript, so that it rests while hits are looked at.
 * @example const { search, hits, step } = useTextSearch(speech, follow)
 */
export function useTextSearch(speech: Speech, follow?: Follow): UseTextSearchResult {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  const last = useRef<FinderSnapshot>(undefined);
  const finder = useMemo(
    () => createTextFinder(speech, follow && ((offset) => latest.current?.scrollToOffset(offset)), last.current),
    [speech, follow],
  );
  useEffect(() => finder.start(), [finder]);
  const snapshot = useSyncExternalStore(finder.subscribe, finder.getSnapshot, finder.getSnapshot);
  useEffect(() => {
    last.current = snapshot;
  });
  return { ...snapshot, search: finder.search, step: finder.step, play: finder.play };
}
