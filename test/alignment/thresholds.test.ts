import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { createTimeTrack } from '../../src/alignment/time-track.js';
import { createRecordingTimeline } from '../../src/speech/recording-timeline.js';
import { readAlignment } from '../../src/wire/alignment.js';
import { aligned, alignmentOf } from './aligned.js';

const TEXT = 'One two three. Four five six.';
const tenths = (time: number | null) => (time === null ? null : Math.round(time * 10) / 10);
const startsOf = ({ words }: ReturnType<typeof createTimeline>) => words.map(({ startTime }) => tenths(startTime));
const { level: EXACT } = createTimeline(aligned(TEXT)).quality;

describe('what is normal is exact', () => {
  test.each([
    [0.5, EXACT],
    [0.95, EXACT],
    [1.1, 'repaired'],
  ])('a sound that is %d seconds longer', (tail, level) => {
    expect(createTimeline(aligned(TEXT), { duration: 2.9 + tail }).quality.level).toBe(level);
  });

  test.each([
    ['eight letters of a token from one moment on', [...'I wandered'], [0.1, 0.1, 0, 0, 0, 0, 0, 0, 0, 0.1], EXACT],
    ['more letters than a token has', [...'I wanderings on'], [0.1, 0.1, 0, 0, 0, 0, 0, 0, 0, 0, 0.1], 'repaired'],
  ])('%s', (_, elements, lengths, level) => {
    expect(createTimeline(alignmentOf(elements, lengths)).quality.level === EXACT).toBe(level === EXACT);
  });

  test('a pause of three seconds, live as well once a sentence more has come', () => {
    const text = `Wait. ${'And we go on and on. '.repeat(3)}`;
    const whole = readAlignment(
      alignmentOf([...text], [0.1, 0.1, 0.1, 0.1, 3, ...Array.from({ length: 99 }, () => 0.1)]),
    );
    const track = createTimeTrack(text);
    track.append(whole);
    expect(track.knownUntil).toBe(text.length);
    track.end();
    expect(track.quality.level).toBe(EXACT);
  });
});

describe('a message of its own', () => {
  const second = (silence: number) => {
    const clean = aligned(TEXT);
    const again = (time: number, i: number) => (i < 15 ? time : time - 1.5 + silence);
    return createTimeline(
      {
        characters: clean.characters,
        character_start_times_seconds: clean.character_start_times_seconds.map(again),
        character_end_times_seconds: clean.character_end_times_seconds.map(again),
      },
      { duration: 2.9 },
    );
  };

  test('may begin with a silence', () => {
    expect(second(0.2).quality.reasons).toEqual(['restarted-times']);
    expect(startsOf(second(0.2))).toEqual([0, 0.4, 0.8, 1.5, 2, 2.5]);
  });

  test('is none where times fall to no beginning', () => {
    expect(second(0.6).quality.reasons).toEqual(['unordered-times']);
  });
});

describe('a text that strays', () => {
  test('is found again by six letters that agree, not by fewer', () => {
    const text = 'At 7:45 we go there. And then all of us go home again.';
    const spoken = 'At quarter to eight we go there. And then all of us go home again.';
    const timeline = createTimeline(aligned(spoken), { text });
    for (const word of ['there.', 'And', 'home'])
      expect(timeline.timeAt(text.indexOf(word))).toBeCloseTo(spoken.indexOf(word) / 10, 6);
  });

  test('for two hundred characters is found again behind them', () => {
    const spoken = `So ${'blah '.repeat(40)}everybody went home at last.`;
    const text = 'So everybody went home at last.';
    const { timeAt } = createTimeline(aligned(spoken), { text });
    expect(timeAt(text.indexOf('home'))).toBeCloseTo(spoken.indexOf('home') / 10, 6);
  });

  test('strays in one piece: one word more costs no other its time', () => {
    const text = 'I saw the old man.';
    const spoken = 'I saw the very old man.';
    const { words } = createTimeline(aligned(spoken), { text });
    expect(words.map(({ text, startTime }) => [text, tenths(startTime)])).toEqual([
      ['I', 0],
      ['saw', 0.2],
      ['the', 0.6],
      ['old', 1.5],
      ['man.', 1.9],
    ]);
  });

  test.each([
    ['a quarter of its time and is guessed', 2.2, true],
    ['no time to be said in and has none', 1.8, false],
  ])('has for the rest %s', (_, duration, isKnown) => {
    const { words } = createTimeline(aligned(TEXT.slice(0, 15)), { text: TEXT, duration });
    expect(words.at(-1)?.startTime !== null).toBe(isKnown);
  });
});

describe('a recording that still comes', () => {
  test('is at least as long as what has come of its sound', () => {
    const track = createTimeTrack(TEXT);
    track.append(readAlignment(aligned(TEXT)));
    const audio = { sampleRate: 1000, frames: () => ({ ready: 7000, final: false }) };
    const { duration, buffered, durationQuality } = createRecordingTimeline(TEXT)(
      // Only what a timeline is made of.
      { loading: 'streaming', times: track, audio } as unknown as Parameters<
        ReturnType<typeof createRecordingTimeline>
      >[0],
    );
    expect([duration, buffered, durationQuality]).toEqual([7, 7, 'estimated']);
  });
});
