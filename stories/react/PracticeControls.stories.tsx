import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  DictationSwitch,
  GERMAN_LABELS,
  HighlightedTranscript,
  PlayButton,
  PracticeControls,
  type PracticeLabels,
  SleepTimerControl,
  usePractice,
  useSpeech,
} from 'react-readalong';
import { expect, userEvent, within } from 'storybook/test';
import { inTests } from '../speaks.js';
import { theLamplighter } from '../the-lamplighter.js';

function Practised({ text, lang, labels }: { text: string; lang: string; labels?: PracticeLabels }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div style={{ display: 'grid', gap: 24, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))' }}>
      <div className="readalong-menu">
        <PlayButton speech={speech} />
        <PracticeControls speech={speech} labels={labels} />
        <SleepTimerControl speech={speech} />
      </div>
      <HighlightedTranscript speech={speech} lang={lang} />
    </div>
  );
}

const meta = {
  title: 'Components/PracticeControls',
  component: Practised,
  subcomponents: { PracticeControls, SleepTimerControl, DictationSwitch },
  args: { text: theLamplighter.text, lang: 'en' },
} satisfies Meta<typeof Practised>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Loops with time to repeat aloud, slow first; a pause after each sentence; the text hidden until it is spoken. */
export const Default: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Loop this sentence' }));
    expect(await canvas.findByText('Round 1')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Stop practising' }));
  }),
};

/** What was not spoken is hidden from the eye; a screen reader keeps the text. */
export const Dictation: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('switch', { name: 'Hide the text until it is spoken' }));
    expect(CSS.highlights.get('readalong-hidden')?.size).toBe(1);
    await userEvent.click(canvas.getByRole('button', { name: 'Show a word' }));
  }),
};

/** Every label in German. */
export const InGerman: Story = {
  args: { text: 'Um Viertel nach vier nahm er seine Leiter. Es regnete.', lang: 'de', labels: GERMAN_LABELS.practice },
};

function OwnButtons({ text }: { text: string }) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { practice, mode, round } = usePractice(speech);
  return (
    <div className="readalong">
      <button
        type="button"
        className="readalong-button"
        onClick={() => (mode === 'off' ? practice.loopUnit('word', { gap: 1 }) : practice.stop())}
      >
        {mode === 'off' ? 'Loop this word' : `Stop after ${round + 1}`}
      </button>
      <HighlightedTranscript speech={speech} lang="en" />
    </div>
  );
}

/** The hook alone, for buttons of your own. */
export const ByHook: Story = {
  render: ({ text }) => <OwnButtons text={text} />,
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Loop this word' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Stop after 1' }));
  }),
};
