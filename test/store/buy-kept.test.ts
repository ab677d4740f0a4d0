import { createSpeechStore, type KeptSpeech, type Recipe, StreamError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryShelf } from './memory-shelf.js';
import { createShop } from './shop.js';

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
/** Blobs are read outside of the queue of timers. */
const until = (look: () => void) => vi.waitFor(look);

// Not queueMicrotask and setImmediate, by which Node reads Blobs.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A shop, a shelf, and as many tabs as a test wants. */
function world() {
  const shop = createShop();
  const memory = createMemoryShelf();
  const tab = () => createSpeechStore({ graceSeconds: 1, keep: memory.shelf });
  const recipe = (text: string, fields: Partial<Recipe> = {}) =>
    shop.recipe(text, { keepAs: `kept ${text}`, ...fields });
  const bought = (count: number) => until(() => expect(shop.purchases).toHaveLength(count));
  const onShelf = async (text: string): Promise<KeptSpeech> => {
    tab().open(recipe(text));
    await bought(1);
    shop.last().send(text);
    shop.last().finish();
    await until(() => expect(memory.speeches.size).toBe(1));
    const kept = memory.speeches.get(`kept ${text}`);
    if (!kept) throw new Error('It is not kept.');
    return kept;
  };
  return { ...shop, ...memory, tab, recipe, bought, onShelf };
}

const heard = ({ times, audio }: ReturnType<ReturnType<typeof createSpeechStore>['open']>) => ({
  text: times.text,
  starts: Array.from(times.starts.slice(0, times.count)),
  ends: Array.from({ length: times.count }, (_, i) => times.endOf(i)),
  quality: times.quality,
  frames: audio.frames(),
});

describe('speech that was bought', () => {
  test('is kept when it is whole, its sound with its times', async () => {
    const { onShelf } = world();
    const kept = await onShelf('Hello.');
    expect(kept).toMatchObject({ outputFormat: 'pcm_8000', text: 'Hello.', requestId: 'r1', characterCost: 6 });
    expect(kept.audio.size).toBe(9600);
    expect(kept.alignment?.text).toBe('Hello.');
    expect(kept.normalizedAlignment).toBeNull();
  });

  test('is not bought again after a reload, and sounds and is timed the same', async () => {
    const { tab, recipe, onShelf, purchases } = world();
    await onShelf('Hello.');
    const first = createSpeechStore().open(recipe('Hello.'));
    purchases[1]?.send('Hel');
    purchases[1]?.send('lo.');
    purchases[1]?.finish();
    const again = tab().open(recipe('Hello.'));
    expect(again.loading).toBe('waiting');
    await until(() => expect([first.loading, again.loading]).toEqual(['complete', 'complete']));
    expect(heard(again)).toEqual(heard(first));
    expect(await again.audio.received()).toEqual(await first.audio.received());
    expect(again).toMatchObject({ isKept: true, requestId: 'r1', characterCost: 6, error: null });
    expect(first.isKept).toBe(false);
    expect(purchases).toHaveLength(2);
  });

  test('is known to be there, in memory or on the shelf, without buying', async () => {
    const { tab, recipe, onShelf, purchases, shelf } = world();
    const store = tab();
    expect(await store.isKept?.(recipe('Hello.'))).toBe(false);
    await onShelf('Hello.');
    expect(await store.isKept?.(recipe('Hello.'))).toBe(true);
    expect(await store.isKept?.(recipe('Hello.', { key: 'other', keepAs: undefined }))).toBe(false);
    expect(await store.isKept?.(recipe('Hello!'))).toBe(false);
    expect(purchases).toHaveLength(1);
    store.open(recipe('Hello!'));
    expect(await store.isKept?.(recipe('Hello!'))).toBe(true);
    const has = vi.fn(async () => true);
    const quick = createSpeechStore({ keep: { ...shelf, has, take: () => Promise.reject(new Error('Slow.')) } });
    expect(await quick.isKept?.(recipe('Hello.'))).toBe(true);
    expect(createSpeechStore().isKept).toBeUndefined();
  });

  test('is neither looked for nor kept without a name for its sound', async () => {
    const { tab, recipe, asked, speeches, last } = world();
    const recording = tab().open(recipe('Hello.', { keepAs: undefined }));
    last().send('Hello.');
    last().finish();
    await until(() => expect(recording.loading).toBe('complete'));
    expect([asked, speeches.size]).toEqual([[], 0]);
  });

  test('is heard even if the shelf has no room for it', async () => {
    const { shelf, recipe, bought, last } = world();
    const store = createSpeechStore({ keep: { ...shelf, put: async () => false } });
    const recording = store.open(recipe('Hello.'));
    await bought(1);
    last().send('Hello.');
    last().finish();
    await until(() => expect(recording.loading).toBe('complete'));
    expect(store.open(recipe('Hello.'))).toBe(recording);
  });

  test.each<[string, Partial<Recipe>]>([
    ['another format', { outputFormat: 'pcm_16000' }],
    ['another text', { text: 'Hello!' }],
  ])('is not given out for %s under the same name', async (_, fields) => {
    const { tab, recipe, onShelf, bought } = world();
    await onShelf('Hello.');
    tab().open(recipe('Hello.', fields));
    await bought(2);
  });
});

describe('what is not whole is not kept', () => {
  async function begun(text = 'Hello.') {
    const w = world();
    const recording = w.tab().open(w.recipe(text));
    const leave = recording.retain();
    await w.bought(1);
    w.last().send('Hel');
    await until(() => expect(recording.loading).toBe('streaming'));
    return { ...w, recording, leave };
  }
  /** Whoever is next in the queue comes to it only when the one before has done all it does. */
  const afterwards = ({ shelf }: ReturnType<typeof world>, text = 'Hello.') =>
    shelf.alone(`kept ${text}`, new AbortController().signal, async () => {});

  test('a cut answer', async () => {
    const w = await begun();
    w.last().fail(new StreamError('The answer was cut. What came is kept. Retry.', { code: 'stream_cut' }));
    await afterwards(w);
    expect(w.recording.loading).toBe('failed');
    expect(w.speeches.size).toBe(0);
  });

  test('an answer that everybody left', async () => {
    const w = await begun();
    w.leave();
    await seconds(1);
    await afterwards(w);
    expect(w.recording.loading).toBe('abandoned');
    expect(w.speeches.size).toBe(0);
  });

  test('an answer whose times and sound both end before the text', async () => {
    const w = await begun();
    w.last().finish();
    await afterwards(w);
    expect(w.recording.loading).toBe('complete');
    expect(w.speeches.size).toBe(0);
  });

  test('an answer without sound', async () => {
    const w = world();
    const recording = w.tab().open(w.recipe('Hello.'));
    await w.bought(1);
    w.last().finish();
    await afterwards(w);
    expect(recording.loading).toBe('failed');
    expect(w.speeches.size).toBe(0);
  });

  test('a purchase that was refused, and it may be tried again', async () => {
    const w = world();
    const store = w.tab();
    const refusal = new StreamError('No. There is nothing to hear. Ask again.');
    const recording = store.open(w.recipe('Hello.', { buy: () => Promise.reject(refusal) }));
    await until(() => expect(recording.error).toBe(refusal));
    store.renew(w.recipe('Hello.'));
    await w.bought(1);
    expect(w.speeches.size).toBe(0);
  });
});

describe('two tabs that want the same', () => {
  test('buy once: the second waits, and takes what the first kept', async () => {
    const { tab, recipe, bought, last, purchases } = world();
    const first = tab().open(recipe('Hello.'));
    const second = tab().open(recipe('Hello.'));
    await bought(1);
    last().send('Hel');
    await until(() => expect(first.loading).toBe('streaming'));
    expect(second.loading).toBe('waiting');
    last().send('lo.');
    last().finish();
    await until(() => expect(second.loading).toBe('complete'));
    expect([first.isKept, second.isKept]).toEqual([false, true]);
    expect(purchases).toHaveLength(1);
  });

  test('do not wait for each other over different texts', async () => {
    const { tab, recipe, bought } = world();
    tab().open(recipe('One.'));
    tab().open(recipe('Two.'));
    await bought(2);
  });

  test('buy twice only if the first left in the middle', async () => {
    const { tab, recipe, bought, last, purchases } = world();
    const leave = tab().open(recipe('Hello.')).retain();
    const second = tab().open(recipe('Hello.'));
    second.retain();
    await bought(1);
    last().send('Hel');
    leave();
    await seconds(1);
    await bought(2);
    last().send('Hello.');
    last().finish();
    await until(() => expect(second.loading).toBe('complete'));
    expect(purchases[0]?.signal.aborted).toBe(true);
  });

  test('do not buy for a reader who left while waiting', async () => {
    const { tab, recipe, bought, last, speeches, purchases } = world();
    tab().open(recipe('Hello.')).retain();
    const second = tab().open(recipe('Hello.'));
    await bought(1);
    second.retain()('now');
    expect(second.loading).toBe('abandoned');
    last().send('Hello.');
    last().finish();
    await until(() => expect(speeches.size).toBe(1));
    expect(second.error).toBeNull();
    expect(purchases).toHaveLength(1);
  });
});

test('nothing is bought for a reader who left while the shelf was looked at', async () => {
  const { shelf, recipe, purchases } = world();
  const answers: (() => void)[] = [];
  const take = () => new Promise<null>((resolve) => answers.push(() => resolve(null)));
  const recording = createSpeechStore({ keep: { ...shelf, take } }).open(recipe('Hello.'));
  await until(() => expect(answers).toHaveLength(1));
  recording.retain()('now');
  for (const answer of answers) answer();
  await until(() => expect(recording.audio.frames().final).toBe(true));
  expect(recording.loading).toBe('abandoned');
  expect(purchases).toEqual([]);
});

describe('a kept speech that is of no use', () => {
  test('is bought again where its sound cannot be read any more', async () => {
    const { tab, recipe, onShelf, bought, speeches } = world();
    const kept = await onShelf('Hello.');
    const audio = new Blob([new Uint8Array(9600)]);
    audio.arrayBuffer = () => Promise.reject(new DOMException('The file is gone.', 'NotReadableError'));
    speeches.set('kept Hello.', { ...kept, audio });
    tab().open(recipe('Hello.'));
    await bought(2);
  });

  test('is bought again where it is without sound', async () => {
    const { tab, recipe, onShelf, bought, speeches } = world();
    speeches.set('kept Hello.', { ...(await onShelf('Hello.')), audio: new Blob() });
    tab().open(recipe('Hello.'));
    await bought(2);
  });

  test('is dropped where it cannot be played, so that trying again buys', async () => {
    const { tab, recipe, speeches, bought, onShelf, last } = world();
    const mp3 = { outputFormat: 'mp3_44100_128' };
    const kept = await onShelf('Hello.');
    speeches.set('kept Hello.', { ...kept, ...mp3, audio: new Blob([new Uint8Array(9600)]) });
    const store = tab();
    const broken = store.open(recipe('Hello.', mp3));
    await until(() => expect(broken.loading).toBe('failed'));
    expect(broken.error?.message).toContain('MP3');
    store.renew(recipe('Hello.', mp3));
    await bought(2);
    expect(speeches.size).toBe(0);
    expect(last().signal.aborted).toBe(false);
  });
});
