'use client';

import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Speech } from '../speech/speech.js';
import type { SpeechSnapshot } from '../speech/speech-snapshot.js';

/**
 * A part of a speech's snapshot. Renders only when that part changes: by identity, or field by field where it is an object.
 *
 * @example
 * const buffered = useSpeechState(speech, (state) => state.buffered)
 */
export function useSpeechState<T>(speech: Speech, selector: (snapshot: SpeechSnapshot) => T): T {
  const last = useRef<{ snapshot: SpeechSnapshot; selector: unknown; value: T } | null>(null);
  const read = useCallback((): T => {
    const snapshot = speech.getSnapshot();
    const before = last.current;
    if (before?.snapshot === snapshot && before.selector === selector) return before.value;
    const selected = selector(snapshot);
    const value = before && sameFields(before.value, selected) ? before.value : selected;
    last.current = { snapshot, selector, value };
    return value;
  }, [speech, selector]);
  return useSyncExternalStore(speech.subscribe, read, read);
}

function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return (
    left.length === right.size && left.every(([name, value]) => right.has(name) && Object.is(right.get(name), value))
  );
}
