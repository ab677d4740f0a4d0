const folded = new Map<string, string>();

/** What is left of a character when case, marks, width and the style of quotes and dashes do not matter. */
export function foldCharacter(character: string): string {
  let plain = folded.get(character);
  if (plain === undefined) {
    plain = fold(character);
    // Texts use some hundred characters; a text of all of Unicode must not fill the memory.
    if (folded.size < 5000) folded.set(character, plain);
  }
  return plain;
}

function fold(character: string): string {
  if (/\s/.test(character)) return ' ';
  if (/['‘’‚‛′´`ʼ＇]/.test(character)) return "'";
  if (/["“”„‟″«»＂]/.test(character)) return '"';
  if (/\p{Pd}|−/u.test(character)) return '-';
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return base || character;
}
