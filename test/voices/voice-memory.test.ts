import { describe, expect, it, vi } from 'vitest';
import { createVoiceMemory, type VoiceStorage } from '../../src/voices/voice-memory.js';

function storageOf(text: string | null = null) {
  let kept = text;
  const storage: VoiceStorage = {
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value;
    },
  };
  return { storage, read: () => JSON.parse(kept ?? 'null') };
}

describe('a memory of voices', () => {
  it('keeps the five that were used last, the latest first, each once', async () => {
    const { storage, read } = storageOf();
    const memory = createVoiceMemory({ storage });
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) memory.use(id);
    expect(memory.getSnapshot().recents).toEqual(['c', 'f', 'e', 'd', 'b']);
    await vi.waitFor(() => expect(read()).toEqual(memory.getSnapshot()));
  });

  it('is made of what was kept, and says so to who listens', async () => {
    const { storage } = storageOf('{"recents":["a"],"favourites":["b"]}');
    const memory = createVoiceMemory({ storage });
    const listener = vi.fn();
    memory.subscribe(listener);
    await vi.waitFor(() => expect(memory.getSnapshot()).toEqual({ recents: ['a'], favourites: ['b'] }));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('adds to what another tab has kept in the meantime', async () => {
    const { storage, read } = storageOf();
    const [one, other] = [createVoiceMemory({ storage }), createVoiceMemory({ storage })];
    one.toggleFavourite('a');
    await vi.waitFor(() => expect(read()).toEqual({ recents: [], favourites: ['a'] }));
    other.toggleFavourite('b');
    await vi.waitFor(() => expect(read()).toEqual({ recents: [], favourites: ['b', 'a'] }));
  });

  it.each([
    ['not JSON', 'no'],
    ['another shape', '{"recents":{"a":1},"favourites":[1,"","ok",null]}'],
    ['a number', '7'],
  ])('makes nothing of a storage that holds %s', async (_, text) => {
    const memory = createVoiceMemory({ storage: storageOf(text).storage });
    memory.use('a');
    await vi.waitFor(() => expect(memory.getSnapshot().recents).toEqual(['a']));
  });

  it('puts a damaged storage right with the next change', async () => {
    const kept: string[] = [];
    const storage: VoiceStorage = { getItem: () => '{oops', setItem: (_, value) => kept.push(value) };
    createVoiceMemory({ storage }).use('a');
    await vi.waitFor(() => expect(kept).toEqual(['{"recents":["a"],"favourites":[]}']));
  });

  it('works on where its storage throws, or is full', async () => {
    const storage: VoiceStorage = {
      getItem: () => {
        throw new Error('SecurityError');
      },
      setItem: () => Promise.reject(new Error('QuotaExceededError')),
    };
    const memory = createVoiceMemory({ storage });
    memory.use('a');
    memory.toggleFavourite('b');
    expect(memory.getSnapshot()).toEqual({ recents: ['a'], favourites: ['b'] });
  });
});
