import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, useSpeech, VolumeControl } from 'react-readalong';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Speaking({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div className="readalong" style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <PlayButton speech={speech} />
      <VolumeControl speech={speech} />
    </div>
  );
}

const meta = {
  title: 'Components/VolumeControl',
  component: Speaking,
  subcomponents: { VolumeControl },
  args: { text: theLamplighter.text },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A slider, and a way to be silent. */
export const Default: Story = {};
