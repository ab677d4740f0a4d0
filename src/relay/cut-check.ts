import { StreamError } from '../errors.js';
import type { Alignment } from '../wire/alignment.js';
import { whatIsLeft } from './broken-answer.js';

/**
 * Notices an answer that ended cleanly and too early: its characters are the beginning of the text and stop short.
 * Anything else (no times at the end, other characters, only tags or space left) proves nothing and passes.
 */
export function createCutCheck(text: string): { add(alignment: Alignment | null): void; check(): void } {
  let at = 0;
  let strayed = false;
  /** A chunk without times may have held characters; those that follow it tell that it held none. */
  let uncertain = true;
  return {
    add(alignment) {
      if (!alignment) uncertain = true;
      for (const character of alignment?.characters ?? []) {
        strayed ||= !text.startsWith(character, at);
        if (strayed) return;
        at += character.length;
        uncertain = false;
      }
    },
    check() {
      const rest = text.slice(at).replace(/<[^<>]*>|\[[^[\]]*\]/g, '');
      if (strayed || uncertain || rest.trim() === '') return;
      throw new StreamError(
        `The answer ended after ${at} of ${text.length} characters: it was cut on its way. ${whatIsLeft(true)}`,
        { code: 'stream_cut' },
      );
    },
  };
}
