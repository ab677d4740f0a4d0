/** UTF-16 units. More would keep the first byte waiting and block the thread for longer. */
const LONGEST = 240;
const ENDS =
  /[.!?\u2026][.!?\u2026\p{Pe}\p{Pf}"'\u201d\u2019]*\s+|[\u3002\uff01\uff1f\u0964][\p{Pe}\p{Pf}]*\s*|[^\S\n]*\n\s*/gu;
const ABBREVIATION =
  /(?:^|[\s("'\u201c\u2018])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Capt|Col|Gen|Lt|Sgt|Rev|Hon|Mt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fig|Vol|vs|etc|e\.g|i\.e|p\.m|a\.m|\p{Lu})\.\s+$/u;

/** Cuts text into sentences that join to it exactly. White space stays with the sentence before it, at the very start with the first. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ENDS)) {
    const to = match.index + match[0].length;
    const sentence = text.slice(from, to);
    if (sentence.trim() === '' || isOpen(sentence, text.slice(to, to + 2))) continue;
    sentences.push(sentence);
    from = to;
  }
  if (from < text.length) sentences.push(text.slice(from));
  // What is only white space cannot be spoken: it goes to the sentence before it.
  const last = sentences.at(-1);
  if (sentences.length > 1 && last?.trim() === '') sentences.splice(-2, 2, sentences.at(-2) + last);
  return sentences.flatMap(cutLong);
}

/** Cuts a sentence that is too long to speak in one go where it pauses, else between words, else anywhere but inside a character. */
function cutLong(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
    const pause = /^.{80,}[,;:\u2014\u2013\u3001]["'\u201d\u2019]?\s*(?=\S)/su.exec(head) ?? /^.*\s(?=\S)/su.exec(head);
    const part = pause?.[0] ?? head;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  if (rest.trim() === '' && parts.length > 0) parts.push(parts.pop() + rest);
  else parts.push(rest);
  return parts;
}

/** A stop that ends no sentence: an abbreviation, or a sentence that goes on in lower case ("Who?" said he). */
function isOpen(sentence: string, next: string): boolean {
  if (sentence.includes('\n', sentence.trimEnd().length)) return false;
  return ABBREVIATION.test(sentence) || /^\p{Ll}/u.test(next) || (/\bNo\.\s+$/.test(sentence) && /^\d/.test(next));
}
