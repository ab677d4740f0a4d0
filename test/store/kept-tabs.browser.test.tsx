import { StrictMode } from 'react';
import { createIndexedDbShelf, createSpeechStore, type Speech, SpeechProvider, useSpeech } from 'react-readalong';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { openPage } from './open-page.js';
import { openTab, type Tab } from './second-tab.js';
import { databaseName } from './shelf-databases.js';

afterEach(() => cleanup());

const text = 'Bought once, heard in every tab.';
const complete = (speech: Speech) => expect.poll(() => speech.getSnapshot().loading).toBe('complete');

/** A tab in a frame, which dies with it. */
async function openFrame(name: string): Promise<{ tab: Tab; kill(): void }> {
  const { page, kill } = await openPage('./second-tab.ts', (window) => window.openTab);
  return { tab: page(name), kill };
}

describe('a second reading', () => {
  test('after a reload asks for nothing, and has the same times', async () => {
    const name = databaseName();
    const first = openTab(name);
    const before = first.read(text);
    await complete(before);
    await expect.poll(async () => (await first.shelf.usage()).count).toBe(1);
    const second = openTab(name);
    const again = second.read(text);
    await complete(again);
    expect([first.calls.length, second.calls.length]).toEqual([1, 0]);
    const [one, two] = [before, again].map((speech) => speech.getSnapshot());
    expect(two?.duration).toBe(one?.duration);
    expect(two?.timeline.toJSON()).toEqual(one?.timeline.toJSON());
    expect(two?.timeline.quality.level).toBe('exact');
  });

  test('of a request that asks for no log is bought again, since it may leave no copy', async () => {
    const name = databaseName();
    for (const tab of [openTab(name), openTab(name)]) {
      await complete(tab.read(text, { request: { enableLogging: false } }));
      expect(tab.calls.length).toBe(1);
      expect((await tab.shelf.usage()).count).toBe(0);
    }
  });

  test('of another voice or format is bought', async () => {
    const name = databaseName();
    await complete(openTab(name).read(text));
    const tab = openTab(name);
    await complete(tab.read(text, { request: { outputFormat: 'pcm_8000' } }));
    await complete(tab.read(text, { request: { voiceSettings: { stability: 1 } } }));
    expect(tab.calls.length).toBe(2);
  });
});

test('a component under StrictMode buys once, and after a reload nothing', async () => {
  const name = databaseName();
  function Reader() {
    const { loading } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', preload: 'auto' });
    return <p>{loading}</p>;
  }
  const visit = async (): Promise<number> => {
    const { relay, calls } = createStandIn();
    const shelf = createIndexedDbShelf({ name });
    const screen = await render(
      <StrictMode>
        <SpeechProvider relay={relay} store={createSpeechStore({ keep: shelf })}>
          <Reader />
          <Reader />
        </SpeechProvider>
      </StrictMode>,
    );
    await expect.poll(() => screen.container.textContent).toBe('completecomplete');
    await expect.poll(async () => (await shelf.usage()).count).toBe(1);
    await cleanup();
    return calls.length;
  };
  expect([await visit(), await visit()]).toEqual([1, 0]);
});

describe('two tabs', () => {
  test('buy once between them', { timeout: 60_000 }, async () => {
    const name = databaseName();
    const here = openTab(name);
    const { tab: there } = await openFrame(name);
    const first = there.read(text, { rate: 4 });
    await expect.poll(() => first.getSnapshot().loading).toBe('streaming');
    const second = here.read(text);
    await complete(second);
    expect(first.getSnapshot().loading).toBe('complete');
    expect([there.calls.length, here.calls.length]).toEqual([1, 0]);
    expect(second.getSnapshot().timeline.toJSON()).toEqual(first.getSnapshot().timeline.toJSON());
  });

  test('buy twice only because the first was closed in the middle', { timeout: 60_000 }, async () => {
    const name = databaseName();
    const here = openTab(name);
    const { tab: there, kill } = await openFrame(name);
    const first = there.read(text, { rate: 0.5 });
    await expect.poll(() => first.getSnapshot().loading).toBe('streaming');
    const second = here.read(text);
    expect(second.getSnapshot().loading).toBe('idle');
    await expect.poll(() => second.getSnapshot().loading).toBe('waiting');
    expect(here.calls.length).toBe(0);
    kill();
    await complete(second);
    expect(here.calls.length).toBe(1);
    await expect.poll(async () => (await here.shelf.usage()).count).toBe(1);
  });
});
