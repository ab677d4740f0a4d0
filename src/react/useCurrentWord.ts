'use client';

import type { TimedSpan } from '../alignment/timeline.js';
import type { Speech } from '../speech/speech.js';
import { useFrameValue } from './useFrameValue.js';

/**
 * The word that is heard at this moment, or null before the first and after the last. Renders when the word changes.
 *
 * @example
 * const word = useCurrentWord(speech)
 */
export function useCurrentWord(speech: Speech): TimedSpan | null {
  const index = useFrameValue(speech, currentWordIndex);
  return index < 0 ? null : (speech.getSnapshot().timeline.words[index] ?? null);
}

function currentWordIndex(speech: Speech): number {
  const offset = speech.litOffset();
  return offset === null ? -1 : speech.getSnapshot().timeline.spans.words.indexAt(offset);
}
