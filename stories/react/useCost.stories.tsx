import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, useCost, useSpeech } from 'react-readalong';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

const meta = { title: 'Hooks/useCost', play: inTests(speaks) } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** What was spent, and what the rest would cost, in words of the app's own. */
export const InYourWords: Story = {
  render: function Render() {
    const { speech } = useSpeech({ text: theLamplighter.text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
    const { spent, toCome } = useCost(speech);
    return (
      <>
        <PlayButton speech={speech} />
        <p>
          {spent.characters} characters were bought, {toCome.characters} are left.
        </p>
      </>
    );
  },
};
