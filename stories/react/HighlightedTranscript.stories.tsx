import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { HighlightedTranscript, type HighlightedTranscriptProps, type RenderWord, useSpeech } from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests, litText, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

/** Custom properties of the theme. */
type Tokens = { [token: `--${string}`]: string };

type Args = Pick<HighlightedTranscriptProps, 'look' | 'lang' | 'children'> & {
  title: string;
  text: string;
  style?: CSSProperties & Tokens;
};

/** A page with its player: press play, or click any character. */
function Page({ title, text, look, lang, children, style }: Args) {
  const { speech, error } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <section className="readalong" aria-label={title} style={style}>
      <div className="readalong-page">
        <h2 className="readalong-title" lang={lang} dir="auto">
          {title}
        </h2>
        <HighlightedTranscript speech={speech} look={look} lang={lang}>
          {children}
        </HighlightedTranscript>
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
  args: { ...theLamplighter, lang: 'en', look: 'pill' },
  argTypes: { look: { control: 'inline-radio', options: ['pill', 'marker', 'underline', 'sweep', 'none'] } },
  play: inTests(speaks),
} satisfies Meta<typeof Page>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A box glides behind the word and fills by character: the look of who asks for none. */
export const Pill: Story = {};

/** Painted by the browser alone. */
export const Marker: Story = { args: { look: 'marker' } };

/** Nothing behind the letters. */
export const Underline: Story = { args: { look: 'underline' } };

/** Ink runs into the letters. */
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

/** Arabic, whose letters join: what is heard runs into the word from the right. */
export const ArabicSweep: Story = {
  args: {
    title: 'المصباح',
    lang: 'ar',
    look: 'sweep',
    text: 'كانَ الرَّجُلُ العجوزُ ينزلُ كلَّ مساءٍ إلى ضفّة النهر، ويُشعلُ المصابيحَ واحدًا بعد الآخر.',
  },
};

/** A word that is longer than a line has a box on each. */
export const LongWords: Story = {
  args: {
    title: 'Auf der Donau',
    lang: 'de',
    style: { maxInlineSize: '20rem' },
    text: 'Die Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung gilt für alle.',
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

const renderWord: RenderWord = ({ text, index }) => (index % 7 === 3 ? <em>{text}</em> : text);

/** A function child renders the inside of each word, once; the voice toggles `data-state` of the element round it. */
export const OwnWords: Story = {
  args: { children: renderWord, look: 'marker' },
  play: inTests(async ({ canvasElement, canvas, userEvent: user }) => {
    await user.click(await canvas.findByRole('button', { name: 'Play' }));
    await waitFor(() => expect(canvasElement.querySelector('[data-state="current"]')).not.toBeNull(), {
      timeout: 10_000,
    });
    expect(canvasElement.querySelectorAll('[data-state="current"]').length).toBe(1);
    expect(canvasElement.querySelector('em')?.closest('[data-state]')).not.toBeNull();
  }),
};

/** One tab stop: the arrows go by word and sentence, Enter plays from there, Escape returns to the voice. */
export const KeyboardOnly: Story = {
  play: inTests(async ({ canvasElement, canvas, userEvent: user }) => {
    const transcript = await canvas.findByRole('document');
    while (canvasElement.ownerDocument.activeElement !== transcript) await user.tab();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(canvasElement.querySelector('.readalong-caret-box')).not.toBeNull());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
    expect(canvasElement.querySelector('.readalong-caret-box')).toBeNull();
  }),
};

// What the theme does of itself for readers who ask their system for less motion.
const still = { '--readalong-quick': '0s', '--readalong-calm': '0s' };

/** The box steps from word to word. */
export const ReducedMotion: Story = {
  args: { style: still },
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    const box = canvasElement.querySelector('.readalong-pill');
    expect(box && getComputedStyle(box).transitionDuration).toBe('0s');
  }),
};

/** Colours of one's own: each is a custom property. */
export const OwnColours: Story = {
  args: {
    style: {
      '--readalong-word': 'light-dark(#d8ecff, #16344f)',
      '--readalong-heard': 'light-dark(#9fd0ff, #1f5583)',
      '--readalong-edge': 'light-dark(#1769aa, #7cc0ff)',
      '--readalong-sentence': 'light-dark(rgb(80 160 255 / .14), rgb(80 160 255 / .12))',
    },
  },
};
