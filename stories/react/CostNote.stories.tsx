import type { Meta, StoryObj } from '@storybook/react-vite';
import { CostNote, PlayButton, useSpeech } from 'react-readalong';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Speaking({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div className="readalong" style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <PlayButton speech={speech} />
      <CostNote speech={speech} />
    </div>
  );
}

const meta = {
  title: 'Components/CostNote',
  component: Speaking,
  subcomponents: { CostNote },
  args: { text: theLamplighter.text },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The price, said before it is spent. */
export const Default: Story = {};
