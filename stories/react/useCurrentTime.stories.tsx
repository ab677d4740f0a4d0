import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, useCurrentTime, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';

/** The time in steps of a tenth of a second: rendered ten times a second, not sixty. */
function Seconds() {
  const { speech } = useSpeech({
    text: 'The clock follows what is heard, not what was sent.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  const seconds = useCurrentTime(speech, { every: 0.1 });
  return (
    <p style={{ display: 'flex', alignItems: 'center', gap: 12, fontVariantNumeric: 'tabular-nums' }}>
      <PlayButton speech={speech} />
      <span className="seconds">{seconds.toFixed(1)} s</span>
    </p>
  );
}

const meta = { title: 'Hooks/useCurrentTime', render: () => <Seconds /> } satisfies Meta;
export default meta;

export const Tenths: StoryObj<typeof meta> = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(canvasElement.querySelector('.seconds')).toHaveTextContent(/^[1-9]\.\d s$/), {
      timeout: 10_000,
    });
  }),
};
