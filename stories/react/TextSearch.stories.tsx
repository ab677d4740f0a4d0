import type { Meta, StoryObj } from '@storybook/react-vite';
import { HighlightedTranscript, TextSearch, useFollow, useSpeech, useTextSearch } from 'react-readalong';
import { expect, userEvent, within } from 'storybook/test';
import { inTests } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Searched({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const follow = useFollow();
  return (
    <>
      <div style={{ position: 'sticky', insetBlockStart: 8, zIndex: 1, marginBlockEnd: 16 }}>
        <TextSearch speech={speech} follow={follow} />
      </div>
      <HighlightedTranscript speech={speech} follow={follow} lang="en" />
    </>
  );
}

const meta = {
  title: 'Components/TextSearch',
  component: Searched,
  subcomponents: { TextSearch },
  args: { text: theLamplighter.text },
} satisfies Meta<typeof Searched>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Hits are marked in every transcript of the speech. Enter goes on, with shift back. */
export const Default: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('searchbox'), 'lamp{Enter}');
    expect(canvas.getByRole('status')).toHaveTextContent(/^2 of \d+$/);
  }),
};

/** Nothing of it is in the text. */
export const NotFound: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('searchbox'), 'submarine');
    expect(canvas.getByRole('status')).toHaveTextContent('Not found');
  }),
};

function OwnSearch({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { hits, search, step } = useTextSearch(speech);
  return (
    <>
      <p>
        <button type="button" onClick={() => search('lamp')}>
          Find the lamps
        </button>{' '}
        <button type="button" onClick={() => step(1)}>
          Next
        </button>{' '}
        <output>{hits.length} found</output>
      </p>
      <HighlightedTranscript speech={speech} lang="en" />
    </>
  );
}

/** The hook alone, for a search of your own. */
export const ByHook: Story = {
  render: ({ text }) => <OwnSearch text={text} />,
  play: inTests(async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Find the lamps' }));
    expect(await canvas.findByText(/^[1-9]\d* found$/)).toBeVisible();
  }),
};
