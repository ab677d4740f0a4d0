import { createIndexedDbShelf } from 'react-readalong';
import { expect, test } from 'vitest';
import { openPage } from './open-page.js';
import { databaseName, inDatabase } from './shelf-databases.js';
import { speechOf } from './speech-of.js';

const rounds = Array.from({ length: 20 }, (_, round) => round);
const bytes = 3e6;

test('a page killed at 20 moments of keeping leaves whole speeches and no halves', { timeout: 120_000 }, async () => {
  const name = databaseName();
  const done = new Set<number>();
  for (const round of rounds) {
    const { page, kill } = await openPage('./shelf-page.ts', (window) => window.createShelf);
    const shelf = page({ name });
    await shelf.usage();
    const put = shelf.put(`round ${round}`, speechOf(bytes)).then((isKept) => isKept && done.add(round));
    // Keeping takes some hundredths of a second: these moments begin before it and end, with the last, behind it.
    const moment = new Promise((resolve) => setTimeout(resolve, round));
    await (round === rounds.at(-1) ? put : Promise.race([moment, put]));
    kill();
  }

  const shelf = createIndexedDbShelf({ name });
  const sizes = await Promise.all(
    rounds.map(async (round) => (await (await shelf.take(`round ${round}`))?.audio.arrayBuffer())?.byteLength),
  );
  const kept = rounds.filter((round) => sizes[round] === bytes);
  expect(sizes.filter((size) => size !== undefined && size !== bytes)).toEqual([]);
  expect([...done].filter((round) => !kept.includes(round))).toEqual([]);
  expect(kept).toContain(rounds.at(-1));
  const [speech, uses] = await inDatabase(name, (database) =>
    Promise.all([database.getAllKeys('speech'), database.getAllKeys('uses')]),
  );
  expect(speech).toHaveLength(kept.length);
  expect(uses).toEqual(speech);
});
