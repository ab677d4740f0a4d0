import { numberWords } from './number-words.js';

/** A number in a text: code points from `start` up to `end`, and how it is said. */
export interface SpokenNumber {
  readonly start: number;
  readonly end: number;
  readonly spoken: string;
}

/** Alone between other characters: 1st, 10:30, $5, 2/3 and 192.168.0.1 are said in ways of their own. */
const NUMBER =
  /(?<![\p{L}\p{N}$\u00a3\u20ac\u00a5:/.,-])(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,6}))?(%?)(?![\p{L}\p{N}%:/-]|[.,]\d)/gu;

/** The plain numbers of a text in English words: whole ones, with commas, with decimals, and percentages. */
export function spokenNumbers(text: string): SpokenNumber[] {
  const numbers: SpokenNumber[] = [];
  let offset = 0;
  let point = 0;
  for (const match of text.matchAll(NUMBER)) {
    const [whole, digits = '', decimals = '', percent = ''] = match;
    const start = point + Array.from(text.slice(offset, match.index)).length;
    const parts = [numberWords(Number(digits.replaceAll(',', '')))];
    if (decimals) parts.push('point', ...Array.from(decimals, (digit) => numberWords(Number(digit))));
    if (percent) parts.push('percent');
    point = start + whole.length;
    offset = match.index + whole.length;
    numbers.push({ start, end: point, spoken: parts.join(' ') });
  }
  return numbers;
}
