/** How long a text takes in speech, in units of a letter: measured roughly on English recordings of the API. */
export function spokenWeight(text: string): number {
  let weight = 0;
  for (const character of text) weight += weightOf(character);
  return weight;
}

/** Splits a stretch of time among texts by how long they take to say: where each begins, and behind the last its end. Seconds. */
export function spreadTimes(texts: readonly string[], from: number, to: number): number[] {
  const weights = texts.map(spokenWeight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const borders = [from];
  let spoken = 0;
  for (const [i, weight] of weights.entries()) {
    spoken += weight;
    const share = whole > 0 ? spoken / whole : (i + 1) / weights.length;
    borders.push(i === weights.length - 1 ? to : Math.min(to, from + (to - from) * share));
  }
  return borders;
}

function weightOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  if (/\n/.test(character)) return 5;
  if (/[.!?…。！？]/u.test(character)) return 6;
  if (/[,;:—–、，；：]/u.test(character)) return 3;
  if (/\s/.test(character)) return 0.7;
  if (/\p{N}/u.test(character)) return 4;
  // A character of these scripts is a syllable or a word.
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(character)) return 3;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return 2;
  return /\p{L}/u.test(character) ? 1 : 0.3;
}
