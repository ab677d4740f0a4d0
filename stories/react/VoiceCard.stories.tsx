import type { Meta, StoryObj } from '@storybook/react-vite';
import { VoiceCard } from 'react-readalong';
import { expect, within } from 'storybook/test';
import { inTests } from '../speaks.js';
import { refusing, slow, TwoThousandVoices } from './TwoThousandVoices.js';

const meta = {
  title: 'Components/VoiceCard',
  component: VoiceCard,
  args: { voice: '21m00Tcm4TlvDq8ikWAM' },
  render: (args) => (
    <TwoThousandVoices>
      <VoiceCard {...args} />
    </TwoThousandVoices>
  ),
} satisfies Meta<typeof VoiceCard>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The chosen voice, and a button that hears it. */
export const Chosen: Story = {
  play: inTests(async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Hear Rachel' });
  }),
};

/** A voice that has no preview says a line; it says what that buys. */
export const WithALine: Story = {
  args: { voice: { voiceId: 'JBFqnCBsd6RMkjVDRZzb', name: 'My own' }, previewLine: 'Good evening.' },
  play: inTests(async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Hear My own say a line, which buys 13 characters' });
  }),
};

/** With a button of the app's own. */
export const WithAButton: Story = {
  args: {
    children: (
      <button type="button" className="readalong-text-button">
        Change
      </button>
    ),
  },
};

/** No voice is chosen. */
export const NoneChosen: Story = { args: { voice: null } };

/** On its way. */
export const Loading: Story = {
  render: (args) => (
    <TwoThousandVoices relay={slow}>
      <VoiceCard {...args} />
    </TwoThousandVoices>
  ),
};

/** It says why, and tries again. */
export const CouldNotLoad: Story = {
  render: (args) => (
    <TwoThousandVoices relay={refusing}>
      <VoiceCard {...args} />
    </TwoThousandVoices>
  ),
  play: inTests(async ({ canvasElement }) => {
    expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('may not list voices');
  }),
};
