import { type SpokenWord, spokenWords } from './spoken-words.js';

/** A stretch of a sentence for one kind of sound. Words are counted from its first character. */
export interface SentencePart {
  readonly characters: readonly string[];
  /** The words that Flite says; none where tones take its place. */
  readonly words: readonly SpokenWord[];
}

const FOREIGN = /^[\p{L}\p{N}\p{Extended_Pictographic}]$/u;

/** Whether a character is one that tones sound: a letter, a digit or an emoji. */
export const isToned = (character: string): boolean => FOREIGN.test(character);

/** Cuts a sentence between what Flite can say and what it cannot. White space, punctuation and what is not to be said stay with what comes before them. */
export function sentenceParts(
  characters: readonly string[],
  isUnspoken: (index: number) => boolean = () => false,
): SentencePart[] {
  const words = spokenWords(characters.join('')).filter((word) => !isUnspoken(word.start));
  const parts: { start: number; words: SpokenWord[] }[] = [];
  let at = 0;
  const tonesUpTo = (end: number) => {
    for (; at < end; at++) {
      if (!isToned(characters[at] ?? '') || isUnspoken(at) || (parts.length > 0 && parts.at(-1)?.words.length === 0))
        continue;
      parts.push({ start: parts.length === 0 ? 0 : at, words: [] });
    }
  };
  for (const word of words) {
    tonesUpTo(word.start);
    const part = parts.at(-1);
    if (part && part.words.length > 0) part.words.push(word);
    else parts.push({ start: part ? word.start : 0, words: [word] });
    at = word.end;
  }
  tonesUpTo(characters.length);
  if (parts.length === 0) return [{ characters, words: [] }];
  return parts.map(({ start, words: own }, index) => ({
    characters: characters.slice(start, parts[index + 1]?.start),
    words: own.map((word) => ({ ...word, start: word.start - start, end: word.end - start })),
  }));
}
