import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  createRelay,
  HighlightedTranscript,
  SpeechProvider,
  type SpeechSnapshot,
  useSpeech,
  useSpeechState,
  type WireSpeechChunk,
} from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';
import recording from './recording.json' with { type: 'json' };

const meta = { title: 'Hooks/useSpeech', play: inTests(speaks) } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** Text in, a voice out. The options stand inline; nothing is bought before play. */
export const Request: Story = {
  render: function Render() {
    const { speech, play, pause, status, loading, error } = useSpeech({
      text: 'Text goes in, a voice comes out, and every character lights up as it is heard.',
      voiceId: 'JBFqnCBsd6RMkjVDRZzb',
    });
    return (
      <>
        <HighlightedTranscript speech={speech} lang="en" />
        <p>
          <button type="button" onClick={status === 'playing' ? pause : play}>
            {status === 'playing' ? 'Pause' : 'Play'}
          </button>{' '}
          status: {status}, loading: {loading}
          {error && `, ${error.message}`}
        </p>
      </>
    );
  },
};

/** An answer of /with-timestamps that the app already has, audio in base64: no relay, no purchase. */
export const ExistingRecording: Story = {
  render: function Render() {
    const { speech } = useSpeech({ recording: recording as WireSpeechChunk });
    return (
      <>
        <HighlightedTranscript speech={speech} lang="en" />
        <Bar speech={speech} />
      </>
    );
  },
};

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const selectRate = ({ playbackRate }: SpeechSnapshot) => playbackRate;

/** Every speed keeps the pitch, and is heard at once. */
export const Speeds: Story = {
  render: function Render() {
    const { speech, setPlaybackRate } = useSpeech({ text: theLamplighter.text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
    const rate = useSpeechState(speech, selectRate);
    return (
      <>
        <HighlightedTranscript speech={speech} lang="en" />
        <fieldset style={{ display: 'flex', flexWrap: 'wrap', gap: 12, marginBlock: 16 }}>
          <legend>Speed</legend>
          {SPEEDS.map((speed) => (
            <label key={speed}>
              <input type="radio" name="speed" checked={rate === speed} onChange={() => setPlaybackRate(speed)} />{' '}
              {speed}×
            </label>
          ))}
        </fieldset>
        <Bar speech={speech} />
      </>
    );
  },
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    const canvas = within(canvasElement);
    for (const name of ['2×', '0.5×', '3×']) {
      await userEvent.click(canvas.getByRole('radio', { name }));
      await waitFor(() => expect(canvas.getByRole('radio', { name })).toBeChecked());
    }
    expect(canvas.getByRole('button', { name: 'Pause' })).toBeVisible();
  }),
};

/** Typing buys nothing: the text is spoken as it is when play is pressed. */
export const TypedText: Story = {
  render: function Render() {
    const [text, setText] = useState('Change me, then press play.');
    const { speech, error } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
    return (
      <>
        <label style={{ display: 'grid', gap: 4, marginBlockEnd: 16 }}>
          Text
          <textarea value={text} onChange={(event) => setText(event.target.value)} rows={3} />
        </label>
        <HighlightedTranscript speech={speech} />
        {error && <p role="alert">{error.message}</p>}
        <Bar speech={speech} />
      </>
    );
  },
};

const unplugged = createRelay({ url: '/nowhere', fetch: () => Promise.reject(new TypeError('Failed to fetch')) });

/** The relay is down: the hook says so in words, and the text stays. */
export const RelayDown: Story = {
  render: function Render() {
    return (
      <SpeechProvider relay={unplugged}>
        <Unplugged />
      </SpeechProvider>
    );
  },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    expect(await canvas.findByRole('alert')).toHaveTextContent('could not be reached');
    await canvas.findByRole('button', { name: 'Try again' });
  }),
};

function Unplugged() {
  const { speech, error } = useSpeech({ text: 'Nobody is there to speak this.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <>
      <HighlightedTranscript speech={speech} lang="en" />
      {error && <p role="alert">{error.message}</p>}
      <Bar speech={speech} />
    </>
  );
}
