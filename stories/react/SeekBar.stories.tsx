import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, SeekBar, TimeDisplay, useSpeech } from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Speaking({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'auto auto 1fr auto',
        alignItems: 'center',
        gap: 12,
        paddingInline: 8,
      }}
    >
      <PlayButton speech={speech} />
      <TimeDisplay speech={speech} />
      <SeekBar speech={speech} />
      <TimeDisplay speech={speech} show="remaining" />
    </div>
  );
}

const meta = {
  title: 'Components/SeekBar',
  component: Speaking,
  subcomponents: { SeekBar },
  args: { text: theLamplighter.text },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

/** Arrow keys move by 5 seconds, page keys by 30; Home and End go to the ends. */
export const ByKeyboard: Story = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    const bar = await within(canvasElement).findByRole<HTMLInputElement>('slider', { name: 'Seek' });
    await waitFor(() => expect(bar).toBeEnabled(), { timeout: 10_000 });
    const before = bar.valueAsNumber;
    bar.focus();
    await userEvent.keyboard('{PageUp}{ArrowLeft}');
    await waitFor(() => expect(bar.valueAsNumber).toBeGreaterThan(before + 24));
    expect(bar.getAttribute('aria-valuetext')).toMatch(/seconds? of \d+ minutes?/);
  }),
};
