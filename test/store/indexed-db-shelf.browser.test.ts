import { openDB } from 'idb';
import { createIndexedDbShelf, type Shelf } from 'react-readalong';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createShelfDatabase } from '../../src/store/shelf-database.js';
import { databaseName, inDatabase } from './shelf-databases.js';
import { speechOf } from './speech-of.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const keysOf = async (shelf: Shelf, keys: string) => {
  const kept = await Promise.all([...keys].map(async (key) => ((await shelf.take(key)) ? key : '')));
  return kept.join('');
};

describe('a shelf', () => {
  test('gives back what was put, sound and times, to another one of its name', async () => {
    const name = databaseName();
    const speech = speechOf(1000, { text: 'añ' });
    expect(await createIndexedDbShelf({ name }).put('key', speech)).toBe(true);
    const kept = await createIndexedDbShelf({ name }).take('key');
    expect(kept).toEqual({ ...speech, audio: expect.any(Blob) });
    expect(await kept?.audio.arrayBuffer()).toEqual(await speech.audio.arrayBuffer());
  });

  test('tells whether it keeps something, without reading its sound', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    expect(await shelf.has?.('a')).toBe(false);
    await shelf.put('a', speechOf(1000));
    const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
    expect([await shelf.has?.('a'), await shelf.has?.('b')]).toEqual([true, false]);
    expect(read).not.toHaveBeenCalled();
  });

  test('gives back how much of a sound counts, and none of which that is nonsense', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    await shelf.put('a', speechOf(1000, { seconds: 0.05 }));
    await shelf.put('b', speechOf(1000, { seconds: -1 }));
    expect(await shelf.take('a')).toMatchObject({ seconds: 0.05 });
    expect(await shelf.take('b')).toBeNull();
  });

  test('keeps names apart, and keys', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    await shelf.put('key', speechOf(1000));
    expect(await shelf.take('Key')).toBeNull();
    expect(await createIndexedDbShelf({ name: databaseName() }).take('key')).toBeNull();
  });

  test('tells how much it keeps', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    expect(await shelf.usage()).toEqual({ bytes: 0, count: 0 });
    await shelf.put('a', speechOf(1000));
    await shelf.put('b', speechOf(2000));
    const { bytes, count } = await shelf.usage();
    expect(count).toBe(2);
    expect(bytes).toBeGreaterThanOrEqual(3000);
    expect(bytes).toBeLessThan(3500);
  });

  test('keeps one speech for a key, the last that was put', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    await shelf.put('a', speechOf(1000));
    await shelf.put('a', speechOf(2000));
    expect((await shelf.take('a'))?.audio.size).toBe(2000);
    expect((await shelf.usage()).count).toBe(1);
  });

  test('forgets one when it is told to, and all', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    for (const key of 'abc') await shelf.put(key, speechOf(1000));
    await shelf.writeNote('place', 12);
    await shelf.drop('a');
    expect(await keysOf(shelf, 'abc')).toBe('bc');
    await shelf.clear();
    expect(await keysOf(shelf, 'abc')).toBe('');
    expect(await shelf.usage()).toEqual({ bytes: 0, count: 0 });
    expect(await shelf.readNote('place')).toBeUndefined();
  });

  test('keeps notes, and forgets them', async () => {
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name });
    expect(await shelf.readNote('place')).toBeUndefined();
    await shelf.writeNote('place', { offset: 12, cuts: [1, 2] });
    expect(await createIndexedDbShelf({ name }).readNote('place')).toEqual({ offset: 12, cuts: [1, 2] });
    await shelf.writeNote('place', undefined);
    expect(await shelf.readNote('place')).toBeUndefined();
  });

  test('is in use again after its database was deleted under it', async () => {
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name });
    await shelf.put('a', speechOf(1000));
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    expect(await shelf.take('a')).toBeNull();
    expect(await shelf.put('a', speechOf(1000))).toBe(true);
    expect(await keysOf(shelf, 'a')).toBe('a');
  });
});

describe('where there is no room', () => {
  /** Room for three of a thousand bytes, with what lies beside them. */
  const smallShelf = (name = databaseName()) => createIndexedDbShelf({ name, maxBytes: 3600 });

  test('the least recently used goes, also by what another tab used', async () => {
    const name = databaseName();
    const shelf = smallShelf(name);
    for (const key of 'abc') await shelf.put(key, speechOf(1000));
    await smallShelf(name).take('a');
    await shelf.put('d', speechOf(1000));
    expect(await keysOf(shelf, 'abcd')).toBe('acd');
    expect((await shelf.usage()).count).toBe(3);
  });

  test('as many go as are in the way, and no more', async () => {
    const shelf = smallShelf();
    for (const key of 'abc') await shelf.put(key, speechOf(1000));
    await shelf.put('d', speechOf(2000));
    expect(await keysOf(shelf, 'abcd')).toBe('cd');
    await shelf.put('c', speechOf(1500));
    expect(await keysOf(shelf, 'cd')).toBe('cd');
  });

  test('what is larger than all the room is not kept, and pushes nothing out', async () => {
    const shelf = smallShelf();
    for (const key of 'abc') await shelf.put(key, speechOf(1000));
    expect(await shelf.put('d', speechOf(4000))).toBe(false);
    expect(await keysOf(shelf, 'abcd')).toBe('abc');
  });

  test('a larger one in place of its own leaves the others where they fit', async () => {
    const shelf = smallShelf();
    await shelf.put('a', speechOf(1000));
    await shelf.put('b', speechOf(1000));
    await shelf.put('b', speechOf(2000));
    expect(await keysOf(shelf, 'ab')).toBe('ab');
  });

  test('the room holds through any order of puts and takes', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName(), maxBytes: 20_000 });
    for (let i = 0; i < 60; i++) {
      await shelf.put(`key ${(i * 7) % 13}`, speechOf(500 + ((i * 997) % 6000)));
      await shelf.take(`key ${(i * 5) % 13}`);
      expect((await shelf.usage()).bytes).toBeLessThanOrEqual(20_000);
    }
  });
});

describe('where the disk is full', () => {
  /** The next so many writes of sound, or of notes, find no room. A browser's real limit is far beyond what a test may write. */
  function fillDisk(store: 'speech' | 'notes', times: number): void {
    const put = IDBObjectStore.prototype.put;
    let left = times;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...record) {
      if (this.name === store && left-- > 0) throw new DOMException('The disk is full.', 'QuotaExceededError');
      return put.apply(this, record);
    });
  }
  async function filledShelf(): Promise<Shelf> {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    for (const key of 'abcdef') await shelf.put(key, speechOf(1000));
    return shelf;
  }

  test('the least recently used makes room, and what was used since stays', async () => {
    const shelf = await filledShelf();
    fillDisk('speech', 1);
    expect(await shelf.put('g', speechOf(1000))).toBe(true);
    expect(await keysOf(shelf, 'abcdefg')).toBe('cdefg');
    expect((await shelf.usage()).count).toBe(5);
  });

  test('it is tried once more and no oftener, then the speech is only heard', async () => {
    const shelf = await filledShelf();
    fillDisk('speech', 2);
    expect(await shelf.put('g', speechOf(1000))).toBe(false);
    expect(await keysOf(shelf, 'abcdefg')).toBe('cdef');
    expect(await shelf.put('g', speechOf(1000))).toBe(true);
  });

  test('a write that found no room takes back what it dropped for it', async () => {
    const name = databaseName();
    for (const key of 'abc') await createIndexedDbShelf({ name }).put(key, speechOf(1000));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('It cannot be written.', 'UnknownError');
    });
    const shelf = createIndexedDbShelf({ name, maxBytes: 3600 });
    expect(await shelf.put('d', speechOf(2000))).toBe(false);
    vi.restoreAllMocks();
    expect(await keysOf(shelf, 'abcd')).toBe('abc');
  });

  test('what is kept can still be taken', async () => {
    const shelf = await filledShelf();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
    expect(await keysOf(shelf, 'abcdef')).toBe('abcdef');
  });

  test('a note is kept all the same', async () => {
    const shelf = await filledShelf();
    fillDisk('notes', 1);
    await shelf.writeNote('place', 12);
    expect(await shelf.readNote('place')).toBe(12);
  });
});

describe('what is on the disk is not trusted', () => {
  const whole = { ...speechOf(1000), key: 'a', length: 1000 };
  const times = whole.alignment;

  test.each<[string, unknown]>([
    ['nothing of a speech', 'speech'],
    ['no sound', { ...whole, audio: undefined }],
    ['bytes that are no Blob', { ...whole, audio: new Uint8Array(1000) }],
    ['half of its sound', { ...whole, audio: new Blob([new Uint8Array(500)]) }],
    ['no key', { ...whole, key: undefined }],
    ['no format', { ...whole, outputFormat: 3 }],
    ['a text that is none', { ...whole, text: 3 }],
    ['a cost that is none', { ...whole, characterCost: '1' }],
    ['a request that is none', { ...whole, requestId: undefined }],
    ['times of another form', { ...whole, alignment: { characters: ['a'] } }],
    ['fewer times than characters', { ...whole, alignment: { ...times, endTimes: Float64Array.of(1) } }],
    ['characters without an end', { ...whole, alignment: { ...times, text: 'longer' } }],
    ['ends that fall', { ...whole, alignment: { ...times, ends: Uint32Array.of(2, 1) } }],
    ['no word on the other times', { ...whole, normalizedAlignment: undefined }],
  ])('a record with %s is none, and is dropped', async (_, record) => {
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name });
    await shelf.put('a', speechOf(1000));
    const stored = () => inDatabase(name, (database) => database.getAllKeys('speech'));
    const [hash] = await stored();
    await inDatabase(name, (database) => database.put('speech', record, hash));
    expect(await shelf.take('a')).toBeNull();
    await expect.poll(stored).toEqual([]);
    expect(await shelf.put('a', speechOf(1000))).toBe(true);
    expect(await keysOf(shelf, 'a')).toBe('a');
  });

  test('a speech of another key under the same hash is not given out, and stays', async () => {
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name });
    await shelf.put('a', speechOf(1000));
    const [hash] = await inDatabase(name, (database) => database.getAllKeys('speech'));
    await inDatabase(name, (database) => database.put('speech', { ...whole, key: 'b' }, hash));
    expect(await shelf.take('a')).toBeNull();
    expect(await inDatabase(name, (database) => database.count('speech'))).toBe(1);
  });

  test.each<[string, Record<string, unknown>]>([
    ['of no size', { bytes: undefined }],
    ['of a size below nothing', { bytes: -1e9 }],
    ['used at no time', { turn: Number.NaN }],
    ['of words', { bytes: 'many', turn: 'last' }],
  ])('an account %s neither holds room nor gives it away', async (_, fields) => {
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name, maxBytes: 3600 });
    for (const key of 'abc') await shelf.put(key, speechOf(1000));
    await inDatabase(name, async (database) => {
      const [first] = await database.getAll('uses');
      await database.put('uses', { ...first, ...fields });
    });
    for (const key of 'defg') await shelf.put(key, speechOf(1000));
    expect(await keysOf(shelf, 'abcdefg')).toBe('efg');
    expect((await shelf.usage()).count).toBe(3);
  });
});

describe('versions', () => {
  test('an older one loses its speech, whatever form it had, and keeps its notes', async () => {
    const name = databaseName();
    const older = await createShelfDatabase(name, 1)();
    await older?.put('notes', 12, 'place');
    await older?.put('speech', 'an old form', 'a');
    const newer = await createShelfDatabase(name, 2)();
    expect(newer?.version).toBe(2);
    expect(await newer?.count('speech')).toBe(0);
    expect(await newer?.get('notes', 'place')).toBe(12);
    newer?.close();
  });

  test('a newer one is left untouched, and is an empty shelf to an older page', async () => {
    const name = databaseName();
    const newer = await openDB(name, 9, { upgrade: (database) => void database.createObjectStore('speech') });
    await newer.put('speech', 'a new form', 'a');
    newer.close();
    const shelf = createIndexedDbShelf({ name });
    expect(await shelf.put('a', speechOf(1000))).toBe(false);
    expect(await shelf.take('a')).toBeNull();
    expect(await shelf.usage()).toEqual({ bytes: 0, count: 0 });
    expect(await inDatabase(name, (database) => database.getAll('speech'))).toEqual(['a new form']);
  });

  test('a database of the same name that is somebody else’s is left untouched', async () => {
    const name = databaseName();
    (await openDB(name, 1, { upgrade: (database) => void database.createObjectStore('mine') })).close();
    const shelf = createIndexedDbShelf({ name });
    expect(await shelf.put('a', speechOf(1000))).toBe(false);
    expect(await shelf.take('a')).toBeNull();
    await shelf.clear();
    expect(await inDatabase(name, async (database) => [...database.objectStoreNames])).toEqual(['mine']);
  });

  test('an open shelf makes way for a page with a newer version', async () => {
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name });
    await shelf.put('a', speechOf(1000));
    const newer = await createShelfDatabase(name, 2)();
    expect(newer?.version).toBe(2);
    expect(await shelf.take('a')).toBeNull();
    newer?.close();
  });

  test('a tab that holds on to an older version makes nobody wait for long, nor again', {
    timeout: 20_000,
  }, async () => {
    const name = databaseName();
    const stubborn = await openDB(name, 1);
    const open = createShelfDatabase(name, 2);
    expect(await open()).toBeNull();
    const asked = performance.now();
    expect(await open()).toBeNull();
    expect(performance.now() - asked).toBeLessThan(500);
    stubborn.close();
    await expect.poll(async () => (await open())?.version).toBe(2);
    (await open())?.close();
  });
});

describe('where the browser refuses', () => {
  async function expectEmpty(shelf: Shelf): Promise<void> {
    expect(await shelf.take('a')).toBeNull();
    expect(await shelf.put('a', speechOf(1000))).toBe(false);
    expect(await shelf.usage()).toEqual({ bytes: 0, count: 0 });
    await shelf.writeNote('place', 12);
    expect(await shelf.readNote('place')).toBeUndefined();
    await shelf.drop('a');
    await shelf.clear();
    expect(await shelf.alone('a', new AbortController().signal, async () => 'done')).toBe('done');
  }

  test('there is no database, the shelf is empty', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expectEmpty(createIndexedDbShelf({ name: databaseName() }));
  });

  test('opening throws, the shelf is empty', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Storage is blocked.', 'SecurityError');
    });
    await expectEmpty(createIndexedDbShelf({ name: databaseName() }));
    vi.restoreAllMocks();
  });

  test('a page without TLS may not hash nor lock: it keeps speech by its whole key', async () => {
    vi.stubGlobal('crypto', { getRandomValues: () => {} });
    vi.stubGlobal('navigator', {});
    const name = databaseName();
    const shelf = createIndexedDbShelf({ name });
    const key = 'long '.repeat(2000);
    expect(await shelf.put(key, speechOf(1000))).toBe(true);
    expect((await shelf.take(key))?.audio.size).toBe(1000);
    expect(await shelf.take(`${key}er`)).toBeNull();
    expect(await shelf.alone('a', new AbortController().signal, async () => 'done')).toBe('done');
  });
});

describe('alone', () => {
  const never = new AbortController().signal;
  const gate = () => {
    let open = (): void => {};
    const closed = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, closed };
  };

  test('lets one at a time to the same key, and all at once to different ones', async () => {
    const name = databaseName();
    const [first, second] = [createIndexedDbShelf({ name }), createIndexedDbShelf({ name })];
    const seen: string[] = [];
    const { open, closed } = gate();
    const one = first.alone('a', never, async () => {
      seen.push('one in');
      await closed;
      seen.push('one out');
    });
    const two = second.alone('a', never, async () => void seen.push('two'));
    await second.alone('b', never, async () => void seen.push('other'));
    expect(seen).toEqual(['one in', 'other']);
    open();
    await Promise.all([one, two]);
    expect(seen).toEqual(['one in', 'other', 'one out', 'two']);
  });

  test('rejects with the reason where it is aborted while waiting, and never works', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    const { open, closed } = gate();
    const holding = shelf.alone('a', never, () => closed);
    const abort = new AbortController();
    let worked = false;
    const waiting = shelf.alone('a', abort.signal, async () => {
      worked = true;
    });
    const reason = new Error('The reader left.');
    await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBe(1);
    abort.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(shelf.alone('a', abort.signal, async () => {})).rejects.toBe(reason);
    open();
    await holding;
    await shelf.alone('a', never, async () => {});
    expect(worked).toBe(false);
  });

  test('rejects as the work does, and lets the next in', async () => {
    const shelf = createIndexedDbShelf({ name: databaseName() });
    const cause = new Error('No.');
    const work = vi.fn(() => Promise.reject(cause));
    await expect(shelf.alone('a', never, work)).rejects.toBe(cause);
    expect(work).toHaveBeenCalledTimes(1);
    expect(await shelf.alone('a', never, async () => 'next')).toBe('next');
  });

  test('works at once where locks are refused, as in a sandboxed frame', async () => {
    vi.spyOn(navigator.locks, 'request').mockRejectedValue(new DOMException('No origin.', 'SecurityError'));
    const shelf = createIndexedDbShelf({ name: databaseName() });
    expect(await shelf.alone('a', never, async () => 'done')).toBe('done');
  });
});
