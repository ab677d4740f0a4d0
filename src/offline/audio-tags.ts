/** A word or more in brackets, alone: not `a[0]`, `[1]` or what is never closed. */
const AUDIO_TAG = /(?<![\p{L}\p{N}_])\[\p{L}[^[\]\n]{0,80}\]/gu;

/** The code points of a text that stand in audio tags (`[laughs]`), brackets included, counted from 0. */
export function taggedCharacters(text: string): ReadonlySet<number> {
  const tagged = new Set<number>();
  let offset = 0;
  let point = 0;
  for (const match of text.matchAll(AUDIO_TAG)) {
    point += Array.from(text.slice(offset, match.index)).length;
    const end = point + Array.from(match[0]).length;
    for (; point < end; point++) tagged.add(point);
    offset = match.index + match[0].length;
  }
  return tagged;
}
