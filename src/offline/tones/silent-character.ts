const MARK = /^[\p{M}\p{Cf}\p{Emoji_Modifier}]$/u;
const CONTROL = /^\p{Cc}$/u;
const SPACE = /^\s$/u;
const EMOJI = /^\p{Extended_Pictographic}$/u;

/** Whether a code point is white space. */
export const isSpace = (character: string): boolean => SPACE.test(character);

/**
 * Whether a character takes no time of its own in the API's alignments: combining marks and invisible controls,
 * white space after white space, a space before an emoji (measured on public recordings).
 */
export function takesNoTime(character: string, before: string | undefined, after: string | undefined): boolean {
  if (isSpace(character))
    return (before !== undefined && isSpace(before)) || (after !== undefined && EMOJI.test(after));
  return MARK.test(character) || CONTROL.test(character);
}
