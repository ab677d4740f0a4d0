'use client';

import { useEffect, useState } from 'react';
import { bindMediaSession, type SpeechMetadata } from '../speech/media-session.js';
import type { Speech } from '../speech/speech.js';

/**
 * Shows a speech on the lock screen and lets media keys play it, while the component is mounted.
 * Written inline, the metadata are compared by content. Renders nothing and is no reason for the speech to play on.
 *
 * @example useMediaSession(speech, { title: article.title, artist: article.author })
 */
export function useMediaSession(speech: Speech, metadata: SpeechMetadata): void {
  const [held, setHeld] = useState(metadata);
  const current = JSON.stringify(held) === JSON.stringify(metadata) ? held : metadata;
  if (current !== held) setHeld(current);
  useEffect(() => bindMediaSession(speech, current), [speech, current]);
}
