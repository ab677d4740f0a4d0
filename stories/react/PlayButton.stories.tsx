import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, type PlayButtonProps, type Speech, usePlayButton, useSpeech } from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Row } from '../Row.js';
import { inTests, speaks } from '../speaks.js';

type Args = Pick<PlayButtonProps, 'labels'> & { text: string };

function Speaking({ text, labels }: Args) {
  const { speech, error } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <>
      <PlayButton speech={speech} labels={labels} />
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}

const meta = {
  title: 'Components/PlayButton',
  component: Speaking,
  subcomponents: { PlayButton },
  args: { text: 'One button: it plays, pauses, and plays again.' },
  play: inTests(speaks),
} satisfies Meta<typeof Speaking>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

/** Its name says what pressing it does, in your language. */
export const InGerman: Story = {
  args: {
    text: 'Ein Knopf.',
    labels: { play: 'Abspielen', pause: 'Pause', again: 'Noch einmal', stop: 'Laden abbrechen' },
  },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Abspielen' }));
    await canvas.findByRole('button', { name: 'Noch einmal' }, { timeout: 15_000 });
  }),
};

/** Pressed by keyboard; it keeps the focus through every state. */
export const ByKeyboard: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const button = await canvas.findByRole('button', { name: 'Play' });
    button.focus();
    await userEvent.keyboard(' ');
    await canvas.findByRole('button', { name: 'Pause' }, { timeout: 10_000 });
    await userEvent.keyboard('{Enter}');
    await canvas.findByRole('button', { name: 'Play' });
    await waitFor(() => expect(button).toHaveFocus());
  }),
};

function OwnButton({ speech }: { speech: Speech }) {
  const { buttonProps, action, busy } = usePlayButton(speech);
  return (
    <button {...buttonProps} className="readalong-button">
      {action}
      {busy && ' …'}
    </button>
  );
}

/** The hook alone, for a button of your own. */
export const ByHook: Story = { render: () => <Row>{(speech) => <OwnButton speech={speech} />}</Row> };
