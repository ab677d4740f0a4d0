import type { Meta, StoryObj } from '@storybook/react-vite';
import { VoicePicker } from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inTests } from '../speaks.js';
import { refusing, slow, TwoThousandVoices } from './TwoThousandVoices.js';

const RACHEL = '21m00Tcm4TlvDq8ikWAM';

const meta = {
  title: 'Components/VoicePicker',
  component: VoicePicker,
  decorators: [
    (Story) => (
      <div style={{ minBlockSize: 'min(700px, 90vh)' }}>
        <Story />
      </div>
    ),
  ],
  render: (args) => (
    <TwoThousandVoices>
      <VoicePicker {...args} />
    </TwoThousandVoices>
  ),
} satisfies Meta<typeof VoicePicker>;
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;
type Context = Parameters<Play>[0];

const open = async ({ canvasElement }: Context) => {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('button', { name: /^Voice: / }));
  return canvas;
};
const opens: Play = async (context) => {
  const canvas = await open(context);
  await waitFor(() => expect(canvas.getAllByRole('option').length).toBeGreaterThan(0));
};

/** 2 000 voices, searched and paged by the server. Type, filter, scroll, and hear them with Alt+P. */
export const TwoThousand: Story = {
  args: { defaultValue: RACHEL, clearable: true, query: { includeTotalCount: true } },
  play: inTests(async (context) => {
    const canvas = await open(context);
    await canvas.findByRole('option', { name: /^Rachel/ });
    await userEvent.keyboard('irish');
    await waitFor(() => expect(canvas.getAllByRole('option')[0]).toHaveTextContent(/irish/i));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.queryByRole('listbox')).toBeNull());
  }),
};

/** What was used lately and what is marked comes first, and is kept. */
export const Favourites: Story = {
  args: { defaultValue: RACHEL, storage: localStorage },
  play: inTests(opens),
};

/** Labels are filtered here, over all pages; the category by the server. */
export const Filtered: Story = {
  args: { defaultFilters: { language: 'pl', gender: 'female' } },
  play: inTests(opens),
};

/** Voices without a preview say a line, if the app pays for it. Its price is said before. */
export const SpokenPreviews: Story = {
  args: { previewLine: 'The lamplighter came at dusk.', defaultFilters: { category: 'cloned' } },
  play: inTests(async (context) => {
    const canvas = await open(context);
    await canvas.findAllByRole('button', { name: /buys 29 characters/ });
    expect(canvas.getAllByText('29 characters')[0]).toBeVisible();
  }),
};

/** The app has its own few voices: nothing is asked for. */
export const OwnList: Story = {
  args: {
    voices: [
      { voiceId: 'narrator', name: 'Narrator', description: 'Reads the story', labels: { gender: 'female' } },
      { voiceId: 'keeper', name: 'Keeper', description: 'Tends the lamps', labels: { gender: 'male' } },
    ],
  },
  play: inTests(opens),
};

/** The app draws what is in a row. */
export const OwnRows: Story = {
  args: { rowHeight: 36, children: ({ name }, { chosen }) => <span>{chosen ? `${name} ✓` : name}</span> },
  play: inTests(opens),
};

/** The id is sent with the form. */
export const InAForm: Story = {
  render: (args) => (
    <TwoThousandVoices>
      <form onSubmit={(event) => event.preventDefault()}>
        <VoicePicker {...args} name="voice" />
        <button type="submit">Save</button>
      </form>
    </TwoThousandVoices>
  ),
  play: inTests(opens),
};

/** Above a dialog that is in the top layer itself. */
export const InADialog: Story = {
  render: (args) => (
    <TwoThousandVoices>
      <dialog
        aria-label="Settings"
        ref={(element) => {
          if (element && !element.open) element.showModal();
        }}
      >
        <VoicePicker {...args} />
      </dialog>
    </TwoThousandVoices>
  ),
  play: inTests(opens),
};

/** Rows on their way. */
export const Loading: Story = {
  render: (args) => (
    <TwoThousandVoices relay={slow}>
      <VoicePicker {...args} />
    </TwoThousandVoices>
  ),
  play: inTests(async (context) => {
    await (await open(context)).findByText('Loading voices…');
  }),
};

/** It says what was looked for, and how many there would be without the filters. */
export const NothingFound: Story = {
  args: { defaultFilters: { gender: 'neutral' } },
  play: inTests(async (context) => {
    const canvas = await open(context);
    await userEvent.keyboard('lamplighter');
    await canvas.findByText('“lamplighter” in Neutral.');
  }),
};

/** It says why, and tries again. */
export const CouldNotLoad: Story = {
  args: { defaultValue: 'my-voice' },
  render: (args) => (
    <TwoThousandVoices relay={refusing}>
      <VoicePicker {...args} />
    </TwoThousandVoices>
  ),
  play: inTests(async (context) => {
    await (await open(context)).findByRole('alert');
  }),
};

/** The first voices' previews are on the network, which a story does not reach. */
export const PreviewFailed: Story = {
  play: inTests(async (context) => {
    const canvas = await open(context);
    await userEvent.click(await canvas.findByRole('button', { name: 'Hear Rachel' }));
    await canvas.findByText('Preview failed to load', undefined, { timeout: 5000 });
  }),
};

/** In Arabic, as the page runs. */
export const RightToLeft: Story = {
  args: {
    locale: 'ar',
    labels: { voice: 'الصوت', none: 'اختر صوتًا', search: 'ابحث عن صوت', list: 'الأصوات', recents: 'المستخدمة مؤخرًا' },
    defaultFilters: { language: 'ar' },
  },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <Story />
      </div>
    ),
  ],
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^الصوت/ }));
    await waitFor(() => expect(canvas.getAllByRole('option').length).toBeGreaterThan(0));
  }),
};
