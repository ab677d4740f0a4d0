import { StreamError } from '../errors.js';
import type { Alignment } from '../wire/alignment.js';

/**
 * Notices an answer that ended cleanly and too early: its characters are the beginning of the text and stop short.
 * Anything else (no alignment, other characters, only tags or space left) proves nothing and passes.
 */
export function createCutCheck(text: string): { add(alignment: Alignment | null): void; check(): void } {
  let at = 0;
  let comparable = true;
  return {
    add(alignment) {
      if (!alignment) comparable = false;
      for (const character of alignment?.characters ?? []) {
        if (!comparable || !text.startsWith(character, at)) {
          comparable = false;
          return;
        }
        at += character.length;
      }
    },
    check() {
      const rest = text
        .slice(at)
        .replace(/<[^<>]*>|\[[^[\]]*\]/g, '')
        .trim();
      if (!comparable || rest === '') return;
      throw new StreamError(
        `The answer ended after ${at} of ${text.length} characters: it was cut on its way. What came is kept and plays. Retry to hear the rest.`,
        { code: 'stream_cut' },
      );
    },
  };
}
