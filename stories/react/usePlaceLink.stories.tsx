import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { CopyLinkButton, HighlightedTranscript, placeLink, usePlaceLink, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

/** A reader that links lead to by the name of its chapter. */
function Chapter({ text, name }: { text: string; name: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  usePlaceLink(speech, { name });
  const [offset, setOffset] = useState<number | null>(null);
  const ladder = text.indexOf('ladder');
  return (
    <>
      <p>
        <a href={placeLink(text, ladder, location.href, name)} target="_self">
          To the ladder
        </a>{' '}
        <button type="button" onClick={() => setOffset(speech.currentOffset())}>
          Where am I?
        </button>{' '}
        <output>{offset !== null && `At “${text.slice(offset, offset + 6)}”`}</output>
      </p>
      <HighlightedTranscript speech={speech} lang="en" />
      <Bar speech={speech} />
      <CopyLinkButton speech={speech} name={name} />
    </>
  );
}

const meta = {
  title: 'Hooks/usePlaceLink',
  component: Chapter,
  args: { text: theLamplighter.text, name: 'the-lamplighter' },
} satisfies Meta<typeof Chapter>;
export default meta;

/** The page goes where a copied link leads, and buys nothing by it. A `ReadAlong` does so by itself. */
export const ToAPlace: StoryObj<typeof meta> = {
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('link', { name: 'To the ladder' }));
    await waitFor(async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Where am I?' }));
      expect(canvas.getByText('At “ladder”')).toBeVisible();
    });
    history.replaceState(null, '', location.pathname + location.search);
  }),
};
