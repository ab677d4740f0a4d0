import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { inTests, litText } from '../speaks.js';
import { ArticleReader } from './ArticleReader.js';
import source from './ArticleReader.tsx?raw';
import { relayOf, wholeFile } from './recipe.js';

const meta = {
  title: 'Recipes/Article reader',
  parameters: wholeFile(source),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** Your own markup, lit in place: headings, lists and emphasis are spoken, code is not. */
export const Article: Story = {
  render: (_, { globals }) => <ArticleReader relay={relayOf(globals)} />,
  play: inTests(async ({ canvasElement, canvas, userEvent }) => {
    const article = await canvas.findByRole('document');
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    await waitFor(() => expect(litText(article)).toBe('tide'), { timeout: 10_000 });
    expect(canvasElement.querySelector('h2')).toHaveTextContent('Reading the tide');
  }),
};
