import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  HighlightedTranscript,
  LatencyCalibration,
  type LatencyCalibrationProps,
  PlayButton,
  type SpeechSnapshot,
  useSpeech,
  useSpeechState,
} from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inTests } from '../speaks.js';

const selectOffset = ({ latencyOffset }: SpeechSnapshot) => latencyOffset;

/** With wireless headphones the light runs ahead of the voice, until this told the speech by how much. */
function Calibrated(props: Pick<LatencyCalibrationProps, 'labels' | 'needed'>) {
  const { speech } = useSpeech({
    text: 'Once it knows how late the headphones sound, the light falls on the word that is heard.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  const offset = useSpeechState(speech, selectOffset);
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      <HighlightedTranscript speech={speech} lang="en" />
      <p style={{ display: 'flex', alignItems: 'center', gap: 12, margin: 0 }}>
        <PlayButton speech={speech} />
        <output>{(offset * 1000).toFixed(0)} ms</output>
      </p>
      <LatencyCalibration {...props} onOffset={speech.setLatencyOffset} />
    </div>
  );
}

const meta = {
  title: 'Components/LatencyCalibration',
  component: Calibrated,
  subcomponents: { LatencyCalibration },
} satisfies Meta<typeof Calibrated>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start the clicks' }));
    const tap = await canvas.findByRole('button', { name: 'Tap at every click' });
    await waitFor(() => expect(tap).toHaveFocus());
    await waitFor(async () => {
      await userEvent.keyboard(' ');
      expect(canvas.getByText(/[1-8] of 8 taps/)).toBeVisible();
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await canvas.findByRole('button', { name: 'Start the clicks' });
  }),
};

/** In your language; here a single tap behind the first two is enough, to see how it ends. */
export const InGerman: Story = {
  args: {
    needed: 1,
    labels: {
      name: 'Verzögerung',
      explanation: 'Drahtlose Kopfhörer klingen verspätet. Höre auf die Klicks und tippe gleichmäßig mit.',
      start: 'Klicks hören',
      tap: 'Bei jedem Klick tippen',
      cancel: 'Abbrechen',
      progress: (taps, needed) => `${taps} von ${needed}`,
      result: (offset) => `Der Ton kommt ${Math.round(offset * 1000)} ms später, als der Browser sagt.`,
      use: 'Übernehmen',
      again: 'Noch einmal',
    },
  },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Klicks hören' }));
    await waitFor(async () => {
      const tap = canvas.queryByRole('button', { name: 'Bei jedem Klick tippen' });
      if (tap) await userEvent.click(tap);
      expect(canvas.getByText(/^Der Ton kommt -?\d+ ms später/)).toHaveFocus();
    });
    const use = canvas.getByRole('button', { name: 'Übernehmen' });
    await waitFor(() => expect(use).toBeEnabled(), { timeout: 3000 });
    const found = /-?\d+ ms/.exec(canvas.getByText(/^Der Ton/).textContent ?? '')?.[0] ?? '';
    await userEvent.click(use);
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(found));
  }),
};
