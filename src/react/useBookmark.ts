'use client';

import { useEffect } from 'react';
import { type BookmarkOptions, bindBookmark } from '../speech/bookmark.js';
import type { Speech } from '../speech/speech.js';

/**
 * Comes back to where the reader was in a text, and keeps that place across reloads, voices, speeds and edits.
 *
 * @example useBookmark(speech, { name: 'chapter-1' })
 */
export function useBookmark(speech: Speech, { name, storage }: BookmarkOptions): void {
  useEffect(() => bindBookmark(speech, { name, storage }), [speech, name, storage]);
}
