'use client';

import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Speech } from '../speech/speech.js';

/**
 * A value that is read once an animation frame while a speech plays. Renders only when it changes. Where `read` does
 * something else with another `way`, it is read again at once, also while nothing plays.
 */
export function useFrameValue<T>(speech: Speech, read: (speech: Speech) => T, way?: unknown): T {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  // Time goes on between two reads of one render: the value is taken at frames and kept in between.
  const cell = useRef<{ speech: Speech; value: T } | null>(null);
  if (cell.current?.speech !== speech) cell.current = { speech, value: read(speech) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way is another value
  const subscribe = useCallback(
    (onChange: () => void) => {
      const look = () => {
        const value = latest.current(speech);
        if (Object.is(cell.current?.value, value)) return;
        cell.current = { speech, value };
        onChange();
      };
      const leaveFrames = speech.subscribeFrames(look);
      const leave = speech.subscribe(look);
      look();
      return () => {
        leaveFrames();
        leave();
      };
    },
    [speech, way],
  );
  const value = (): T => (cell.current ? cell.current.value : read(speech));
  return useSyncExternalStore(subscribe, value, value);
}
