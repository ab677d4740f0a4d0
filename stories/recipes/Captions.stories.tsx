import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import recording from '../react/recording.json' with { type: 'json' };
import { inTests } from '../speaks.js';
import { Captions } from './Captions.js';
import source from './Captions.tsx?raw';
import { wholeFile } from './recipe.js';

const meta = {
  title: 'Recipes/Captions',
  parameters: wholeFile(source),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** Captions in three formats from the times of a recording, in a video and to take away. */
export const Subtitles: Story = {
  render: (_) => <Captions recording={recording} />,
  play: inTests(async ({ canvasElement, canvas }) => {
    const video = canvasElement.querySelector('video');
    await waitFor(() => expect(video?.textTracks[0]?.cues).toHaveLength(2));
    expect(canvas.getByRole('link', { name: 'recording.srt' })).toHaveAttribute(
      'href',
      expect.stringContaining('-->'.replace(/>/, '%3E')),
    );
  }),
};
