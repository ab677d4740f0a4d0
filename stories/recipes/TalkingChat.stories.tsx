import type { Meta, StoryObj } from '@storybook/react-vite';
import { inTests, speaks } from '../speaks.js';
import { relayOf, wholeFile } from './recipe.js';
import { TalkingChat } from './TalkingChat.js';
import source from './TalkingChat.tsx?raw';

const meta = {
  title: 'Recipes/Chat that talks',
  parameters: wholeFile(source),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** An answer is spoken while it is still being written, sentence by sentence. */
export const Chat: Story = {
  render: (_, { globals }) => <TalkingChat relay={relayOf(globals)} />,
  play: inTests(async ({ canvasElement, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask' }));
    await canvas.findByRole('article', { name: 'Answer' });
    await speaks({ canvasElement });
    await canvas.findByText(/the lower bridge stays open\./, {}, { timeout: 10_000 });
  }),
};
