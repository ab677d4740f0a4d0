import type { Meta, StoryObj } from '@storybook/react-vite';
import { createRelay, ErrorNote, PlayButton, SpeechProvider, useErrorNote, useSpeech } from 'react-readalong';
import { expect, userEvent, within } from 'storybook/test';
import { inTests } from '../speaks.js';

const busy = createRelay({
  url: '/busy',
  fetch: async () =>
    Response.json(
      { detail: { status: 'too_many_concurrent_requests', message: 'Too many requests are being spoken at once.' } },
      { status: 429 },
    ),
});

function Refused() {
  const { speech } = useSpeech({ text: 'Not now.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <>
      <ErrorNote speech={speech} />
      <PlayButton speech={speech} />
    </>
  );
}

const meta = { title: 'Components/ErrorNote', component: ErrorNote } satisfies Meta<typeof ErrorNote>;
export default meta;

/** The account already speaks elsewhere. */
export const TooManyRequests: StoryObj = {
  render: () => (
    <SpeechProvider relay={busy}>
      <Refused />
    </SpeechProvider>
  ),
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    expect(await canvas.findByRole('alert')).toHaveTextContent('429');
  }),
};

function OwnRefusal() {
  const { speech } = useSpeech({ text: 'Not now.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { error, playable, noteProps, retryProps } = useErrorNote(speech);
  return (
    <>
      <PlayButton speech={speech} />
      {error && (
        <div {...noteProps}>
          {playable ? 'The rest is missing.' : 'Nothing came.'} {error.message} <button {...retryProps}>Again</button>
        </div>
      )}
    </>
  );
}

/** The hook alone, for a note of your own. */
export const ByHook: StoryObj = {
  render: () => (
    <SpeechProvider relay={busy}>
      <OwnRefusal />
    </SpeechProvider>
  ),
  play: inTests(async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    expect(await canvas.findByRole('alert')).toHaveTextContent('Nothing came.');
    await userEvent.click(canvas.getByRole('button', { name: 'Again' }));
    expect(await canvas.findByRole('button', { name: /Play|Try again|Stop loading/ })).toHaveFocus();
  }),
};
