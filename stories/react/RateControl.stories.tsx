import type { Meta, StoryObj } from '@storybook/react-vite';
import { RateControl, useSpeech } from 'react-readalong';
import { expect, screen, userEvent, within } from 'storybook/test';
import { inTests } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Speaking() {
  const { speech } = useSpeech({ text: theLamplighter.text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return <RateControl speech={speech} />;
}

const meta = {
  title: 'Components/RateControl',
  component: Speaking,
  subcomponents: { RateControl },
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Opens by press or key; arrow keys choose; Escape closes and gives the focus back. */
export const Default: Story = {
  play: inTests(async ({ canvasElement }) => {
    const button = within(canvasElement).getByRole('button', { name: 'Speed: 1 times' });
    await userEvent.click(button);
    expect(screen.getByRole('radio', { name: '1 times' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(button).toHaveTextContent('1.25×');
    const slider = screen.getByRole('slider', { name: 'Speed' });
    expect(slider).toHaveAttribute('aria-valuetext', '1.25 times');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('slider')).toBeNull();
    expect(button).toHaveFocus();
  }),
};
