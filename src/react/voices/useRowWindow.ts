'use client';

import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { VoiceRow } from '../../voices/voice-rows.js';

export interface UseRowWindowOptions {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly VoiceRow[];
  /** CSS pixels of a voice's row, at least 24. @default 4.25 root em, or 5.5 in a narrow list */
  rowHeight: number | undefined;
  /** The row that the field points to, which is always in the DOM. */
  activeRow: number | undefined;
  /** Another text than before brings the active row into view. */
  place: string;
}

/** A row that is in the DOM: where it starts and how high it is, in CSS pixels. */
export interface PlacedRow {
  readonly row: VoiceRow;
  readonly start: number;
  readonly size: number;
}

/** Of root em. A narrow list has two lines of description. */
const ROW = 4.25;
const NARROW_ROW = 5.5;
const NARROW = 22;
const HEADING = 2.125;
/** CSS pixels: what can still be pressed. */
const LEAST = 24;
/** Rows beyond each side of the view, and the step in which the window goes on: a commit for so many rows. */
const STEP = 4;
const UNSEEN = { isSeen: false, isNarrow: false, from: 0, to: 2 * STEP };

/** The rows near the view of a list that scrolls. Heights are known, so nothing is measured but the view itself. */
export function useRowWindow({ scroller, rows, rowHeight, activeRow, place }: UseRowWindowOptions) {
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const [view, setView] = useState(UNSEEN);
  const latest = useRef(view);
  const usual = rem * (view.isNarrow ? NARROW_ROW : ROW);
  // Rows without a height would all be in view.
  const height = Math.max(LEAST, Number.isFinite(rowHeight) ? (rowHeight ?? usual) : usual);
  const starts = useMemo(() => startsOf(rows, height, rem * HEADING), [rows, height, rem]);

  function look(): void {
    const { clientWidth = 0, clientHeight = 0, scrollTop = 0 } = scroller.current ?? {};
    // The panel is shown after what is in it was laid out.
    if (clientWidth === 0) return;
    const from = Math.floor(rowAt(starts, scrollTop) / STEP) * STEP - STEP;
    const to = Math.ceil(rowAt(starts, scrollTop + clientHeight) / STEP) * STEP + STEP;
    const isNarrow = clientWidth < NARROW * rem;
    const { current: before } = latest;
    // React would render to find out that nothing is new.
    if (before.isSeen && before.isNarrow === isNarrow && before.from === from && before.to === to) return;
    latest.current = { isSeen: true, isNarrow, from, to };
    setView(latest.current);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` goes by the starts
  useLayoutEffect(() => {
    const { current: element } = scroller;
    if (!element) return undefined;
    look();
    // A frame later the new rows would be seen coming.
    const scrolled = () => flushSync(look);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [starts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` says when
  useLayoutEffect(() => {
    const { current: element } = scroller;
    if (!element || activeRow === undefined) return;
    // The first voice brings its heading along.
    const top = activeRow === 1 ? 0 : (starts[activeRow] ?? 0);
    const bottom = starts[activeRow + 1] ?? 0;
    const least = bottom - element.clientHeight;
    const scrollTop = Math.min(top, Math.max(least, element.scrollTop));
    if (scrollTop !== element.scrollTop) element.scrollTop = scrollTop;
    look();
  }, [place, view.isSeen, view.isNarrow]);

  return { shown: placed(rows, starts, view, activeRow), total: starts.at(-1) ?? 0, end: view.to };
}

/** Where each row starts, and last where they all end. */
function startsOf(rows: readonly VoiceRow[], height: number, heading: number): readonly number[] {
  let start = 0;
  const starts = rows.map(({ kind }) => {
    const own = start;
    start += kind === 'heading' ? heading : height;
    return own;
  });
  return [...starts, start];
}

/** The last row that starts at a place or before it. */
function rowAt(starts: readonly number[], y: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placed(
  rows: readonly VoiceRow[],
  starts: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  activeRow: number | undefined,
): readonly PlacedRow[] {
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  if (activeRow !== undefined && activeRow < from) indexes.unshift(activeRow);
  if (activeRow !== undefined && activeRow >= to) indexes.push(activeRow);
  return indexes.flatMap((index) => {
    const row = rows[index];
    const start = starts[index] ?? 0;
    return row ? [{ row, start, size: (starts[index + 1] ?? start) - start }] : [];
  });
}
