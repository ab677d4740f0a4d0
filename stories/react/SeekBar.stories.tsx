import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, SeekBar, type Speech, TimeDisplay, useSeekBar, useSpeech } from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Row } from '../Row.js';
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

function OwnBar({ speech }: { speech: Speech }) {
  const { boxProps, inputProps } = useSeekBar(speech);
  return (
    <div {...boxProps} style={{ flex: 1, display: 'grid', gap: 4 }}>
      <input {...inputProps} aria-label="Seek" />
      <div style={{ blockSize: 4, inlineSize: 'var(--buffered)', background: 'currentcolor' }} />
    </div>
  );
}

/** The hook alone: a native range input, and a line below it for what is here. */
export const ByHook: Story = {
  render: ({ text }) => (
    <Row text={text}>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnBar speech={speech} />
        </>
      )}
    </Row>
  ),
};
