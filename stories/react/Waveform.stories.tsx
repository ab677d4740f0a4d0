import type { Meta, StoryObj } from '@storybook/react-vite';
import { LevelMeter, PlayButton, type Speech, TimeDisplay, useSpeech, useWaveform, Waveform } from 'react-readalong';
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
        gridTemplateColumns: 'auto auto auto 1fr auto',
        alignItems: 'center',
        gap: 12,
        paddingInline: 8,
      }}
    >
      <PlayButton speech={speech} />
      <LevelMeter speech={speech} />
      <TimeDisplay speech={speech} />
      <Waveform speech={speech} />
      <TimeDisplay speech={speech} show="remaining" />
    </div>
  );
}

const meta = {
  title: 'Components/Waveform',
  component: Speaking,
  subcomponents: { Waveform, LevelMeter },
  args: { text: theLamplighter.text },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Bars where the sound is here, dots where it is still to come; beside it how loud the voice is now. */
export const Default: Story = {};

/** Few words: all of it is drawn before it was heard. */
export const OneSentence: Story = { args: { text: 'The lamps were lit one by one, and nobody saw by whom.' } };

/** Arrow keys move by 5 seconds, page keys by 30; Home and End go to the ends. */
export const ByKeyboard: Story = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    const bar = await within(canvasElement).findByRole<HTMLInputElement>('slider', { name: 'Seek' });
    await waitFor(() => expect(bar).toBeEnabled(), { timeout: 10_000 });
    const before = bar.valueAsNumber;
    bar.focus();
    await userEvent.keyboard('{PageUp}');
    await waitFor(() => expect(bar.valueAsNumber).toBeGreaterThan(before + 24));
  }),
};

function OwnWave({ speech }: { speech: Speech }) {
  const { boxProps, inputProps, pathProps } = useWaveform(speech);
  return (
    <div {...boxProps} style={{ flex: 1, position: 'relative', blockSize: 64 }}>
      <svg width="100%" height="100%" aria-hidden="true" stroke="currentcolor">
        <path {...pathProps} />
      </svg>
      <input
        {...inputProps}
        aria-label="Seek"
        style={{ position: 'absolute', inset: 0, inlineSize: '100%', margin: 0, opacity: 0.6 }}
      />
    </div>
  );
}

/** The hook alone, for a drawing of your own. */
export const ByHook: Story = {
  render: ({ text }) => (
    <Row text={text}>
      {(speech) => (
        <>
          <PlayButton speech={speech} />
          <OwnWave speech={speech} />
        </>
      )}
    </Row>
  ),
};
