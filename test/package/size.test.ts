import { expect, it } from 'vitest';
import { weigh } from './weigh.mjs';

/** Bytes, minified and gzipped, React and TanStack Query left out: what was measured, and a little room. */
const BUDGETS = [
  ['{ useSpeech }', 21_500, 42_000],
  ['{ useSpeech, HighlightedTranscript }', 29_500, 50_000],
  ['{ ReadAlong, SpeechProvider }', 41_500, 62_500],
] as const;

it.each(BUDGETS)('import %s costs an app no more than %i bytes at first, and %i in all', async (names, first, all) => {
  const weight = await weigh(names);
  console.info(`${names}: ${weight.first} bytes first, ${weight.all} in all`);
  expect(weight.first).toBeLessThan(first);
  expect(weight.all).toBeLessThan(all);
});
