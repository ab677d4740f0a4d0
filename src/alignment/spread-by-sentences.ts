import type { ElementQueue } from './element-queue.js';
import type { PlacedStretch } from './lay-blocks.js';
import { spreadTimes } from './spoken-weight.js';

/** What ends a sentence in any script: a mark of its own, or a full stop before white space, a quote or the end. */
const ENDING = /[。！？…｡।؟።]+|(?<![.!?])[.!?]+(?![.!?])(?=[\s"'”’»)\]]|$)/g;

/**
 * Lays elements over a text that is the same in other words or another script: sentence on sentence where there are as many
 * of them, else all on all. Inside, times are spread by how long characters take to say.
 */
export function spreadBySentences(text: string, queue: ElementQueue): PlacedStretch[] {
  const elements = Array.from({ length: queue.size }, (_, i) => queue.at(i)).filter((element) => element !== undefined);
  const [first] = elements;
  const last = elements.at(-1);
  if (!first || !last) return [];
  const ours = endings(text);
  const theirs = endings(elements.map((element) => element.text).join(''));
  const even = ours.length === theirs.length;
  const times = even ? startsAt(elements, theirs) : [first.start];
  const stretches: PlacedStretch[] = [];
  let from = 0;
  for (const [i, end] of (even ? ours : [text.length]).entries()) {
    const texts = Array.from(text.slice(from, end));
    const borders = spreadTimes(texts, times[i] ?? last.end, times[i + 1] ?? last.end);
    for (const [k, character] of texts.entries())
      stretches.push({ length: character.length, start: borders[k] ?? 0, end: borders[k + 1] ?? 0, guessed: true });
    from = end;
  }
  return stretches;
}

/** Offsets behind each sentence, with the white space and closing marks that follow it; the last is the end. */
function endings(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(ENDING)) {
    let end = match.index + match[0].length;
    while (end < text.length && /[\s\p{Pe}\p{Pf}"']/u.test(text[end] ?? '')) end++;
    if (end < text.length && end > (found.at(-1) ?? 0)) found.push(end);
  }
  return [...found, text.length];
}

/** When the stretches that end at these offsets start. */
function startsAt(elements: readonly { text: string; start: number }[], ends: readonly number[]): number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const { text, start } of elements) {
    const border = starts.length === 0 ? 0 : (ends[starts.length - 1] ?? Infinity);
    if (offset >= border && starts.length < ends.length) starts.push(start);
    offset += text.length;
  }
  return starts;
}
