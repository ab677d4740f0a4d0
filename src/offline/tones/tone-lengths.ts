import { seededNumber } from '../seeded-number.js';
import { isSpace, takesNoTime } from './silent-character.js';

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f]["'\p{Pe}\p{Pf}]*$/u;

/** How long each character lasts in whole milliseconds: 45 to 95, longer in pauses, 0 where the API's alignments have no length. */
export function toneLengths(characters: readonly string[], speed = 1): number[] {
  return characters.map((character, index) => {
    if (takesNoTime(character, characters[index - 1], characters[index + 1])) return 0;
    const chance = seededNumber(character.codePointAt(0) ?? 0, index);
    return Math.round((isPause(characters, index) ? 150 + chance * 350 : 45 + chance * 50) / speed);
  });
}

/** A newline in a run of white space, or white space after the end of a sentence. */
function isPause(characters: readonly string[], index: number): boolean {
  if (!isSpace(characters[index] ?? '')) return false;
  for (let at = index; at < characters.length && isSpace(characters[at] ?? ''); at++) {
    if (characters[at] === '\n') return true;
  }
  return SENTENCE_END.test(characters.slice(Math.max(0, index - 4), index).join(''));
}
