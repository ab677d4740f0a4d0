import type { Alignment } from '../wire/alignment.js';

/** When each character of a websocket message sounds, in milliseconds: as clients in JavaScript and Python spell it. */
export interface WebSocketAlignment {
  readonly chars: readonly string[];
  readonly charStartTimesMs?: readonly number[];
  readonly charDurationsMs?: readonly number[];
  readonly charsDurationsMs?: readonly number[];
  readonly char_start_times_ms?: readonly number[];
  readonly char_durations_ms?: readonly number[];
  readonly chars_start_times_ms?: readonly number[];
  readonly chars_durations_ms?: readonly number[];
}

/** Reads the alignment of a websocket message, or returns null where there is none. What is no number becomes NaN. */
export function readWebSocketAlignment(value: unknown): Alignment | null {
  if (typeof value !== 'object' || value === null || !('chars' in value) || !Array.isArray(value.chars)) return null;
  const fields: Record<string, unknown> = { ...value };
  const starts = milliseconds(fields, /^chars?_?start_?times_?ms$/i);
  const durations = milliseconds(fields, /^chars?_?durations_?ms$/i);
  return {
    characters: value.chars.map((item: unknown) => (typeof item === 'string' ? item : '')),
    characterStartTimesSeconds: starts.map((start) => start / 1000),
    characterEndTimesSeconds: durations.map((duration, i) => ((starts[i] ?? Number.NaN) + duration) / 1000),
  };
}

function milliseconds(fields: Record<string, unknown>, name: RegExp): number[] {
  const list = Object.entries(fields).find(([key, value]) => name.test(key) && Array.isArray(value))?.[1];
  return Array.isArray(list) ? list.map((item) => (typeof item === 'number' ? item : Number.NaN)) : [];
}
