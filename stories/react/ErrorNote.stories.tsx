import type { Meta, StoryObj } from '@storybook/react-vite';
import { createRelay, ErrorNote, PlayButton, SpeechProvider, useSpeech } from 'react-readalong';
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
