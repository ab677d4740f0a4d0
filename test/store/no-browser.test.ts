import { createIndexedDbShelf } from 'react-readalong';
import { expect, test } from 'vitest';
import { speechOf } from './speech-of.js';

test('where there is no browser, as on a server, a shelf can be made and is empty', async () => {
  const shelf = createIndexedDbShelf();
  expect(await shelf.put('a', speechOf(1000))).toBe(false);
  expect(await shelf.take('a')).toBeNull();
  expect(await shelf.usage()).toEqual({ bytes: 0, count: 0 });
  expect(await shelf.alone('a', new AbortController().signal, async () => 'done')).toBe('done');
});
