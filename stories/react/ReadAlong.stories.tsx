import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  createRelay,
  GERMAN_LABELS,
  ReadAlong,
  type ReadAlongOptions,
  SpeechProvider,
  type SpeechRequest,
} from 'react-readalong';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { inTests, speaks } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

/** A request in one element; recordings and narrations fit in it as well. */
function Spoken(args: SpeechRequest & ReadAlongOptions) {
  return <ReadAlong {...args} />;
}

const meta = {
  title: 'Components/ReadAlong',
  component: Spoken,
  subcomponents: { ReadAlong },
  args: { ...theLamplighter, voiceId: 'JBFqnCBsd6RMkjVDRZzb', lang: 'en' },
  play: inTests(speaks),
} satisfies Meta<typeof Spoken>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Everything in one element. */
export const Default: Story = {};

/** Sound without timestamps: the times are estimated from its length once it is whole. */
export const WithoutTimestamps: Story = {
  args: {
    title: 'Raw audio',
    text: 'This sound came without times, so the light is only about right.',
    timestamps: false,
  },
};

const unplugged = createRelay({ url: '/nowhere', fetch: () => Promise.reject(new TypeError('Failed to fetch')) });

/** The relay is down: what happened, why it matters, what to do. The text stays. */
export const RelayDown: Story = {
  args: { title: 'Nobody there', text: 'The text stays, whatever happens to its voice.' },
  decorators: [
    (Story) => (
      <SpeechProvider relay={unplugged}>
        <Story />
      </SpeechProvider>
    ),
  ],
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
    expect(await canvas.findByRole('alert')).toHaveTextContent('could not be reached');
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await canvas.findByRole('alert');
  }),
};

/** German comes with it, every label of it. */
export const InGerman: Story = {
  args: {
    title: 'Der Laternenanzünder',
    lang: 'de',
    text: 'Um Viertel nach vier nahm der alte Tobias seine Leiter vom Haken. Er hatte 214 Laternen anzuzünden.\n\n„Du könntest aufhören“, sagte das Mädchen.',
    labels: GERMAN_LABELS,
  },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Abspielen' }));
    await canvas.findByRole('button', { name: 'Pause' }, { timeout: 10_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Tempo: 1-fach' }));
    await userEvent.click(await screen.findByRole('radio', { name: '1,25-fach' }));
  }),
};

/** Every word that it says itself can be said in another language. */
export const InHebrew: Story = {
  args: {
    title: 'הפנס',
    lang: 'he',
    text: 'בְּרֵאשִׁית הָיָה הָרְחוֹב חָשׁוּךְ. אַחַר כָּךְ בָּא אִישׁ זָקֵן, נָשָׂא סֻלָּם, וְהִדְלִיק פָּנָס אֶחָד.',
    labels: {
      region: 'קריאה בקול',
      controls: 'השמעה',
      seek: 'מיקום',
      play: { play: 'נגן', pause: 'השהה', stop: 'בטל טעינה', again: 'נגן שוב', retry: 'נסה שוב' },
    },
  },
  globals: { direction: 'rtl' },
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'נגן' }));
    await canvas.findByRole('button', { name: 'השהה' }, { timeout: 10_000 });
  }),
};

/** One line, for a page that shows the text elsewhere. The price is said first. */
export const Compact: Story = {
  args: { variant: 'compact', title: theLamplighter.title },
};

/** A chat that talks: each message says its price, and lights what it says. */
export const ChatThatTalks: Story = {
  args: { variant: 'bubble', title: undefined },
  render: ({ voiceId }) => (
    <div style={{ display: 'grid', gap: 12 }}>
      {REPLIES.map((text) => (
        <ReadAlong key={text} variant="bubble" text={text} voiceId={voiceId} lang="en" labels={{ region: 'Answer' }} />
      ))}
    </div>
  ),
  play: inTests(async ({ canvasElement }) => {
    const [first] = within(canvasElement).getAllByRole('button', { name: 'Play' });
    if (!first) throw new Error('There is nothing to play.');
    await userEvent.click(first);
    await within(canvasElement).findByRole('slider', { name: 'Seek' }, { timeout: 10_000 });
  }),
};

const REPLIES = [
  'Because the watch was timed with a half-hour glass. Each turn of it earned one more stroke, and pairs are far easier to count in the dark.',
  'Eight bells ends the watch.',
];

/** Any part can be another, or stand beside the standard one. */
export const PartsOfYourOwn: Story = {
  args: {
    slots: {
      voice: <strong>Alma reads</strong>,
      tools: null,
      tape: ({ speech, standard }) => (
        <>
          {standard}
          <button type="button" className="readalong-button" data-quiet="" onClick={() => speech.stop()}>
            From the start
          </button>
        </>
      ),
    },
  },
};

/** Every key, shown by ?; single letters work while the focus is within. */
export const ByKeyboard: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('document')).focus();
    await userEvent.keyboard('k');
    await canvas.findByRole('button', { name: 'Pause' }, { timeout: 10_000 });
    await userEvent.keyboard('k');
    await canvas.findByRole('button', { name: 'Play' });
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard' });
    await waitFor(() => expect(screen.getByText('The sentence again')).toBeVisible());
  }),
};

/** Looks, following and the price; in a narrow reader also speed and volume. */
export const More: Story = {
  play: inTests(async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Line' }));
    expect(canvasElement.querySelector('.readalong-transcript')).toHaveAttribute('data-look', 'underline');
  }),
};
