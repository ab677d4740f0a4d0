import { alignmentFrom, type GivenAlignment, spreadWords, type TimedText } from './spread-words.js';

const TIMING = /(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{3})/;
const LINE_OF_TIMES = new RegExp(`${TIMING.source}\\s*-->\\s*${TIMING.source}`);
const STAMP = /<((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{3})>/;

/** Reads WebVTT (or SubRip) with or without times for words. Cues are joined by a space. Null where a text holds no cue. */
export function readCues(text: string): GivenAlignment | null {
  const elements: TimedText[] = [];
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => LINE_OF_TIMES.test(line));
    const times = LINE_OF_TIMES.exec(lines[at] ?? '');
    if (!times) continue;
    const start = seconds(times.slice(1, 5));
    const pieces = piecesOf(lines.slice(at + 1).join('\n'), start, seconds(times.slice(5, 9)));
    if (pieces.length === 0) continue;
    const last = elements.at(-1);
    if (last) elements.push({ text: ' ', start: last.end, end: Math.max(last.end, start) });
    for (const piece of pieces) for (const word of spreadWords(piece)) elements.push(word);
  }
  return elements.length > 0 ? alignmentFrom(elements) : null;
}

/** The stretches of a cue between the times in it. */
function piecesOf(payload: string, start: number, end: number): TimedText[] {
  const parts = payload.trim().split(STAMP);
  const pieces: TimedText[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const from = i === 0 ? start : seconds(TIMING.exec(parts[i - 1] ?? '')?.slice(1) ?? []);
    const to = i + 1 < parts.length ? seconds(TIMING.exec(parts[i + 1] ?? '')?.slice(1) ?? []) : end;
    const text = plain(parts[i] ?? '');
    if (text) pieces.push({ text, start: from, end: to });
  }
  return pieces;
}

function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lrm;/g, '\u200e')
    .replace(/&rlm;/g, '\u200f')
    .replace(/&amp;/g, '&');
}

function seconds([hours, minutes, whole, thousandths]: readonly (string | undefined)[]): number {
  const total = (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole)) * 1000 + Number(thousandths);
  return total / 1000;
}
