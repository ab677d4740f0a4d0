import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, SkipButton, useSpeech } from 'react-readalong';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Speaking({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div className="readalong" style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <SkipButton speech={speech} step={{ paragraphs: -1 }} />
      <SkipButton speech={speech} step={{ seconds: -10 }} />
      <PlayButton speech={speech} />
      <SkipButton speech={speech} step={{ seconds: 10 }} />
      <SkipButton speech={speech} step={{ paragraphs: 1 }} />
    </div>
  );
}

const meta = {
  title: 'Components/SkipButton',
  component: Speaking,
  subcomponents: { SkipButton },
  args: { text: theLamplighter.text },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

/** By paragraphs and by seconds. */
export const Default: Story = {};
