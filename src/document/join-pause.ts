import type { TextTimes } from '../alignment/text-times.js';

/** Seconds of silence that readers leave: between paragraphs, between sentences, and where a sentence goes on. */
const PARAGRAPH = 0.55;
const SENTENCE = 0.3;
const NONE = 0;

/**
 * Seconds of silence to put behind a part so that the next follows as naturally as in one breath: what voices leave at the end of a
 * request differs, and as a rule is less than between paragraphs. `text` is the part's own, `seconds` its sound.
 */
export function joinPause(text: string, times: TextTimes | null, seconds: number): number {
  const said = text.trimEnd();
  const border = text.slice(said.length);
  const wished = border.includes('\n') ? PARAGRAPH : /[\p{Sentence_Terminal}…"”’»)\]]$/u.test(said) ? SENTENCE : NONE;
  const end = times?.endAt(said.length - 1) ?? null;
  // Without times nobody knows how much silence is there.
  return end === null ? 0 : Math.max(0, wished - Math.max(0, seconds - end));
}
