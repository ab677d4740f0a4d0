import type { Meta, StoryObj } from '@storybook/react-vite';
import { HighlightedTranscript, PlayButton, SpeechProvider, useSpeech } from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inTests, litText } from '../speaks.js';

const request = { text: 'Two places, one text: it is bought once.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' };

function Place({ name }: { name: string }) {
  const { speech, error } = useSpeech(request);
  return (
    <section aria-label={name}>
      <HighlightedTranscript speech={speech} lang="en" />
      {error && <p role="alert">{error.message}</p>}
      <PlayButton speech={speech} />
    </section>
  );
}

const meta = { title: 'Components/SpeechProvider', component: SpeechProvider } satisfies Meta<typeof SpeechProvider>;
export default meta;

/** What is bought below a provider is shared below it. The provider of these pages holds a relay that speaks without an account. */
export const SharedSpeech: StoryObj = {
  render: () => (
    <div style={{ display: 'grid', gap: 24 }}>
      <Place name="First" />
      <Place name="Second" />
    </div>
  ),
  play: inTests(async ({ canvasElement }) => {
    const first = within(canvasElement).getByRole('region', { name: 'First' });
    await userEvent.click(within(first).getByRole('button', { name: 'Play' }));
    await within(first).findByRole('button', { name: 'Pause' }, { timeout: 10_000 });
    await waitFor(() => expect(litText(first)).not.toBe(''), { timeout: 10_000 });
  }),
};
