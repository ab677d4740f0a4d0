import type { Meta, StoryObj } from '@storybook/react-vite';
import { usePreviewStatus, useVoice, useVoicePreview } from 'react-readalong';
import { inTests } from '../speaks.js';

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

const meta = {
  title: 'Hooks/useVoicePreview',
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Hear/ }, { timeout: 10_000 }));
    await canvas.findByText('It is playing.', {}, { timeout: 10_000 });
  }),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** A voice says a line before it is chosen: its own preview, or where it has none a line that is bought once. */
export const OneVoice: Story = {
  render: function Render() {
    const { data } = useVoice(voiceId);
    // Its own preview lies in the network, which not every reader of this page has: without one the line is said.
    const voice = data && { ...data, previewUrl: null };
    const { preview, price, toggle } = useVoicePreview({ previewLine: 'This is how I sound.' });
    const status = usePreviewStatus(preview, voiceId);
    if (!voice) return <p>Asking for the voice…</p>;
    return (
      <p>
        <button type="button" onClick={() => toggle(voice)}>
          {status === 'idle' ? `Hear ${voice.name}` : 'Stop'}
        </button>{' '}
        It costs {price(voice) ?? 'nothing that is known, as it cannot be heard:'} characters.{' '}
        <output>It is {status}.</output>
      </p>
    );
  },
};
