import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { HighlightedTranscript, type Look, LookControl, type LookLabels, PlayButton, useSpeech } from 'react-readalong';
import { expect } from 'storybook/test';
import { inTests } from '../speaks.js';

function Choosing({ labels }: { labels?: LookLabels }) {
  const [look, setLook] = useState<Look>('pill');
  const { speech } = useSpeech({ text: 'Choose how the word is marked.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div className="readalong" style={{ display: 'grid', gap: 12, justifyItems: 'start' }}>
      <HighlightedTranscript speech={speech} look={look} lang="en" />
      <LookControl look={look} onChange={setLook} labels={labels} />
      <PlayButton speech={speech} />
    </div>
  );
}

const meta = {
  title: 'Components/LookControl',
  component: Choosing,
  subcomponents: { LookControl },
  play: inTests(async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Sweep' }));
    expect(canvasElement.querySelector('.readalong-transcript')).toHaveAttribute('data-look', 'sweep');
  }),
} satisfies Meta<typeof Choosing>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
