import { StrictMode, useState } from 'react';
import { HighlightedTranscript, PlayButton, SpeechProvider, useSpeech } from 'react-readalong';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const text = 'Bought once, heard by all who ask for it, however often they come and go.';
const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

function Reader({
  words = text,
  name = 'Reader',
  preload,
}: {
  words?: string;
  name?: string;
  preload?: 'auto' | 'none';
}) {
  // Inline on purpose: options, settings and arrays are new objects at every render.
  const { speech, status, loading } = useSpeech({
    text: words,
    voiceId,
    voiceSettings: { stability: 0.5 },
    pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'names' }],
    preload,
  });
  return (
    <section aria-label={name} data-status={status} data-loading={loading}>
      <HighlightedTranscript speech={speech} />
      <PlayButton speech={speech} />
    </section>
  );
}

const play = (name: string) => page.getByRole('region', { name }).getByRole('button', { name: 'Play' }).click();
const loaded = (name: string) =>
  expect.poll(() => page.getByRole('region', { name }).element().getAttribute('data-loading')).toBe('complete');

describe('one text is bought once', () => {
  it('under StrictMode, which mounts everything twice', async () => {
    const { relay, calls } = createStandIn();
    await render(
      <StrictMode>
        <SpeechProvider relay={relay}>
          <Reader preload="auto" />
        </SpeechProvider>
      </StrictMode>,
    );
    await loaded('Reader');
    await play('Reader');
    await expect.poll(() => page.getByRole('button', { name: 'Pause' }).query()).not.toBeNull();
    expect(calls.length).toBe(1);
  });

  it('through 100 renders with inline options and an inline relay', async () => {
    const { relay, calls } = createStandIn({ pace: { firstByte: 0.05, rate: 20 } });
    function App({ round }: { round: number }) {
      return (
        <SpeechProvider relay={{ ...relay }}>
          <p>{round}</p>
          <Reader />
        </SpeechProvider>
      );
    }
    const { rerender } = await render(<App round={0} />);
    await play('Reader');
    for (let round = 1; round <= 100; round++) await rerender(<App round={round} />);
    await loaded('Reader');
    expect(calls.length).toBe(1);
  });

  it('across unmounting and mounting again within a second', async () => {
    const { relay, calls } = createStandIn({ pace: { firstByte: 0.1, rate: 10 } });
    function App() {
      const [shown, setShown] = useState(true);
      return (
        <SpeechProvider relay={relay}>
          {shown && <Reader />}
          <button type="button" onClick={() => setShown(!shown)}>
            Toggle
          </button>
        </SpeechProvider>
      );
    }
    await render(<App />);
    await play('Reader');
    const toggle = page.getByRole('button', { name: 'Toggle' });
    await toggle.click();
    await expect.poll(() => page.getByRole('region', { name: 'Reader' }).query()).toBeNull();
    await toggle.click();
    await play('Reader');
    await loaded('Reader');
    expect(calls.length).toBe(1);
  });

  it('by two components that play it at the same time', async () => {
    const { relay, calls } = createStandIn({ pace: { firstByte: 0.1, rate: 10 } });
    await render(
      <SpeechProvider relay={relay}>
        <Reader name="One" />
        <Reader name="Two" />
      </SpeechProvider>,
    );
    await play('One');
    await play('Two');
    await loaded('One');
    await loaded('Two');
    expect(calls.length).toBe(1);
  });

  it('when it is played to its end and played again', async () => {
    const { relay, calls } = createStandIn();
    await render(
      <SpeechProvider relay={relay}>
        <Reader words="Again." />
      </SpeechProvider>,
    );
    await play('Reader');
    await page.getByRole('button', { name: 'Play again' }).click({ timeout: 5000 });
    await expect.poll(() => page.getByRole('button', { name: 'Pause' }).query()).not.toBeNull();
    expect(calls.length).toBe(1);
  });
});

it('buys nothing while somebody types', async () => {
  const { relay, calls } = createStandIn();
  function App() {
    const [words, setWords] = useState('');
    return (
      <SpeechProvider relay={relay}>
        <input aria-label="Text" value={words} onChange={(event) => setWords(event.target.value)} />
        <Reader words={words} />
      </SpeechProvider>
    );
  }
  await render(<App />);
  await userEvent.type(page.getByRole('textbox').element(), 'Nothing is bought by typing.');
  await expect.element(page.getByText('Nothing is bought by typing.')).toBeVisible();
  expect(calls.length).toBe(0);
  await play('Reader');
  await loaded('Reader');
  expect(calls.map(({ body }) => body?.text)).toEqual(['Nothing is bought by typing.']);
});
