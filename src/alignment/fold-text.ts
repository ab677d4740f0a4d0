/** What counts as the same character when a text is searched. */
export interface FoldOptions {
  /** BCP 47. In Turkish and Azeri i and ı are two letters. */
  readonly locale?: string | undefined;
  /** Whether capitals count. @default false */
  readonly matchCase?: boolean | undefined;
  /** 'fold': é is e, and vowel points of Arabic and Hebrew do not count. 'keep': they do. @default 'fold' */
  readonly diacritics?: 'fold' | 'keep' | undefined;
}

/** Folds a code point: to '' where it does not count, to a space where it is white space, else to one or more characters. */
export type Fold = (character: string) => string;

/**
 * Marks above and below letters of Latin, Greek and Cyrillic, and points of Hebrew and Arabic. Not the vowels of
 * Indic and South-East Asian scripts, nor the voicing marks of kana, which make another letter.
 */
const DIACRITICS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|(?![\u05be\u05c0\u05c3\u05c6])[\u0591-\u05c7]|(?![\u06dd\u06de\u06e5\u06e6\u06e9])[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** Soft hyphens, joiners, signs of direction, and the tatweel that makes Arabic words longer. */
const IGNORED = /^[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]$/;
/** Letters with a stroke, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** How a text and what is searched for in it are folded. */
export function createFold({ locale, matchCase = false, diacritics = 'fold' }: FoldOptions): Fold {
  const isTurkic = /^(tr|az)\b/i.test(locale ?? '');
  const language = isTurkic ? 'tr' : 'en';
  const known = new Map<string, string>();

  /** Up and down again: ß is ss then, and ς is σ. */
  const lower = (text: string): string => text.toLocaleUpperCase(language).toLocaleLowerCase(language);

  function fold(character: string): string {
    if (/\s/.test(character)) return ' ';
    if (IGNORED.test(character)) return '';
    if (/['‘’‚‛′´`ʼ＇]/.test(character)) return "'";
    if (/["“”„‟″＂]/.test(character)) return '"';
    if (/\p{Pd}|−/u.test(character)) return '-';
    // Before it is taken apart: a Turkish İ would lose its dot.
    const cased = matchCase ? character : lower(character);
    if (isTurkic && /[İiıI]/.test(cased)) return cased;
    const plain = cased.normalize('NFKD');
    const bare = diacritics === 'keep' ? plain : stripped(plain, isTurkic);
    return matchCase ? bare : lower(bare);
  }

  return (character) => {
    let folded = known.get(character);
    if (folded === undefined) {
      folded = fold(character);
      // Texts use some hundred characters; a text of all of Unicode must not fill the memory.
      if (known.size < 5000) known.set(character, folded);
    }
    return folded;
  };
}

function stripped(text: string, isTurkic: boolean): string {
  const bare = text.replace(DIACRITICS, '');
  if (bare === 'ı') return isTurkic ? bare : 'i';
  const stroke = STROKES[bare.toLowerCase()];
  if (!stroke) return bare;
  return bare === bare.toLowerCase() ? stroke : stroke.toUpperCase();
}
