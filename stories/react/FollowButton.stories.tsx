import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  type Follow,
  FollowButton,
  type FollowButtonProps,
  HighlightedTranscript,
  useFollow,
  useFollowButton,
  useSpeech,
} from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests, litText } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

type Args = Pick<FollowButtonProps, 'label'> & { text: string; lang?: string; height?: number };

/** A page that goes with its voice. With a height it scrolls by itself, else with the page. */
function Page({ text, lang, height, label }: Args) {
  const { speech, error } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const follow = useFollow();
  return (
    <section className="readalong" aria-label="A page that goes with its voice">
      <div style={height ? { blockSize: height, overflowY: 'auto', paddingInline: 12 } : {}}>
        <div className="readalong-page">
          <HighlightedTranscript speech={speech} follow={follow} lang={lang} />
          {error && <p role="alert">{error.message}</p>}
        </div>
      </div>
      <div className="readalong-dock">
        <FollowButton follow={follow} label={label} />
      </div>
      <Bar speech={speech} />
    </section>
  );
}

/** Plays, scrolls away as a reader does, and comes back by the button. */
const comesBack = inTests(async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
  const transcript = await canvas.findByRole('document');
  await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
  transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 200 }));
  const button = await canvas.findByRole('button', { name: 'Back to the voice' });
  await expect(button).toHaveAttribute('data-direction');
  await userEvent.click(button);
  await waitFor(() => expect(canvas.queryByRole('button', { name: 'Back to the voice' })).toBeNull());
});

const meta = {
  title: 'Components/FollowButton',
  component: Page,
  subcomponents: { FollowButton },
  args: { text: theLamplighter.text, lang: 'en' },
  play: comesBack,
} satisfies Meta<typeof Page>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Press play, then scroll away. */
export const InThePage: Story = {};

/** The text scrolls in a box of its own. */
export const InItsOwnScroller: Story = { args: { height: 360 } };

/** One paragraph, taller than what is seen of it. */
export const TallParagraph: Story = {
  args: { text: theLamplighter.text.replaceAll('\n\n', ' '), height: 240 },
};

/** Seen only by who has scrolled away; the page stays where the reader put it. */
export const Detached: Story = {
  args: { height: 360 },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    const transcript = await canvas.findByRole('document');
    await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
    transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 200 }));
    await canvas.findByRole('button', { name: 'Back to the voice' });
  }),
};

/** Tab to the text: arrow keys go by word and sentence, with Ctrl by paragraph, Enter plays from there, Escape goes back. */
export const ByKeyboard: Story = {
  args: { height: 360 },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const transcript = await canvas.findByRole('document');
    transcript.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    await expect(transcript.querySelectorAll('.readalong-caret-box')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
    await expect(transcript).toHaveFocus();
  }),
};

/** The button speaks your language, and the keys go as the line runs. */
export const RightToLeft: Story = {
  args: {
    label: 'חזרה אל הקול',
    lang: 'he',
    height: 200,
    text: 'בְּרֵאשִׁית הָיָה הָרְחוֹב חָשׁוּךְ. אַחַר כָּךְ בָּא אִישׁ זָקֵן, נָשָׂא סֻלָּם, וְהִדְלִיק פָּנָס אֶחָד. '.repeat(6).trim(),
  },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    const transcript = await canvas.findByRole('document');
    await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
    transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 200 }));
    await userEvent.click(await canvas.findByRole('button', { name: 'חזרה אל הקול' }));
  }),
};

function OwnWayBack({ follow }: { follow: Follow }) {
  const { isDetached, direction, buttonProps } = useFollowButton(follow);
  return isDetached && <button {...buttonProps}>Back to the voice, {direction}</button>;
}

function OwnPage({ text, lang, height }: Args) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const follow = useFollow();
  return (
    <>
      <div style={{ blockSize: height, overflowY: 'auto', paddingInline: 12 }}>
        <HighlightedTranscript speech={speech} follow={follow} lang={lang} />
      </div>
      <Bar speech={speech} />
      <OwnWayBack follow={follow} />
    </>
  );
}

/** The hook alone, for a button of your own. */
export const ByHook: Story = {
  args: { height: 360 },
  render: (args) => <OwnPage {...args} />,
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    const transcript = await canvas.findByRole('document');
    await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
    transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 200 }));
    await userEvent.click(await canvas.findByRole('button', { name: /^Back to the voice/ }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: /^Back to the voice/ })).toBeNull());
  }),
};
