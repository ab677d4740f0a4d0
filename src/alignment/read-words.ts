import { alignmentFrom, type GivenAlignment, spreadWords, type TimedText } from './spread-words.js';
import { UNSPACED } from './unspaced-script.js';

/** A word with its time, as speech-to-text and Whisper give it (`text` or `word`). Seconds. */
export interface TimedWord {
  readonly text?: string;
  readonly word?: string;
  readonly start?: number | null;
  readonly end?: number | null;
  /** Where speech-to-text was asked for them. */
  readonly characters?: readonly TimedWord[] | null;
}

/** A transcript: words, or segments that hold words or, failing that, only their own text and time. */
export interface TimedTranscript {
  readonly words?: readonly TimedWord[] | null;
  readonly segments?: readonly (TimedWord & { readonly words?: readonly TimedWord[] | null })[] | null;
}

/**
 * Reads a list of words, or of longer stretches, of which the words are guessed. What is neither is left out.
 * They are parted by a space where they bring none themselves.
 */
export function readWords(list: readonly unknown[]): GivenAlignment {
  const elements: TimedText[] = [];
  let before = '';
  for (const word of list.map((item) => readWord(item))) {
    if (!word) continue;
    const [, lead = '', text = ''] = /^(\s*)([\s\S]*)$/.exec(word.text) ?? [];
    const last = elements.at(-1);
    const space = lead || (last && needsSpace(before, text) ? ' ' : '');
    // Where two words overlap, the second starts when it says, and the first has the wrong end.
    if (last && space && text)
      elements.push({ text: space, start: last.end > word.start ? word.start : last.end, end: word.start });
    if (text) for (const part of partsOf({ ...word, text })) elements.push(part);
    else if (last) elements.push(word);
    before = word.text;
  }
  return alignmentFrom(elements);
}

const partsOf = (word: ReadWord): readonly TimedText[] =>
  word.characters?.map(({ text }) => text).join('') === word.text ? word.characters : spreadWords(word);

interface ReadWord extends TimedText {
  readonly characters?: readonly ReadWord[] | undefined;
}

/** Whether a value is a word: it has a text, and a place for its time. */
export function isWord(item: unknown): boolean {
  return readWord(item) !== null;
}

function readWord(item: unknown, withCharacters = true): ReadWord | null {
  if (typeof item !== 'object' || item === null) return null;
  const fields: Record<string, unknown> = { ...item };
  const text = fields.text ?? fields.word;
  if (typeof text !== 'string' || !('start' in fields || 'end' in fields)) return null;
  const list = withCharacters && Array.isArray(fields.characters) ? fields.characters : [];
  const characters = list.map((character) => readWord(character, false)).filter((character) => character !== null);
  return { text, start: toTime(fields.start), end: toTime(fields.end), ...(characters.length > 0 && { characters }) };
}

const toTime = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

function needsSpace(before: string, text: string): boolean {
  if (/\s$/.test(before) || before === '' || /^[\p{Pe}\p{Pf}.,;:!?…]/u.test(text)) return false;
  return !UNSPACED.test(before.slice(-1)) && !UNSPACED.test(text.slice(0, 1));
}
