import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { ReadAlongText, type ReadAlongTextProps, textOfChildren, useFollow, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests, litText } from '../speaks.js';

type Args = Pick<ReadAlongTextProps, 'look' | 'lang' | 'children'>;

/** An article of the app's own, and a player for it. */
function Article({ children, look, lang }: Args) {
  const { speech, error } = useSpeech({ text: textOfChildren(children), voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const follow = useFollow();
  return (
    <section className="readalong" aria-label="An article that speaks">
      <div className="readalong-page" style={{ fontSize: '1.0625rem', lineHeight: 1.6 }}>
        <ReadAlongText speech={speech} look={look} lang={lang} follow={follow} aria-label="The article">
          {children}
        </ReadAlongText>
        {error && <p role="alert">{error.message}</p>}
      </div>
      <Bar speech={speech} />
    </section>
  );
}

const article = (
  <article>
    <h2>How the tides are read</h2>
    <p>
      Twice a day the water <em>leaves</em>, and twice a day it comes back. Those who live by it keep a{' '}
      <a href="#tide-table">table</a>, which says when.
    </p>
    <h3>What you need</h3>
    <ul>
      <li>
        A <strong>table</strong> for your own harbour
      </li>
      <li>A watch that is right</li>
      <li>Patience</li>
    </ul>
    <p>
      The rule of twelfths fits into a line. <code>[1, 2, 3, 3, 2, 1]</code> It is never read out, since nobody listens
      to brackets.
    </p>
    <blockquote>
      <p>The tide comes in by inches, and what it takes, it takes.</p>
    </blockquote>
    <p data-readalong-skip>
      <small>Set in a face that needs no ink. This note is not read out.</small>
    </p>
  </article>
);

const play = inTests(async ({ canvasElement, canvas, userEvent: user }) => {
  const shown = await canvas.findByRole('document', { name: 'The article' });
  await user.click(await canvas.findByRole('button', { name: 'Play' }));
  await waitFor(() => expect(litText(shown)).not.toBe(''), { timeout: 10_000 });
  expect(canvasElement.querySelector('h2')?.firstChild?.nodeType).toBe(Node.TEXT_NODE);
});

const meta = {
  title: 'Components/ReadAlongText',
  component: Article,
  subcomponents: { ReadAlongText },
  args: { children: article, lang: 'en', look: 'marker' },
  argTypes: {
    children: { control: false },
    look: { control: 'inline-radio', options: ['pill', 'marker', 'underline', 'sweep', 'none'] },
  },
  play,
} satisfies Meta<typeof Article>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Headings, lists, emphasis, links: lit in place. Code and notes that are marked so are left out. */
export const Marker: Story = {};

/** For content without backgrounds of its own. */
export const Pill: Story = { args: { look: 'pill' } };

export const Underline: Story = { args: { look: 'underline' } };

export const Sweep: Story = { args: { look: 'sweep' } };

function Counted({ children }: { children: ReactNode }) {
  const [count, setCount] = useState(0);
  return (
    <p>
      {children}{' '}
      <button type="button" onClick={() => setCount(count + 1)}>
        Thanks ({count})
      </button>
    </p>
  );
}

/** Components in it live on, and a click on a control is its own. */
export const LivingContent: Story = {
  args: {
    children: (
      <>
        <h2>Low water</h2>
        <Counted>The tide goes out by inches, and what it leaves, it leaves.</Counted>
      </>
    ),
  },
  play: inTests(async (context) => {
    const { canvas, userEvent: user } = context;
    await play?.(context);
    await user.click(canvas.getByRole('button', { name: 'Thanks (0)' }));
    await canvas.findByRole('button', { name: 'Thanks (1)' });
  }),
};
