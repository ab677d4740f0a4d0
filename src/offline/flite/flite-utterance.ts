import type { SpokenWord } from './spoken-words.js';

const BREAK = /[,;:()[\]\u2013\u2014\u2026!?\n]|\.{2}|--|\s-\s/;

/** What Flite is given for some words of a text: plain ASCII with a comma wherever the text makes a pause. */
export function fliteUtterance(characters: readonly string[], words: readonly SpokenWord[]): string {
  const parts = words.map((word, index) => {
    const next = words[index + 1];
    const gap = characters.slice(word.end, next?.start).join('');
    if (next) return BREAK.test(gap) ? `${word.spoken}, ` : `${word.spoken} `;
    return word.spoken.endsWith('.') ? word.spoken : `${word.spoken}${/[?!]/.exec(gap)?.[0] ?? '.'}`;
  });
  return parts.join('');
}
