import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createColumn } from '../../src/alignment/column.js';
import { createTextSpans } from '../../src/alignment/text-spans.js';
import { timesNow } from '../../src/alignment/text-times.js';
import { createTimeTrack, type TimeTrack } from '../../src/alignment/time-track.js';
import { timelineOver } from '../../src/alignment/timeline.js';
import type { Alignment } from '../../src/wire/alignment.js';
import { readAlignment } from '../../src/wire/alignment.js';
import { aligned, anyLengths, anyText } from './aligned.js';

const part = (whole: Alignment, from: number, to?: number): Alignment => ({
  characters: whole.characters.slice(from, to),
  characterStartTimesSeconds: whole.characterStartTimesSeconds.slice(from, to),
  characterEndTimesSeconds: whole.characterEndTimesSeconds.slice(from, to),
});

function alignmentFor(text: string, lengths?: number[]): Alignment {
  const alignment = readAlignment(aligned(text, lengths));
  if (!alignment) throw new Error('There is no alignment.');
  return alignment;
}

const stateOf = (track: TimeTrack) => ({
  text: track.text,
  count: track.count,
  starts: [...track.starts.subarray(0, track.count)],
  offsets: Array.from({ length: track.count }, (_, element) => track.offset(element)),
  knownUntil: track.knownUntil,
  endTime: track.endTime,
  quality: track.quality,
});

describe('times that come in pieces', () => {
  test('are those that come at once, wherever the pieces end and whether the text is known or not', () => {
    const damage = fc.record({ at: fc.nat(), time: fc.constantFrom(Number.NaN, -1, 0, 999) });
    fc.assert(
      fc.property(
        anyText,
        anyLengths,
        fc.array(fc.nat()),
        fc.boolean(),
        fc.array(damage, { maxLength: 2 }),
        (text, lengths, places, known, damages) => {
          const clean = alignmentFor(text, lengths);
          const starts = [...clean.characterStartTimesSeconds];
          for (const { at, time } of damages) starts[at % starts.length] = time;
          const whole = { ...clean, characterStartTimesSeconds: starts };
          const atOnce = createTimeTrack(known ? text : undefined);
          atOnce.append(whole);
          atOnce.end(3);

          const pieces = createTimeTrack(known ? text : undefined);
          const borders = [
            0,
            ...places.map((place) => place % (starts.length + 1)).sort((a, b) => a - b),
            starts.length,
          ];
          for (const [i, end] of borders.slice(1).entries()) {
            pieces.append(part(whole, borders[i] ?? 0, end));
            pieces.append(null);
          }
          pieces.end(3);
          expect(stateOf(pieces)).toEqual(stateOf(atOnce));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('never change once they are known', () => {
    fc.assert(
      fc.property(anyText, anyLengths, (text, lengths) => {
        const whole = alignmentFor(text, lengths);
        const track = createTimeTrack(text);
        const spans = createTextSpans(text);
        const seen: (number | null)[] = [];
        for (let i = 0; i < whole.characters.length; i++) {
          track.append(part(whole, i, i + 1));
          const { timeAt } = timelineOver(spans, timesNow(track), null);
          const times = Array.from({ length: track.knownUntil }, (_, offset) => timeAt(offset));
          expect(times.slice(0, seen.length)).toEqual(seen);
          seen.push(...times.slice(seen.length));
        }
      }),
    );
  });

  test('make another timeline: one that was handed out stays as it is', () => {
    const text = 'One two.';
    const whole = alignmentFor(text, [0.5]);
    const track = createTimeTrack(text);
    track.append(part(whole, 0, 6));
    const early = timelineOver(createTextSpans(text), timesNow(track), null);
    const read = () => [
      early.knownUntil,
      early.timeAt(6),
      early.wordIndexAt(9),
      early.offsetAt(9),
      early.quality,
      early.characterEnd(4),
    ];
    const before = read();
    track.append(part(whole, 6));
    track.end(4);
    expect(read()).toEqual(before);
    expect(early.words[1]).toMatchObject({ startTime: 2, endTime: null });
    expect(timelineOver(early.spans, timesNow(track), 4).words[1]).toMatchObject({ startTime: 2, endTime: 4 });
  });

  test('keep the words where they are, since the text is known from the start', () => {
    const text = 'One two three.';
    const track = createTimeTrack(text);
    const spans = createTextSpans(text);
    const before = timelineOver(spans, timesNow(track), null).words.map(({ start, end }) => [start, end]);
    track.append(alignmentFor(text));
    expect(timelineOver(spans, timesNow(track), null).words.map(({ start, end }) => [start, end])).toEqual(before);
  });

  test('that come after the end change nothing', () => {
    const track = createTimeTrack('One two.');
    track.append(part(alignmentFor('One two.'), 0, 3));
    track.end();
    const before = stateOf(track);
    track.append(part(alignmentFor('One two.'), 3));
    expect(stateOf(track)).toEqual(before);
  });
});

describe('a text that strays in mid-stream', () => {
  /** Takes an alignment a few elements at a time, and tells how far the text was known after each. */
  function streamed(text: string, alignment: Alignment): { known: number[]; track: TimeTrack } {
    const track = createTimeTrack(text);
    const known: number[] = [];
    for (let i = 0; i < alignment.characters.length; i += 4) {
      track.append(part(alignment, i, i + 4));
      known.push(track.knownUntil);
    }
    return { known, track };
  }
  const wordsOf = (track: TimeTrack) => timelineOver(createTextSpans(track.text), timesNow(track), null).words;

  test.each([
    [
      'a tag that was left out',
      'So <break time="1.0s" /> we go on and on and on.',
      'So  we go on and on and on.',
      'we',
    ],
    ['straight quotes', 'So “we” go on and on and on.', 'So "we" go on and on and on.', '“we”'],
    ['a pronunciation', 'So SQL goes on and on and on.', 'So sequel goes on and on and on.', 'goes'],
  ])('goes on before the end: %s', (_, text, spoken, word) => {
    const alignment = alignmentFor(spoken);
    const { known, track } = streamed(text, alignment);
    expect(known.at(-2)).toBeGreaterThan(text.length - 12);
    expect(track.quality.level).toBe('repaired');
    const at = spoken.replaceAll('"', '').indexOf(word.replace(/[“”]/g, ''));
    expect(wordsOf(track).find((span) => span.text === word)?.startTime).toBe(alignment.characterStartTimesSeconds[at]);
  });

  test('waits for the end where nothing is sure, then has all that can be had', () => {
    const text = 'So. 今天a很好。我们去公园。'.repeat(4);
    const { known, track } = streamed(text, alignmentFor('So. Jin tian a hen hao. Wo men qu gong yuan. '.repeat(4)));
    expect(new Set(known)).toEqual(new Set([4]));
    expect(track.quality).toEqual({ level: 'repaired', reasons: ['text-differs'] });
    track.end();
    expect(track.knownUntil).toBe(text.length);
    expect(track.quality.level).toBe('estimated');
  });

  test('of bad times is mended some characters later, and collapsed ones at the end', () => {
    const text = 'One two three four five six seven eight nine ten eleven twelve.';
    const whole = alignmentFor(text);
    const bad = { ...whole, characterStartTimesSeconds: whole.characterStartTimesSeconds.with(5, Number.NaN) };
    const { known, track } = streamed(text, bad);
    expect(known.at(-1)).toBe(text.length);
    expect([0, text.length - 1, text.length].map(track.elementAt)).toEqual([0, text.length - 1, -1]);
    expect(track.quality.reasons).toEqual(['missing-times']);

    const still = whole.characterStartTimesSeconds.map((time) => Math.min(time, 1.4));
    const collapsed = streamed(text, {
      ...whole,
      characterStartTimesSeconds: still,
      characterEndTimesSeconds: still.map((time, i) => (i < 14 ? time + 0.1 : time)),
    });
    expect(collapsed.known.at(-1)).toBe(14);
    collapsed.track.end(6.3);
    expect(collapsed.track.knownUntil).toBe(text.length);
    expect(wordsOf(collapsed.track).at(-1)?.endTime).toBe(6.3);
  });

  test('has one word where a chunk cuts it', () => {
    const text = 'Extraordinary things.';
    const track = createTimeTrack(text);
    track.append(part(alignmentFor(text), 0, 7));
    expect(wordsOf(track).map(({ text, endTime }) => [text, endTime])).toEqual([
      ['Extraordinary', null],
      ['things.', null],
    ]);
    track.append(part(alignmentFor(text), 7));
    expect(wordsOf(track)[0]).toMatchObject({ text: 'Extraordinary', startTime: 0, endTime: 1.3 });
  });

  test('takes the times of the model’s own text only when no others came', () => {
    const track = createTimeTrack('5 and 6');
    track.append(null, alignmentFor(' five '));
    expect(track.count).toBe(0);
    track.append(alignmentFor('5 and 6'), alignmentFor(' five and six '));
    track.append(null, alignmentFor(' more'));
    track.end();
    expect(track.quality).toEqual({ level: 'exact', reasons: [] });

    const only = createTimeTrack('5 and 6');
    only.append(null, alignmentFor(' five and'));
    only.append(null, { ...alignmentFor('          six ') });
    only.end();
    expect(only.knownUntil).toBe(7);
    expect(only.quality.reasons).toContain('only-normalized');
  });
});

describe('a long text', () => {
  const WORD_COUNT = 100_000;

  /** A typed array that counts what is read of it. */
  function countingArray() {
    const reads = { count: 0 };
    class Counting {
      constructor(length: number) {
        // biome-ignore lint/correctness/noConstructorReturn: a typed array cannot be watched but by a proxy.
        return new Proxy(new Float64Array(length), {
          get(target, name) {
            if (typeof name === 'string' && /^\d+$/.test(name)) reads.count++;
            const value: unknown = Reflect.get(target, name);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
      }
    }
    return { Kind: Counting as { new (length: number): Float64Array<ArrayBuffer> }, reads };
  }

  test('is searched in as many steps as its length has binary digits', () => {
    const { Kind, reads } = countingArray();
    const column = createColumn(Kind);
    for (let i = 0; i < 6 * WORD_COUNT; i++) column.push(i / 10);
    for (const value of [-1, 0, 17.05, 29_999.9, 59_999.95, 1e9]) {
      reads.count = 0;
      expect(column.lastAtOrBelow(value)).toBe(Math.max(-1, Math.min(6 * WORD_COUNT - 1, Math.floor(value * 10))));
      expect(reads.count).toBeLessThanOrEqual(21);
    }
  });

  test('is asked a few things for a lookup, not one for each word', () => {
    const text = 'words '.repeat(WORD_COUNT);
    const track = createTimeTrack(text);
    track.append(alignmentFor(text));
    const spans = createTextSpans(text);
    let asked = 0;
    const counted = <T extends object>(object: T): T =>
      new Proxy(object, {
        get(target, name) {
          asked++;
          return Reflect.get(target, name);
        },
      });
    const words = counted(spans.words);
    const timeline = timelineOver(
      { ...spans, words, sentences: words, paragraphs: words },
      timesNow(counted(track)),
      null,
    );
    asked = 0;
    expect(timeline.wordIndexAt(30_000.05)).toBe(50_000);
    expect(timeline.offsetAt(30_000.05)).toBe(300_000);
    expect(timeline.timeAt(300_000)).toBeCloseTo(30_000, 6);
    expect(asked).toBeLessThan(30);
  });

  test.each([
    ['words of Chinese', 'words', '今天天气很好我们去公园'],
    ['sentences of prose', 'sentences', 'It was a fine day, and we went out. '],
    ['sentences of one endless line', 'sentences', 'on and on '],
    ['sentences of an endless poem', 'sentences', 'on and on\n'],
    ['sentences of many paragraphs', 'sentences', 'It was a fine day. We went out.\n\n'],
  ] as const)('is never segmented whole: %s', (_, unit, sample) => {
    const text = sample.repeat(Math.ceil(60_000 / sample.length));
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    const found = createTextSpans(text)[unit].count;
    const lengths = segment.mock.calls.map(([piece]) => piece?.length ?? 0);
    segment.mockRestore();
    expect(found).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4000);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(2.5 * text.length);
  });
});
