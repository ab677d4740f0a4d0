import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, type SpeechSnapshot, useSpeech, useSpeechState } from 'react-readalong';
import { expect, waitFor, within } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

const selectBuffered = ({ buffered, duration }: SpeechSnapshot) => ({ buffered, duration });

/** Renders only what it selects, when that changes. */
function Buffered() {
  const { speech } = useSpeech({ text: theLamplighter.text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { buffered, duration } = useSpeechState(speech, selectBuffered);
  return (
    <p style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <PlayButton speech={speech} />
      <label>
        Sound that is here <meter min={0} max={duration ?? 1} value={buffered} /> {buffered.toFixed(1)} s
      </label>
    </p>
  );
}

const meta = { title: 'Hooks/useSpeechState', render: () => <Buffered /> } satisfies Meta;
export default meta;

export const BufferedSound: StoryObj<typeof meta> = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(within(canvasElement).getByText(/\d{2,}\.\d s/)).toBeVisible(), { timeout: 10_000 });
  }),
};
