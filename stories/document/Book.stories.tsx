import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  createDocument,
  createIndexedDbShelf,
  createSpeechStore,
  ErrorNote,
  HighlightedTranscript,
  SpeechProvider,
  useBookmark,
  useSpeech,
} from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { type Engine, storyRelay } from '../../.storybook/story-relay.js';
import { Bar } from '../Bar.js';
import { inTests, litText, speaks } from '../speaks.js';
import { Kept } from './Kept.js';
import { Spend } from './Spend.js';
import { theLamplightersBook } from './the-lamplighters-book.js';

const meta = { title: 'Long texts/Book', play: inTests(speaks) } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const shelf = createIndexedDbShelf({ name: 'readalong-stories' });
const store = createSpeechStore({ keep: shelf });
const scrolls = { maxBlockSize: '50vh', overflowY: 'auto' } as const;

/** Seventy-two chapters. Only what is about to be heard is bought, and what was bought is kept: the second time costs nothing. */
export const WholeBook: Story = {
  render: (_, { globals }) => (
    <SpeechProvider relay={storyRelay(engineOf(globals))} store={store}>
      <BookReader />
    </SpeechProvider>
  ),
  play: inTests(async ({ canvasElement }) => {
    await shelf.clear();
    await speaks({ canvasElement });
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('Bought').nextSibling).not.toHaveTextContent(/^0 /));
    await waitFor(() => expect(canvas.getByText(/Kept in this browser: [1-9]/)).toBeVisible(), { timeout: 10_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Forget it' }));
    await waitFor(() => expect(canvas.getByText(/Kept in this browser: 0 parts/)).toBeVisible());
  }),
};

function BookReader() {
  const [budget, setBudget] = useState(5000);
  // Made once; the budget is asked for at each purchase.
  const [limit] = useState(() => ({ characters: budget }));
  const [document] = useState(() => createDocument({ budget: () => ({ ...limit }) }));
  const { speech } = useSpeech({ text: theLamplightersBook, voiceId, document });
  return (
    <section className="readalong" aria-label="The Lamplighter’s Book">
      <div className="readalong-page">
        <h2 className="readalong-title">The Lamplighter’s Book</h2>
        <label>
          Spend at most{' '}
          <input
            type="number"
            min={0}
            step={500}
            value={budget}
            onChange={({ target }) => {
              limit.characters = target.valueAsNumber || 0;
              setBudget(limit.characters);
            }}
            style={{ inlineSize: '6em' }}
          />{' '}
          characters
        </label>
        <Spend speech={speech} />
        <Kept shelf={shelf} speech={speech} />
        <ErrorNote speech={speech} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
        <section aria-label="Text" tabIndex={0} style={scrolls}>
          <HighlightedTranscript speech={speech} lang="en" />
        </section>
      </div>
      <Bar speech={speech} />
    </section>
  );
}

const ANSWER =
  'The tide turns at 6:40 this evening. Before that, the lower bridge stays open. If you leave now and take Candle Lane, you have 25 minutes to spare — more if you do not stop at the bakery!';

/** A chat's answer, word by word, as a model would write it. */
async function* answer(): AsyncGenerator<string> {
  for (const word of ANSWER.match(/\S+\s*/g) ?? []) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    yield word;
  }
}

/** A text that is still being written: each sentence is spoken as soon as it is whole. */
export const ChatThatTalks: Story = {
  render: function Render() {
    const [text] = useState(() => ({ [Symbol.asyncIterator]: answer }));
    const [document] = useState(() => createDocument());
    const { speech } = useSpeech({ text, voiceId, document });
    return (
      <>
        <HighlightedTranscript speech={speech} lang="en" />
        <Spend speech={speech} />
        <ErrorNote speech={speech} />
        <Bar speech={speech} />
      </>
    );
  },
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(canvasElement).toHaveTextContent('stop at the bakery!'), { timeout: 10_000 });
  }),
};

/** Leave in the middle, or reload the page: it goes on at the same word, and nothing that was kept is bought again. */
export const ComesBack: Story = {
  render: function Render(_, { globals }) {
    const [here, setHere] = useState(true);
    return (
      <SpeechProvider relay={storyRelay(engineOf(globals))} store={store}>
        {here ? <BookmarkedReader /> : <p>You left.</p>}
        <button type="button" onClick={() => setHere(!here)}>
          {here ? 'Leave' : 'Come back'}
        </button>
      </SpeechProvider>
    );
  },
  play: inTests(async ({ canvasElement }) => {
    localStorage.removeItem('story-of-the-lamplighter');
    await speaks({ canvasElement });
    const canvas = within(canvasElement);
    const lit = () => litText(canvasElement);
    await waitFor(() => expect(['', 'Evening', '1:', 'The']).not.toContain(lit()), { timeout: 10_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    const left = lit();
    await userEvent.click(canvas.getByRole('button', { name: 'Leave' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Come back' }));
    await waitFor(() => expect(lit()).toBe(left), { timeout: 10_000 });
  }),
};

function BookmarkedReader() {
  const [document] = useState(() => createDocument());
  const { speech } = useSpeech({ text: firstEvening, voiceId, document });
  useBookmark(speech, { name: 'story-of-the-lamplighter' });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section aria-label="Text" tabIndex={0} style={scrolls}>
        <HighlightedTranscript speech={speech} lang="en" />
      </section>
      <Spend speech={speech} />
      <Bar speech={speech} />
    </>
  );
}

const firstEvening = theLamplightersBook.split('\n\n\n').slice(0, 3).join('\n\n\n');
const engineOf = ({ engine }: { engine?: unknown }): Engine => (engine === 'tones' ? 'tones' : 'flite');
