'use client';

import type { Speech } from '../speech/speech.js';
import { useFrameValue } from './useFrameValue.js';

export interface UseCurrentTimeOptions {
  /** Seconds between two renders. @default 0.25 */
  every?: number;
}

/**
 * Seconds of what is heard at this moment, in steps. To move something at every frame, use `speech.subscribeFrames` and a ref.
 *
 * @example
 * const seconds = useCurrentTime(speech, { every: 1 })
 */
export function useCurrentTime(speech: Speech, { every = 0.25 }: UseCurrentTimeOptions = {}): number {
  return useFrameValue(
    speech,
    ({ currentTime }) => (every > 0 ? Math.floor(currentTime() / every + 1e-9) * every : currentTime()),
    every,
  );
}
