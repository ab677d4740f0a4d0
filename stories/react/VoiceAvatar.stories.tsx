import type { Meta, StoryObj } from '@storybook/react-vite';
import { useVoice, VoiceAvatar } from 'react-readalong';
import { inTests } from '../speaks.js';

/** One voice by its id, and its tile. */
function Voice({ voiceId }: { voiceId: string }) {
  const { data: voice, error } = useVoice(voiceId);
  if (error) return <p role="alert">{error.message}</p>;
  if (!voice) return <p>Asking for the voice…</p>;
  return (
    <p style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <VoiceAvatar voiceId={voice.voiceId} name={voice.name ?? ''} />
      {voice.name}
    </p>
  );
}

const meta = {
  title: 'Components/VoiceAvatar',
  component: Voice,
  subcomponents: { VoiceAvatar },
  args: { voiceId: 'JBFqnCBsd6RMkjVDRZzb' },
  play: inTests(async ({ canvas }) => {
    await canvas.findByText(/George/, {}, { timeout: 10_000 });
  }),
} satisfies Meta<typeof Voice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
