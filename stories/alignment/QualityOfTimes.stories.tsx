import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  createTimeline,
  HighlightedTranscript,
  useSpeech,
  useSpeechState,
  type WireSpeechChunk,
} from 'react-readalong';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Bar } from '../Bar.js';
import recorded from '../react/recording.json' with { type: 'json' };
import { inTests, litText } from '../speaks.js';
import { DAMAGES } from './damages.js';

const recording: WireSpeechChunk = recorded;
const audioBase64 = recording.audio_base64 ?? '';
const clean = recording.alignment ?? {
  characters: [],
  character_start_times_seconds: [],
  character_end_times_seconds: [],
};
const text = clean.characters.join('');
const duration = clean.character_end_times_seconds.at(-1) ?? 0;

const damaged = (damage: string) => ({ text, source: {}, ...DAMAGES[damage]?.(clean) });

interface ReaderProps {
  title: string;
  damage: string;
}

/** One sound with times of its own, and how far they are trusted. */
function Reader({ title, damage }: ReaderProps) {
  const { text, source } = damaged(damage);
  const { speech } = useSpeech({ audioBase64, alignment: source, text, ssmlTags: 'hide' });
  const quality = useSpeechState(speech, ({ timeline }) => timeline.quality);
  return (
    <section className="readalong" aria-label={title} style={{ flex: '1 1 18rem' }}>
      <div className="readalong-page">
        <h2 className="readalong-title">{title}</h2>
        <p>
          Times are <strong>{quality.level}</strong>
          {quality.reasons.length > 0 && `: ${quality.reasons.join(', ')}`}
        </p>
        <HighlightedTranscript speech={speech} lang="en" />
      </div>
      <Bar speech={speech} />
    </section>
  );
}

/** The same sound twice: with the times that the API sent, and with them damaged. */
function SideBySide({ damage }: { damage: string }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 24 }}>
      <Reader title="As it was sent" damage="Nothing is wrong" />
      <Reader title={damage} damage={damage} />
    </div>
  );
}

const meta = {
  title: 'Alignment/Quality of times',
  component: SideBySide,
  argTypes: { damage: { control: 'select', options: Object.keys(DAMAGES) } },
  args: { damage: 'One time from the middle on' },
} satisfies Meta<typeof SideBySide>;
export default meta;
type Story = StoryObj<typeof meta>;

/** From the middle on all characters have one time, as in dialogues. They are spread over the sound that is left. */
export const CollapsedTimes: Story = {
  play: inTests(async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText('exact')).toBeVisible(), { timeout: 10_000 });
    await waitFor(() => expect(canvas.getByText(/collapsed-times/)).toBeVisible(), { timeout: 10_000 });
    const reader = canvas.getByRole('region', { name: 'One time from the middle on' });
    await userEvent.click(within(reader).getByRole('button', { name: 'Play' }));
    const transcript = reader.querySelector('.readalong-transcript');
    if (!transcript) throw new Error('There is no transcript.');
    // A word behind the damage is lit, and in its time.
    await waitFor(() => expect(['costs', 'nothing', 'to']).toContain(litText(transcript)), { timeout: 10_000 });
  }),
};

/** The alignment ends before its sound does: the rest of the text is spread over the rest of the sound. */
export const TimesThatStop: Story = { args: { damage: 'Times stop in the middle' } };

/** The model said something else than what was written. */
export const AnotherText: Story = { args: { damage: 'The text has quotes and a number of its own' } };

/** Nothing but a sound and its text: times are guessed from how long characters take to say. */
export const NoTimes: Story = { args: { damage: 'No times at all' } };

/** What is done to the recording, what is found, and by how much words are off at most. */
export const TableOfDamages: Story = {
  render: function Render() {
    const whole = createTimeline({ alignment: clean }, { text, duration });
    return (
      <table style={{ borderSpacing: '16px 6px', textAlign: 'start' }}>
        <caption>Damages, and how far the highlight still goes</caption>
        <thead>
          <tr>
            {['Damage', 'Level', 'Reasons', 'Words off by, at most'].map((name) => (
              <th key={name} scope="col" style={{ textAlign: 'start' }}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.keys(DAMAGES).map((damage) => {
            const { text, source } = damaged(damage);
            const { quality, words } = createTimeline(source, { text, duration, ssmlTags: 'hide' });
            const errors = words.map(({ startTime }, i) =>
              Math.abs((startTime ?? 0) - (whole.words[i]?.startTime ?? 0)),
            );
            return (
              <tr key={damage}>
                <th scope="row" style={{ textAlign: 'start', fontWeight: 'normal' }}>
                  {damage}
                </th>
                <td>{quality.level}</td>
                <td>{quality.reasons.join(', ')}</td>
                <td>{Math.round(Math.max(...errors) * 1000)} ms</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    );
  },
  play: inTests(async ({ canvasElement }) => {
    const rows = within(canvasElement).getAllByRole('row').slice(1);
    const levels = rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent);
    await expect(levels.slice(0, 4)).toEqual(['exact', 'repaired', 'repaired', 'repaired']);
    await expect(levels.at(-1)).toBe('estimated');
  }),
};
