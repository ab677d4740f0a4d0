import { createTimeline, type TimeReason, type WireAlignment } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { createTextSpans } from '../../src/alignment/text-spans.js';
import { timesNow } from '../../src/alignment/text-times.js';
import { createTimeTrack } from '../../src/alignment/time-track.js';
import { timelineOver } from '../../src/alignment/timeline.js';
import { createRecordingTimeline } from '../../src/speech/recording-timeline.js';
import { readAlignment } from '../../src/wire/alignment.js';
import { aligned, alignmentOf } from './aligned.js';

const TEXT = 'One two three. Four five six.';
const clean = aligned(TEXT);
const STARTS = [0, 0.4, 0.8, 1.5, 2, 2.5];

const rounded = (time: number | null) => (time === null ? null : Math.round(time * 1000) / 1000);
const startsOf = ({ words }: ReturnType<typeof createTimeline>) => words.map(({ startTime }) => rounded(startTime));
const withEnds = (change: (end: number, i: number) => number): WireAlignment => ({
  ...clean,
  character_end_times_seconds: clean.character_end_times_seconds.map(change),
});
const withStarts = (change: (start: number, i: number) => number): WireAlignment => ({
  ...clean,
  character_start_times_seconds: clean.character_start_times_seconds.map(change),
});
const partOf = (alignment: WireAlignment, from: number, to: number) =>
  readAlignment({
    characters: alignment.characters.slice(from, to),
    character_start_times_seconds: alignment.character_start_times_seconds.slice(from, to),
    character_end_times_seconds: alignment.character_end_times_seconds.slice(from, to),
  });

describe('ends that cannot be', () => {
  test.each<[string, WireAlignment]>([
    ['an early one far ahead', withEnds((end, i) => (i === 1 ? 3 : end))],
    ['one in the middle', withEnds((end, i) => (i === 8 ? 2.5 : end))],
    ['all a second late', withEnds((end) => end + 1)],
    ['all at 0', withEnds(() => 0)],
    ['every other one late', withEnds((end, i) => (i % 2 ? end + 0.15 : end))],
    ['one border far ahead', { ...withEnds((end, i) => (i === 3 ? 3 : end)), ...starts(4, 3) }],
    ['one border very far ahead', { ...withEnds((end, i) => (i === 3 ? 99 : end)), ...starts(4, 99) }],
    [
      'a character between two borders far ahead',
      { ...withEnds((end, i) => (i === 3 ? 99 : i === 4 ? 99.1 : end)), ...starts(4, 99) },
    ],
  ])('cost no start that is good: %s', (_, alignment) => {
    const timeline = createTimeline(alignment, { text: TEXT });
    expect(startsOf(timeline)).toEqual(STARTS);
    expect(timeline.quality).toEqual({ level: 'repaired', reasons: ['unordered-times'] });
  });

  function starts(at: number, time: number): Pick<WireAlignment, 'character_start_times_seconds'> {
    return withStarts((start, i) => (i === at ? time : start));
  }

  test('end where the next character begins', () => {
    const { words } = createTimeline(withEnds((end) => end + 1));
    expect(words.map(({ endTime }) => rounded(endTime)).slice(0, 5)).toEqual([0.3, 0.7, 1.4, 1.9, 2.4]);
  });

  test('leave words that overlap their starts', () => {
    const { words, quality } = createTimeline([
      { text: 'Hello', start: 0, end: 2 },
      { text: 'there', start: 1.5, end: 3 },
      { text: 'my', start: 1.8, end: 3.1 },
      { text: 'friend', start: 3.2, end: 4 },
    ]);
    expect(words.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      [0, 1.5],
      [1.5, 1.8],
      [1.8, 3.1],
      [3.2, 4],
    ]);
    expect(quality).toEqual({ level: 'repaired', reasons: ['word-level', 'unordered-times'] });
  });

  test.each<[number, TimeReason]>([
    [1e308, 'missing-times'],
    [3000, 'unordered-times'],
  ])('are not those of the sound: a last one of %d', (end, reason) => {
    const timeline = createTimeline(withEnds((time, i) => (i === 28 ? end : time)));
    expect(timeline.duration).toBeCloseTo(2.8, 9);
    expect(timeline.quality).toEqual({ level: 'repaired', reasons: [reason] });
  });

  test('may be far behind where the sound is as long', () => {
    const timeline = createTimeline(
      withEnds((time, i) => (i === 28 ? 300 : time)),
      { duration: 300 },
    );
    expect(timeline.duration).toBe(300);
    expect(timeline.words.at(-1)?.endTime).toBe(300);
  });
});

describe('starts that cannot be', () => {
  test('stand still for a while, and are spread until they go on', () => {
    const timeline = createTimeline(withStarts((start, i) => (i < 15 ? 0 : start)));
    const [one = 0, two = 0, three = 0, four] = startsOf(timeline).map((start) => start ?? -1);
    expect([one === 0, two > one, three > two, three < 1.5, four]).toEqual([true, true, true, true, 1.5]);
    expect(timeline.quality.reasons).toEqual(['collapsed-times']);
    expect(startsOf(timeline).slice(3)).toEqual(STARTS.slice(3));
  });

  test('put two words at one moment, which is never exact', () => {
    const { quality } = createTimeline(alignmentOf([...'I a b then more'], [0.1, 0.1, 0, 0, 0, 0.1]));
    expect(quality.reasons).toEqual(['collapsed-times']);
  });

  test('leap ahead for the last characters, which is never exact', () => {
    const leap = (time: number, i: number) => (i < 26 ? time : time + 500);
    const { quality } = createTimeline({
      ...withStarts(leap),
      character_end_times_seconds: clean.character_end_times_seconds.map(leap),
    });
    expect(quality).toEqual({ level: 'repaired', reasons: ['unordered-times'] });
  });

  test('leap ahead by less than half a second, with their end, and cost no other', () => {
    const leap = (time: number, i: number) => (i === 4 ? time + 0.4 : time);
    const timeline = createTimeline({
      ...withStarts(leap),
      character_end_times_seconds: clean.character_end_times_seconds.map(leap),
    });
    expect(startsOf(timeline)).toEqual(STARTS);
    expect(timeline.quality.reasons).toEqual(['unordered-times']);
  });

  test('fall for one character of a message, which is no new message', () => {
    const { quality } = createTimeline(withStarts((start, i) => (i === 4 ? 0.1 : start)));
    expect(quality.reasons).toEqual(['unordered-times']);
  });
});

describe('characters that are none', () => {
  test('are not lost without a word', () => {
    const source = JSON.parse(JSON.stringify({ ...aligned('abc'), characters: [null, 'b', 'c'] }));
    const timeline = createTimeline(source);
    expect(timeline.text).toBe('bc');
    expect([timeline.timeAt(0), timeline.quality.level]).toEqual([0.1, 'repaired']);
  });

  test('are halves of one, which has the time of both', () => {
    const { words, quality, characterEnd, timeAt } = createTimeline(alignmentOf(['\ud83d', '\ude00', 'a']), {
      text: '😀a',
    });
    expect(words).toEqual([{ text: '😀a', start: 0, end: 3, startTime: 0, endTime: expect.closeTo(0.3, 9) }]);
    expect([characterEnd(0), timeAt(1), timeAt(2)]).toEqual([2, 0, 0.2]);
    expect(quality.level).toBe('exact');
  });

  test('are halves in two chunks', () => {
    const whole = alignmentOf(['a', '\ud83d', '\ude00', 'b']);
    const track = createTimeTrack('a😀b');
    track.append(partOf(whole, 0, 2));
    track.append(partOf(whole, 2, 4));
    track.end();
    expect([track.count, track.offset(1), track.offset(2), track.quality.level]).toEqual([3, 1, 3, 'exact']);
  });
});

describe('white space at the end without times', () => {
  test('is exact: each start and end that there is is the recording’s', () => {
    const { quality, knownUntil } = createTimeline(aligned('Hello'), { text: 'Hello   \n' });
    expect([quality.level, knownUntil]).toEqual(['exact', 5]);
  });
});

describe('a sound a little shorter than its times', () => {
  test('has no time behind the duration of its timeline, made at once or live', () => {
    const track = createTimeTrack('Hi you.');
    track.append(readAlignment(aligned('Hi you.')));
    track.end(0.65);
    const audio = { sampleRate: 1000, frames: () => ({ ready: 650, final: true }) };
    const { timeline, duration } = createRecordingTimeline('Hi you.')(
      // Only what a timeline is made of.
      { loading: 'complete', times: track, audio } as unknown as Parameters<
        ReturnType<typeof createRecordingTimeline>
      >[0],
    );
    const atOnce = createTimeline(aligned('Hi you.'), { duration: 0.65 });
    expect(duration).toBe(0.65);
    for (const { words, duration } of [timeline, atOnce]) expect(words.at(-1)?.endTime).toBe(duration);
  });
});

describe('a stream', () => {
  const text = 'on and on we go '.repeat(30);
  const whole = aligned(text);

  function streamed(change: (time: number, i: number) => number, ends = (end: number, _: number) => end) {
    const damaged = {
      ...whole,
      character_start_times_seconds: whole.character_start_times_seconds.map(change),
      character_end_times_seconds: whole.character_end_times_seconds.map(ends),
    };
    const track = createTimeTrack(text);
    const known: number[] = [];
    const levels: string[] = [];
    for (let i = 0; i < text.length; i += 40) {
      track.append(partOf(damaged, i, i + 40));
      known.push(track.knownUntil);
      levels.push(track.quality.level);
    }
    return { known, levels, track };
  }

  test('with forty bad times goes on before its end, and says meanwhile that it waits', () => {
    const { known, levels } = streamed((time, i) => (i >= 50 && i < 90 ? Number.NaN : time));
    expect(known.slice(0, 4)).toEqual([40, 50, 120, 160]);
    expect(levels.slice(0, 4)).toEqual(['exact', 'exact', 'repaired', 'repaired']);
  });

  test('in which forty characters have one time goes on before its end', () => {
    const still = (time: number) => (time >= 5 && time < 9 ? 5 : time);
    const { known, track } = streamed(still, still);
    expect(known.at(-1)).toBeGreaterThan(text.length - 5);
    expect(track.quality.reasons).toEqual(['collapsed-times']);
  });

  test('tells of an end that cannot be as soon as the next has come, and leaves what it handed out', () => {
    const track = createTimeTrack(TEXT);
    const late = withEnds((end, i) => (i === 2 ? 1.1 : end));
    track.append(partOf(late, 0, 3));
    const spans = createTextSpans(TEXT);
    const early = timelineOver(spans, timesNow(track), null);
    expect(early.words[0]).toMatchObject({ startTime: 0, endTime: 1.1 });
    track.append(partOf(late, 3, 29));
    track.end();
    expect(timelineOver(spans, timesNow(track), null).words[0]?.endTime).toBeCloseTo(0.3, 9);
    expect(timesNow(track).quality.reasons).toEqual(['unordered-times']);
    expect(early.toJSON().alignment.characterEndTimesSeconds.at(-1)).toBe(1.1);
  });

  test('of times with gaps as small as rounding is known at once', () => {
    const { known, track } = streamed(
      (time) => time,
      (end) => end - 0.01,
    );
    expect(known[0]).toBe(40);
    expect(track.quality.level).toBe('exact');
  });

  test('that ends with no number for its duration ends without one', () => {
    for (const duration of [Number.NaN, Infinity, -1, 1e308]) {
      const track = createTimeTrack('Hi you.');
      track.end(duration);
      expect([track.count, track.quality.level]).toEqual([0, 'none']);
    }
  });

  test('may begin with an empty list of characters', () => {
    const track = createTimeTrack('Hello');
    track.append(null, { characters: [], characterStartTimesSeconds: [], characterEndTimesSeconds: [] });
    track.append(null, readAlignment(aligned(' Hello ')));
    track.end();
    expect([track.knownUntil, track.starts[0]]).toEqual([5, 0.1]);
    expect(track.quality).toEqual({ level: 'repaired', reasons: ['only-normalized'] });
  });
});

test('an alignment without one time gives way to the normalized one', () => {
  const source = {
    alignment: { ...clean, character_start_times_seconds: [] },
    normalized_alignment: aligned(` ${TEXT} `),
  };
  for (const options of [{}, { text: TEXT }]) {
    const timeline = createTimeline(source, options);
    expect([timeline.text, timeline.quality.reasons]).toEqual([TEXT, ['only-normalized']]);
    expect(timeline.words[0]?.startTime).toBe(0.1);
  }
});
