import type { Meta, StoryObj } from '@storybook/react-vite';
import { VoiceSettings } from 'react-readalong';
import { expect, fireEvent, userEvent, within } from 'storybook/test';
import { inTests } from '../speaks.js';
import { TwoThousandVoices } from './TwoThousandVoices.js';

const meta = {
  title: 'Components/VoiceSettings',
  component: VoiceSettings,
  render: (args) => (
    <TwoThousandVoices>
      <VoiceSettings {...args} />
    </TwoThousandVoices>
  ),
} satisfies Meta<typeof VoiceSettings>;
export default meta;
type Story = StoryObj<typeof meta>;

/** At the API's defaults, each marked by a tick. */
export const Defaults: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const stability = canvas.getByRole('slider', { name: /^Stability/ });
    await fireEvent.input(stability, { target: { value: '0.9' } });
    expect(stability).toHaveAttribute('aria-valuetext', '0.90');
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }));
    expect(stability).toHaveAttribute('aria-valuetext', '0.50');
  }),
};

/** From what is stored with the voice. */
export const TheVoicesOwn: Story = {
  args: { voiceId: '21m00Tcm4TlvDq8ikWAM' },
  play: inTests(async ({ canvasElement }) => {
    await within(canvasElement).findByText('How Rachel reads');
  }),
};

/** What a model makes nothing of is shown as such. */
export const IgnoredByTheModel: Story = { args: { modelId: 'eleven_v3' } };

/** Nothing can be changed. */
export const Disabled: Story = { args: { disabled: true, defaultValue: { style: 0.4 } } };
