import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlayButton, useCurrentWord, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';

/** One word at a time, large, where it can be read from across the room. */
function OneWord() {
  const { speech } = useSpeech({
    text: 'One word at a time, large enough to be read from across the room.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  const word = useCurrentWord(speech);
  return (
    <>
      <p style={{ font: '600 clamp(2rem, 10vw, 5rem)/1.2 var(--readalong-font-text)', margin: 0 }}>
        <output aria-live="off">{word?.text ?? '…'}</output>
      </p>
      <PlayButton speech={speech} />
    </>
  );
}

const meta = { title: 'Hooks/useCurrentWord', render: () => <OneWord /> } satisfies Meta;
export default meta;

export const LargeWord: StoryObj<typeof meta> = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(canvasElement.querySelector('output')).toHaveTextContent('word'), { timeout: 10_000 });
  }),
};
