/** A stretch of text that Flite says in one go: a word, a number, a sign. */
export interface SpokenWord {
  /** Code points of the text, from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  /** What Flite is given for it: ASCII, without white space at the ends. */
  readonly spoken: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': 'and',
  '%': 'percent',
  '+': 'plus',
  '=': 'equals',
  '@': 'at',
  '#': 'number',
  '\u00b0': 'degrees',
  '\u00d7': 'times',
  '\u00f7': 'divided by',
};
const CURRENCIES: Readonly<Record<string, string>> = { '\u00a3': 'pounds', '\u20ac': 'euros', '\u00a5': 'yen' };
const LIGATURES: Readonly<Record<string, string>> = {
  '\u00df': 'ss',
  '\u00e6': 'ae',
  '\u0153': 'oe',
  '\u00f8': 'o',
  '\u0142': 'l',
  '\u0111': 'd',
  '\u00f0': 'th',
  '\u00fe': 'th',
  '\u0131': 'i',
};
/** Flite knows them in a sentence but not alone, and its times are matched word by word. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  Dr: 'Doctor',
  Prof: 'Professor',
  Capt: 'Captain',
  vs: 'versus',
  Hmm: 'hum',
  hmm: 'hum',
};

const WORD =
  /[$\u00a3\u20ac\u00a5]?\d+(?:[.,:]\d+)*(?:%|st|nd|rd|th|s|\s(?:million|billion|trillion))?(?![\p{L}\d])|(?:[A-Za-z]\.){2,}|(?:\p{Script=Latin}|\d)(?:\p{M}|\p{Script=Latin}|\d|['\u2019](?=\p{Script=Latin}))*|[&%+=@#\u00b0\u00d7\u00f7]/gu;

/** The words of a text that Flite can say, in order. What lies between them is white space, punctuation, or another script. */
export function spokenWords(text: string): SpokenWord[] {
  const words: SpokenWord[] = [];
  let offset = 0;
  let point = 0;
  for (const match of text.matchAll(WORD)) {
    const start = point + Array.from(text.slice(offset, match.index)).length;
    const end = start + Array.from(match[0]).length;
    const spoken = spell(match[0]);
    if (spoken) words.push({ start, end, spoken });
    offset = match.index + match[0].length;
    point = end;
  }
  return words;
}

function spell(word: string): string {
  const sign = SIGNS[word] ?? ABBREVIATIONS[word];
  if (sign) return sign;
  const currency = CURRENCIES[word[0] ?? ''];
  if (currency) return `${word.slice(1)} ${currency}`;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u2019', "'");
  return Array.from(plain, (letter) => LIGATURES[letter.toLowerCase()] ?? letter)
    .join('')
    .replace(/[^\x20-\x7e]/g, '');
}
