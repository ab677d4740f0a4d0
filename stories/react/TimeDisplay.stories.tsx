import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, TimeDisplay, type TimeDisplayProps, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';

function Speaking({ show }: Pick<TimeDisplayProps, 'show'>) {
  const { speech } = useSpeech({
    text: 'The time that was heard, the time that is left, or the whole of it.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  return (
    <p style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <PlayButton speech={speech} />
      <TimeDisplay speech={speech} show={show} />
    </p>
  );
}

const meta = {
  title: 'Components/TimeDisplay',
  component: Speaking,
  subcomponents: { TimeDisplay },
  args: { show: 'elapsed' },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Elapsed: Story = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(canvasElement.querySelector('.readalong-time')).toHaveTextContent('0:01'), {
      timeout: 10_000,
    });
  }),
};

export const Remaining: Story = { args: { show: 'remaining' } };

export const Duration: Story = { args: { show: 'duration' } };
