import type { Meta, StoryObj } from '@storybook/react-vite';
import { createRelay, ReadAlong, type ReadAlongOptions, SpeechProvider, type SpeechRequest } from 'react-readalong';
import { expect, userEvent, within } from 'storybook/test';
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
