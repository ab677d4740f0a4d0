import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { createDocument, FollowButton, HighlightedTranscript, useFollow, useSpeech } from 'react-readalong';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { Bar } from '../Bar.js';
import { theLamplightersBook } from '../document/the-lamplighters-book.js';
import { inTests, litText } from '../speaks.js';

/** The height of its own scroller; with none it scrolls with the page. */
interface Args {
  height?: number;
}

/** Three books in one, as long as a novel: only the paragraphs near the view are in the DOM. */
function Book({ height }: Args) {
  const [document] = useState(() => createDocument());
  const { speech } = useSpeech({ text: novel, voiceId: 'JBFqnCBsd6RMkjVDRZzb', document });
  const follow = useFollow();
  const [part, setPart] = useState(0);
  return (
    <section className="readalong" aria-label="A long text">
      <label>
        Go to{' '}
        <input
          type="range"
          min={0}
          max={100}
          value={part}
          onChange={({ target }) => {
            setPart(target.valueAsNumber);
            follow.scrollToOffset(Math.floor(((novel.length - 1) * target.valueAsNumber) / 100));
          }}
        />{' '}
        {part} %
      </label>
      <div style={height ? { blockSize: height, overflowY: 'auto', paddingInline: 12 } : {}}>
        <div className="readalong-page">
          <HighlightedTranscript speech={speech} follow={follow} lang="en" />
        </div>
      </div>
      <div className="readalong-dock">
        <FollowButton follow={follow} />
      </div>
      <Bar speech={speech} />
    </section>
  );
}

const novel = [1, 2, 3, 4].map((book) => `Book ${book}\n\n${theLamplightersBook}`).join('\n\n');

/** Plays from the middle of a place that was not in the DOM, scrolls far away, and comes back by the button. */
const readsFarIn = inTests(async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  const transcript = await canvas.findByRole('document');
  await waitFor(() => expect(transcript.querySelector('[data-paragraph]')).not.toBeNull());
  await expect(transcript.querySelectorAll('p').length).toBeLessThan(100);
  transcript.focus();
  await userEvent.keyboard('{End}{Control>}{ArrowUp}{ArrowUp}{/Control}{Enter}');
  await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
  transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: -200 }));
  await canvas.findByRole('button', { name: 'Back to the voice' });
  const range = canvas.getByRole('slider', { name: /Go to/ });
  await fireEvent.input(range, { target: { value: '1' } });
  await waitFor(() => expect(litText(transcript)).toBe(''));
  await userEvent.click(await canvas.findByRole('button', { name: 'Back to the voice' }));
  await waitFor(() => expect(litText(transcript)).not.toBe(''));
});

const meta = {
  title: 'Long texts/Transcript',
  component: Book,
  play: readsFarIn,
} satisfies Meta<typeof Book>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Scrolls with the page. */
export const InThePage: Story = {};

/** Scrolls in a box of its own. */
export const InItsOwnScroller: Story = { args: { height: 420 } };
