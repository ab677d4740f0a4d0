import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';

/** @typedef {NonNullable<import('vitest').TaskMeta['reading']>} WholeReading */

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Reads the first chapters of the book from end to end on a clock that is turned by hand: once as it is, once with what goes wrong.
 * @returns {Promise<[clean: WholeReading, faulty: WholeReading]>}
 */
export async function readWhole() {
  const vitest = await startVitest(
    'test',
    [],
    { config: false, root: at('..'), include: ['bench/book-whole.ts'], watch: false, reporters: ['dot'] },
    {
      resolve: {
        alias: [
          { find: /^react-readalong$/, replacement: at('../src/index.ts') },
          { find: /^react-readalong\/(server|offline)$/, replacement: at('../src/$1/index.ts') },
        ],
      },
    },
  );
  const readings = vitest.state
    .getFiles()
    .flatMap(({ tasks }) => tasks)
    .map(({ meta }) => meta.reading);
  await vitest.close();
  const [clean, faulty] = readings;
  if (!clean || !faulty) throw new Error('The book was not read to its end. What Vitest wrote above says why.');
  return [clean, faulty];
}
