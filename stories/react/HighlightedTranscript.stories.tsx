import type { Meta, StoryObj } from '@storybook/react-vite';
import { HighlightedTranscript, type HighlightedTranscriptProps, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests, litText, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

type Args = Pick<HighlightedTranscriptProps, 'look' | 'lang'> & { title: string; text: string };

/** A page with its player: press play, or click any character. */
function Page({ title, text, look, lang }: Args) {
  const { speech, error } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <section className="readalong" aria-label={title}>
      <div className="readalong-page">
        <h2 className="readalong-title" lang={lang} dir="auto">
          {title}
        </h2>
        <HighlightedTranscript speech={speech} look={look} lang={lang} />
        {error && <p role="alert">{error.message}</p>}
      </div>
      <Bar speech={speech} />
    </section>
  );
}

const meta = {
  title: 'Components/HighlightedTranscript',
  component: Page,
  subcomponents: { HighlightedTranscript },
  args: { ...theLamplighter, lang: 'en', look: 'marker' },
  play: inTests(speaks),
} satisfies Meta<typeof Page>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Prose: Story = {};

export const Underline: Story = { args: { look: 'underline' } };

export const Sweep: Story = { args: { look: 'sweep' } };

/** For readers who want none. */
export const None: Story = { args: { look: 'none' } };

/** Line breaks and indentation stay as they are written. */
export const Poem: Story = {
  args: {
    title: 'Low Water',
    text: 'The tide goes out by inches,\n    and what it leaves, it leaves:\na rope, a shoe, a sentence\n    that nobody believes.\n\nThe tide comes in by inches,\n    and what it takes, it takes:\nthe sentence first, then slowly\n    the sound the sentence makes.',
  },
};

/** Words of scripts that run from right to left. */
export const Hebrew: Story = {
  args: {
    title: 'הפנס',
    lang: 'he',
    text: 'בְּרֵאשִׁית הָיָה הָרְחוֹב חָשׁוּךְ. אַחַר כָּךְ בָּא אִישׁ זָקֵן, נָשָׂא סֻלָּם, וְהִדְלִיק פָּנָס אֶחָד.',
  },
};

/** Scripts without spaces, and signs of several code points. */
export const JapaneseAndEmoji: Story = {
  args: { title: '街灯', lang: 'ja', text: '夕方、川べりの街灯がひとつずつ灯る。少女は言った。「明日も来るね👩‍👧‍👦」' },
};

/** A click on a character goes there, also before anything was bought. */
export const ClickToSeek: Story = {
  play: inTests(async ({ canvasElement, userEvent: user }) => {
    await speaks({ canvasElement });
    const transcript = canvasElement.querySelector('.readalong-transcript');
    const [, second] = transcript?.querySelectorAll('p') ?? [];
    if (!transcript || !second?.firstChild) throw new Error('The page has no second paragraph.');
    const range = document.createRange();
    range.setStart(second.firstChild, 5);
    range.setEnd(second.firstChild, 10);
    const { left, top, width, height } = range.getBoundingClientRect();
    await user.pointer({
      target: second,
      keys: '[MouseLeft]',
      coords: { clientX: left + width / 2, clientY: top + height / 2 },
    });
    await waitFor(() => expect(litText(transcript)).toBe('could'), { timeout: 10_000 });
  }),
};
