import { SpeechError } from 'react-readalong';
import { expect } from 'vitest';

/** What tells a developer to do something: a sentence that begins with a verb. */
const WHAT_TO_DO =
  /(?:^|[.?!:] )(?:Ask|Check|Choose|Correct|Give|Keep|Put|Retry|Send|Take|Try|Wait|Point|Make|Mount|Leave|The account (?:has no credits|must be paid for))/;

/** What it means for the reader or the account. */
const WHY_IT_MATTERS = /\bso\b|[Nn]othing|is kept|spend/;

/** Each message says in whole sentences what happened, why it matters and what to do, and holds no key. */
export function expectGoodWords(error: unknown): asserts error is SpeechError {
  expect(error).toBeInstanceOf(SpeechError);
  if (!(error instanceof SpeechError)) throw error;
  const { message } = error;
  expect(message).not.toMatch(/sk_[0-9a-f]{8}/i);
  expect(message).not.toMatch(/undefined|null|\[object|=>|\.\. |\s\s/);
  expect(message).toMatch(/^["A-Z].*[.!?]$/s);
  expect(message).toMatch(WHY_IT_MATTERS);
  expect(message).toMatch(WHAT_TO_DO);
}
