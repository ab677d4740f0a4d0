import { createSpeechStore, SpeechError, StreamError } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { readAlignment } from '../../src/wire/alignment.js';
import { aligned } from '../alignment/aligned.js';
import { createShop } from './shop.js';

/** Everything that was sent has been taken in: a delivery takes a few turns of the queue of promises. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

async function bought(text: string, fields = {}) {
  const { recipe, last, purchases } = createShop();
  const recording = createSpeechStore().open(recipe(text, fields));
  await settle();
  return { recording, purchase: last(), purchases };
}

describe('a recording', () => {
  test('grows with sound and times together, and tells of each step', async () => {
    const { recording, purchase } = await bought('Hello.');
    const seen: unknown[] = [];
    recording.subscribe(() => seen.push([recording.loading, recording.times.count, recording.audio.frames().ready]));
    expect(recording.loading).toBe('waiting');
    purchase.send('Hel');
    await settle();
    purchase.send('lo.');
    await settle();
    purchase.finish();
    await settle();
    expect(seen).toEqual([
      ['streaming', 3, 2400],
      ['streaming', 6, 4800],
      ['complete', 6, 4800],
    ]);
    expect(recording.audio.frames().final).toBe(true);
    expect(recording.times.quality).toEqual({ level: 'exact', reasons: [] });
    expect(recording).toMatchObject({ requestId: 'r1', characterCost: 6, error: null });
  });

  test('tells nobody who left', async () => {
    const { recording, purchase } = await bought('Hello.');
    let told = 0;
    recording.subscribe(() => told++)();
    purchase.send('Hello.');
    await settle();
    expect(told).toBe(0);
  });

  test("does not take the model's times for those of a text that is known", async () => {
    const normalizedAlignment = readAlignment(aligned(' five '));
    const { recording, purchase } = await bought(' five and six ');
    purchase.sendChunk({ audio: new Uint8Array(1600), normalizedAlignment });
    await settle();
    expect(recording.times.count).toBe(0);

    const unknown = await bought('5', { text: undefined });
    unknown.purchase.sendChunk({ audio: new Uint8Array(1600), normalizedAlignment });
    await settle();
    expect(unknown.recording.times.text).toBe(' five ');
  });

  test('that breaks keeps what came, and says why', async () => {
    const { recording, purchase } = await bought('Hello.');
    const cause = new StreamError('The answer was cut. What came is kept. Retry.', { code: 'stream_cut' });
    purchase.send('Hel');
    await settle();
    purchase.fail(cause);
    await settle();
    expect(recording.loading).toBe('failed');
    expect(recording.error).toBe(cause);
    expect(recording.audio.frames()).toEqual({ ready: 2400, final: true });
    expect(recording.times.knownUntil).toBe(3);
  });

  test('that cannot be bought has the error of the purchase', async () => {
    const cause = new SpeechError('No.');
    const { recipe } = createShop();
    const recording = createSpeechStore().open(recipe('Hello.', { buy: () => Promise.reject(cause) }));
    await settle();
    expect(recording.loading).toBe('failed');
    expect(recording.error).toBe(cause);
  });

  test.each([
    [
      'throws',
      () => {
        throw new TypeError('bug');
      },
    ],
    ['rejects', () => Promise.reject('bug')],
  ])('whose purchase %s something unforeseen has a SpeechError with it', async (_, buy) => {
    const { recipe } = createShop();
    const recording = createSpeechStore().open(recipe('Hello.', { buy }));
    await settle();
    expect(recording.error).toBeInstanceOf(SpeechError);
    expect(String(recording.error?.cause)).toContain('bug');
  });

  test('without any sound has failed, not completed', async () => {
    const { recording, purchase } = await bought('Hello.');
    purchase.finish();
    await settle();
    expect(recording.loading).toBe('failed');
    expect(recording.error?.message).toContain('none came');
  });

  test('that ends before its text says so in the quality of its times', async () => {
    const { recording, purchase } = await bought('Hello.');
    purchase.send('Hel');
    purchase.finish();
    await settle();
    expect(recording.times.quality).toEqual({ level: 'repaired', reasons: ['ends-before-the-text'] });
  });
});
