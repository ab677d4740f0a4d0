import { expect, it } from 'vitest';
import { weigh } from './weigh.mjs';

/**
 * Bytes, minified and gzipped, React and TanStack Query left out: what is loaded before anything is asked, and with what is loaded
 * by and by. 15 kB for the hook and 45 kB for all of it are promised; the others are what was measured, and a little room.
 */
const BUDGETS = [
  ['{ useSpeech }', 15_000, 43_000],
  ['{ useSpeech, HighlightedTranscript }', 28_000, 70_000],
  ['{ ReadAlong, SpeechProvider }', 45_000, 150_000],
] as const;

it.each(BUDGETS)('import %s costs an app no more than %i bytes at first, and %i in all', async (names, first, all) => {
  const weight = await weigh(names);
  console.info(`${names}: ${weight.first} bytes first, ${weight.all} in all`);
  expect(weight.first).toBeLessThan(first);
  expect(weight.all).toBeLessThan(all);
});

it('a picker of voices adds no more than 30 kB to a page that speaks', async () => {
  const speaking = await weigh('{ SpeechProvider, useVoices }');
  const picking = await weigh('{ SpeechProvider, useVoices, VoicePicker }');
  console.info(`{ VoicePicker }: ${picking.first - speaking.first} bytes more`);
  expect(picking.first - speaking.first).toBeLessThan(30_000);
});
