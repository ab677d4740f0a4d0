import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import {
  createRelay,
  createSpeech,
  HighlightedTranscript,
  PlayButton,
  ReadAlong,
  SeekBar,
  type Speech,
  SpeechProvider,
  type SpeechProviderProps,
  type UseSpeechOptions,
  useSpeech,
} from 'react-readalong';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text =
  'What was heard stays, and so does the place. A second sentence makes it long enough to be cut in the middle of things.';

/** Plays until the answer is cut, and waits until what came was heard to its end. */
async function playUntilCut(faultsOf: Parameters<typeof createStandIn>[0]) {
  const standIn = createStandIn(faultsOf);
  const speech = createSpeech({ text, voiceId }, { relay: standIn.relay });
  const { container } = await render(<HighlightedTranscript speech={speech} />);
  speech.play();
  await expect.poll(() => speech.getSnapshot().loading).toBe('failed');
  await expect.poll(() => speech.getSnapshot().status, { timeout: 10_000 }).toBe('paused');
  return { ...standIn, speech, container };
}

describe('a retry that fails', () => {
  it('leaves the sound that came, the place and the reason', async () => {
    const { speech, calls } = await playUntilCut({
      faults: ({ index }) => (index === 0 ? [{ kind: 'cut', afterLines: 3 }] : [{ kind: 'network' }]),
    });
    const { buffered } = speech.getSnapshot();
    const place = speech.currentOffset();
    expect(place).toBeGreaterThan(10);
    speech.retry();
    await expect.poll(() => speech.getSnapshot().error?.message).toMatch(/unreachable|reached/);
    expect(calls.length).toBe(2);
    expect(speech.getSnapshot()).toMatchObject({ buffered, status: 'paused', loading: 'failed' });
    expect(speech.currentOffset()).toBe(place);
    speech.seek(0);
    speech.play();
    await expect.poll(() => speech.getSnapshot().status).toBe('playing');
    expect(calls.length).toBe(2);
  });

  it('keeps a place that no sound has reached yet', async () => {
    const { relay } = createStandIn({ faults: ({ index }) => (index < 2 ? [{ kind: 'network' }] : []) });
    const speech = createSpeech({ text, voiceId }, { relay });
    const { container } = await render(<HighlightedTranscript speech={speech} />);
    speech.seekToOffset(text.indexOf('second'));
    for (let attempt = 0; attempt < 2; attempt++) {
      speech.play();
      await expect.poll(() => speech.getSnapshot().status).toBe('error');
      expect(speech.currentOffset()).toBe(text.indexOf('second'));
    }
    speech.play();
    await expect.poll(() => speech.getSnapshot().status).toBe('playing');
    await expect.poll(() => lit(container)).toBe('sentence');
  });
});

it('asks for the rest when play is pressed at the end of what came of a cut answer', async () => {
  const { speech, calls, container } = await playUntilCut({
    faults: ({ index }) => (index === 0 ? [{ kind: 'cut', afterLines: 3 }] : []),
  });
  const place = speech.currentOffset();
  speech.play();
  await expect.poll(() => speech.getSnapshot()).toMatchObject({ status: 'playing', loading: 'complete', error: null });
  expect(speech.currentOffset()).toBeGreaterThanOrEqual(place);
  await expect.poll(() => lit(container)).not.toBe('');
  expect(calls.length).toBe(2);
});

it('lights nothing while nothing was heard: not while it waits, and not when it fails', async () => {
  const { relay } = createStandIn({ faults: [{ kind: 'stall', seconds: 0.3 }, { kind: 'network' }] });
  const speech = createSpeech({ text, voiceId }, { relay });
  const { container } = await render(<HighlightedTranscript speech={speech} />);
  speech.play();
  expect(speech.getSnapshot().status).toBe('buffering');
  expect(speech.litOffset()).toBeNull();
  await expect.poll(() => speech.getSnapshot().status).toBe('error');
  expect(speech.litOffset()).toBeNull();
  expect(lit(container)).toBe('');
});

it('ends the request when loading is stopped, if nobody else waits for it', async () => {
  const { relay } = createStandIn({ pace: { firstByte: 30 } });
  let aborted = false;
  const speech = createSpeech(
    { text, voiceId },
    {
      relay: {
        ...relay,
        speak: (request, options) => {
          options?.signal?.addEventListener('abort', () => {
            aborted = true;
          });
          return relay.speak(request, options);
        },
      },
    },
  );
  await render(<PlayButton speech={speech} />);
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Stop loading' }).click();
  await expect.element(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(aborted).toBe(true);
  expect(speech.getSnapshot()).toMatchObject({ status: 'idle', loading: 'idle', error: null });
});

describe('an API key', () => {
  const key = `sk_${'0123456789abcdef'.repeat(3)}`;
  function Reader(options: Record<string, unknown>) {
    const { speech, error } = useSpeech({ text, voiceId, ...options } as UseSpeechOptions);
    return (
      <>
        <PlayButton speech={speech} />
        <p role="alert">{error?.message}</p>
      </>
    );
  }

  it.each([
    ['useSpeech', {}, { apiKey: key }],
    ['SpeechProvider', { apiKey: key }, {}],
  ])('handed to %s is refused with the reason, and not repeated', async (_, provider, options) => {
    const props = { relay: '/api/speech', ...provider } as SpeechProviderProps;
    await render(
      <SpeechProvider {...props}>
        <Reader {...options} />
      </SpeechProvider>,
    );
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(/Anyone who opens the page could read it/);
    expect(page.getByRole('alert').element().textContent).not.toContain(key);
  });
});

describe('another text in the same place', () => {
  function Reader({ words }: { words: string }) {
    const { speech } = useSpeech({ text: words, voiceId });
    held = speech;
    return (
      <>
        <HighlightedTranscript speech={speech} />
        <SeekBar speech={speech} />
      </>
    );
  }
  let held: Speech;
  const App = ({ words, relay }: { words: string; relay: SpeechProviderProps['relay'] }) => (
    <SpeechProvider relay={relay}>
      <Reader words={words} />
    </SpeechProvider>
  );

  it('begins with an empty seek bar, and as loud and fast as the reader set it', async () => {
    const { relay } = createStandIn();
    const { rerender, container } = await render(<App words={text} relay={relay} />);
    held.setVolume(0.2);
    held.setMuted(true);
    held.setPlaybackRate(1.5);
    held.play();
    const bar = page.getByRole('slider', { name: 'Seek' });
    await expect.poll(() => Number((bar.element() as HTMLInputElement).value)).toBeGreaterThan(0.3);
    await rerender(<App words="Another text." relay={relay} />);
    await expect.element(bar).toBeDisabled();
    expect(bar.element()).toHaveProperty('value', '0');
    expect(bar.element().getAttribute('aria-valuetext')).toBeNull();
    expect(container.querySelector<HTMLElement>('.readalong-seek')?.style.getPropertyValue('--played')).toBe('0%');
    expect(held.getSnapshot()).toMatchObject({ volume: 0.2, muted: true, playbackRate: 1.5 });
  });
});

it('lights the right characters where a server printed carriage returns, which HTML loses', async () => {
  const printed = '  First line\r\nsecond line\r\n\r\nAnother paragraph.';
  const { relay } = createStandIn();
  const app = (
    <SpeechProvider relay={relay}>
      <ReadAlong text={printed} voiceId={voiceId} />
    </SpeechProvider>
  );
  const container = document.createElement('div');
  container.innerHTML = renderToString(app);
  document.body.append(container);
  const root = hydrateRoot(container, app);
  await expect
    .poll(() => {
      container.querySelector<HTMLElement>('button[aria-label="Play"]')?.click();
      return lit(container);
    })
    .toBe('First');
  await expect.poll(() => lit(container)).toBe('second');
  root.unmount();
  container.remove();
});

it('says which numbers it takes, by taking no others', async () => {
  const speech = createSpeech({ text, voiceId }, { relay: createRelay({ url: '/nowhere' }) });
  for (const nonsense of [Number.NaN, Number.POSITIVE_INFINITY, -5]) {
    speech.seek(nonsense);
    speech.seekToOffset(nonsense);
    speech.setVolume(nonsense);
    speech.setPlaybackRate(nonsense);
    const { volume, playbackRate } = speech.getSnapshot();
    expect(Number.isFinite(speech.currentTime()) && Number.isInteger(speech.currentOffset())).toBe(true);
    expect(volume >= 0 && volume <= 1 && playbackRate >= 0.5 && playbackRate <= 3).toBe(true);
  }
});
