import { Profiler } from 'react';
import {
  createSpeech,
  HighlightedTranscript,
  PlayButton,
  type Speech,
  SpeechProvider,
  TimeDisplay,
  useCurrentTime,
  useCurrentWord,
  useSpeech,
  useSpeechState,
} from 'react-readalong';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import recording from '../../stories/react/recording.json' with { type: 'json' };
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const text = 'Renders are counted here, while a voice of tones speaks every character of this sentence.';
const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

it('plays a recording that the app already has, in the form of the wire and of the SDK, without a provider', async () => {
  const sdk = { audioBase64: recording.audio_base64, alignment: recording.alignment };
  function Reader({ source }: { source: Parameters<typeof useSpeech>[0] }) {
    const { speech, loading } = useSpeech(source);
    const word = useCurrentWord(speech);
    return (
      <section aria-label="Reader" data-loading={loading} data-word={word?.text}>
        <HighlightedTranscript speech={speech} />
        <PlayButton speech={speech} />
        <TimeDisplay speech={speech} show="duration" />
      </section>
    );
  }
  for (const source of [
    { recording },
    { recording: sdk },
    { audioBase64: recording.audio_base64, alignment: recording.alignment },
  ]) {
    const { unmount } = await render(<Reader source={{ ...source }} />);
    const reader = page.getByRole('region', { name: 'Reader' });
    await expect.element(reader).toHaveAttribute('data-loading', 'complete');
    await expect.element(reader).toHaveTextContent('This recording was made once, and kept.');
    await expect.element(reader).toHaveTextContent('0:05');
    await reader.getByRole('button', { name: 'Play' }).click();
    await expect.element(reader).toHaveAttribute('data-word', 'recording');
    await unmount();
  }
});

describe('renders', () => {
  it('nothing while it plays, unless somebody asked for words or time', async () => {
    const { relay } = createStandIn();
    const commits = { quiet: 0, words: 0 };
    let speech: Speech | undefined;
    function Quiet() {
      const { speech: own } = useSpeech({ text, voiceId });
      speech = own;
      return <HighlightedTranscript speech={own} />;
    }
    function Words({ of }: { of: Speech }) {
      return <output>{useCurrentWord(of)?.text}</output>;
    }
    await render(
      <SpeechProvider relay={relay}>
        <Profiler id="quiet" onRender={() => commits.quiet++}>
          <Quiet />
        </Profiler>
      </SpeechProvider>,
    );
    const own = speech as Speech;
    await render(
      <Profiler id="words" onRender={() => commits.words++}>
        <Words of={own} />
      </Profiler>,
    );
    own.play();
    await expect.poll(() => own.getSnapshot().loading).toBe('complete');
    await expect.poll(() => own.getSnapshot().status).toBe('playing');
    const before = { ...commits };
    const firstWord = own.getSnapshot().timeline.wordIndexAt(own.currentTime());
    await expect.poll(() => own.currentTime(), { timeout: 10_000 }).toBeGreaterThan(2.5);
    const heard = own.getSnapshot().timeline.wordIndexAt(own.currentTime()) - firstWord;
    expect(commits.quiet - before.quiet).toBe(0);
    expect(commits.words - before.words).toBeGreaterThan(2);
    expect(commits.words - before.words).toBeLessThanOrEqual(heard + 1);
  });

  it('a selected part of the state only when that part changes', async () => {
    const { relay } = createStandIn({ pace: { firstByte: 0.05, rate: 4 } });
    let renders = 0;
    let speech: Speech | undefined;
    const selectLoading = ({ loading }: { loading: string }) => ({ loading });
    function State({ of }: { of: Speech }) {
      renders++;
      return <output>{useSpeechState(of, selectLoading).loading}</output>;
    }
    function Reader() {
      speech = useSpeech({ text, voiceId }).speech;
      return <State of={speech} />;
    }
    await render(
      <SpeechProvider relay={relay}>
        <Reader />
      </SpeechProvider>,
    );
    speech?.play();
    await expect.element(page.getByText('complete')).toBeVisible();
    // idle, waiting, streaming, complete, each at most twice through the parent.
    expect(renders).toBeLessThanOrEqual(10);
  });

  it('the time in the steps that were asked for', async () => {
    const { relay } = createStandIn();
    const shown: number[] = [];
    let speech: Speech | undefined;
    function Clock({ of }: { of: Speech }) {
      const seconds = useCurrentTime(of, { every: 0.5 });
      if (shown.at(-1) !== seconds) shown.push(seconds);
      return <output>{seconds}</output>;
    }
    function Reader() {
      speech = useSpeech({ text, voiceId }).speech;
      return <Clock of={speech} />;
    }
    await render(
      <SpeechProvider relay={relay}>
        <Reader />
      </SpeechProvider>,
    );
    speech?.play();
    await expect.poll(() => shown.at(-1), { timeout: 10_000 }).toBe(2);
    expect(shown).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('the time in other steps as soon as these are asked for, also while nothing plays', async () => {
    const { relay } = createStandIn();
    const speech = createSpeech({ text, voiceId }, { relay });
    function Clock({ every }: { every: number }) {
      return <output>{useCurrentTime(speech, { every }).toFixed(2)}</output>;
    }
    const { rerender } = await render(<Clock every={1} />);
    speech.play();
    await expect.poll(() => speech.getSnapshot().loading).toBe('complete');
    speech.pause();
    speech.seek(1.8);
    await expect.element(page.getByText('1.00')).toBeVisible();
    await rerender(<Clock every={0.25} />);
    await expect.element(page.getByText('1.75')).toBeVisible();
    speech.dispose();
  });
});

describe('the lit place', () => {
  const start = async (options: Parameters<typeof createStandIn>[0] = {}) => {
    const { relay, calls } = createStandIn(options);
    const speech = createSpeech({ text, voiceId }, { relay });
    const { container } = await render(<HighlightedTranscript speech={speech} />);
    return { speech, calls, container };
  };

  it('is nowhere before the first play, and after the end', async () => {
    const { relay } = createStandIn();
    const speech = createSpeech({ text: 'Short.', voiceId }, { relay });
    const { container } = await render(<HighlightedTranscript speech={speech} />);
    expect(lit(container)).toBe('');
    speech.play();
    await expect.poll(() => lit(container)).toBe('Short.');
    await expect.poll(() => speech.getSnapshot().status, { timeout: 5000 }).toBe('ended');
    await expect.poll(() => lit(container)).toBe('');
  });

  it('moves with a seek while it is paused, and back again', async () => {
    const { speech, container } = await start();
    speech.play();
    await expect.poll(() => speech.getSnapshot().loading).toBe('complete');
    speech.pause();
    speech.seekToOffset(text.indexOf('tones'));
    await expect.poll(() => lit(container)).toBe('tones');
    expect(lit(container, 'character')).toBe('t');
    speech.seekToOffset(text.indexOf('counted') + 3);
    await expect.poll(() => lit(container)).toBe('counted');
    expect(lit(container, 'character')).toBe('coun');
    speech.seek(0);
    await expect.poll(() => lit(container)).toBe('Renders');
  });

  it('goes where it was sent before anything was bought, which buys nothing', async () => {
    const { speech, calls, container } = await start();
    speech.seekToOffset(text.indexOf('speaks'));
    await expect.poll(() => lit(container)).toBe('speaks');
    expect(calls.length).toBe(0);
    speech.play();
    await expect.poll(() => speech.getSnapshot().status).toBe('playing');
    await expect.poll(() => lit(container)).toBe('every');
  });

  it('is taken out of the document with its transcript', async () => {
    const { relay } = createStandIn();
    const speech = createSpeech({ text, voiceId }, { relay });
    const { container, unmount } = await render(<HighlightedTranscript speech={speech} />);
    speech.play();
    await expect.poll(() => lit(container)).not.toBe('');
    await unmount();
    expect([...(CSS.highlights.get('readalong-word') ?? [])]).toEqual([]);
    expect(speech.getSnapshot().status).toBe('paused');
  });
});
