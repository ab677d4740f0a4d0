import type { Meta, StoryObj } from '@storybook/react-vite';
import recording from '../react/recording.json' with { type: 'json' };
import { inTests, speaks } from '../speaks.js';
import { ExistingNarration } from './ExistingNarration.js';
import source from './ExistingNarration.tsx?raw';
import audioUrl from './narration.mp3';
import { wholeFile } from './recipe.js';

const meta = {
  title: 'Recipes/Existing narration',
  parameters: wholeFile(source),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** A file and its alignment: nothing to set up, nothing to pay. */
export const Narration: Story = {
  render: (_) => <ExistingNarration audioUrl={audioUrl} alignment={recording.alignment} />,
  play: inTests(speaks),
};
