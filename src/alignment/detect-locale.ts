/** How much of a text is looked at, in UTF-16 units: a script shows at once. */
const SAMPLE = 2000;

const SCRIPTS: readonly [locale: string, script: RegExp][] = [
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/**
 * A locale in whose way to segment a text, told from its script: the same on a server and in any browser.
 * It says nothing of the language among those that share a script.
 */
export function detectLocale(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const counts = new Map(SCRIPTS.map(([locale, script]) => [locale, sample.match(script)?.length ?? 0]));
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // Japanese is written with Han as well; Chinese has no kana but in names.
  const han = counts.get('zh') ?? 0;
  const kana = counts.get('ja') ?? 0;
  if (kana > han / 10) counts.set('ja', kana + han);
  let best: [string, number] = ['en', latin];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best[0];
}
