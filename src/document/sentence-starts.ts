import { detectLocale } from '../alignment/detect-locale.js';
import { safeStart } from '../alignment/grapheme-border.js';
import { findParagraphs } from '../alignment/paragraphs.js';
import { findSentences } from '../alignment/sentences.js';
import { findWords } from '../alignment/words.js';

/** In UTF-16 units: what must be seen on both sides of a place to tell whether a sentence begins there. */
export const SENTENCE_REACH = 64;

/** UTF-16 offsets in [low, high) where a sentence begins. `locale` is BCP 47; without it the script decides. */
export function sentenceStarts(text: string, low: number, high: number, locale?: string): number[] {
  const from = safeStart(text, Math.max(0, low - SENTENCE_REACH));
  const around = text.slice(from, high + SENTENCE_REACH);
  const language = locale ?? detectLocale(around);
  const sentences = findSentences(around, findParagraphs(around), findWords(around, language), language);
  const starts: number[] = [];
  for (let i = from > 0 ? 1 : 0; i < sentences.count; i++) {
    const start = from + sentences.start(i);
    if (start >= low && start < high) starts.push(start);
  }
  return starts;
}
