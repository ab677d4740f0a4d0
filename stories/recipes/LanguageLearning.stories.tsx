import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { inTests } from '../speaks.js';
import { LanguageLearning } from './LanguageLearning.js';
import source from './LanguageLearning.tsx?raw';
import { relayOf, wholeFile } from './recipe.js';

const meta = {
  title: 'Recipes/Language learning',
  parameters: wholeFile(source),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** Slow, sentence by sentence, each three times with a silence in which to say it; or hidden until it was heard. */
export const Lesson: Story = {
  render: (_, { globals }) => <LanguageLearning relay={relayOf(globals)} />,
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Repeat the sentence' }));
    await canvas.findByText('Say it', {}, { timeout: 10_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Enough' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Dictation' }));
    expect(canvas.queryByText(/nobody minded the rain/)).toBeNull();
    await canvas.findByText(/^The ferry leaves at eight\.\s*…$/, {}, { timeout: 10_000 });
  }),
};
