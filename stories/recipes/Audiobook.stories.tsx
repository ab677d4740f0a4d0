import type { Meta, StoryObj } from '@storybook/react-vite';
import { theLamplightersBook } from '../document/the-lamplighters-book.js';
import { inTests, speaks } from '../speaks.js';
import { Audiobook } from './Audiobook.js';
import source from './Audiobook.tsx?raw';
import { relayOf, wholeFile } from './recipe.js';

const meta = {
  title: 'Recipes/Audiobook',
  parameters: wholeFile(source),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** A book of any length: bought a minute ahead, kept in the browser, and it goes on at the same word tomorrow. */
export const Book: Story = {
  render: (_, { globals }) => (
    <Audiobook
      relay={relayOf(globals)}
      name="the-lamplighters-book"
      title="The Lamplighter’s Book"
      author="Anonymous"
      text={theLamplightersBook}
    />
  ),
  play: inTests(async ({ canvasElement, canvas }) => {
    await speaks({ canvasElement });
    await canvas.findByText(/so far$/, {}, { timeout: 10_000 });
  }),
};
