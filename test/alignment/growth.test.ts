import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createColumn } from '../../src/alignment/column.js';
import { createTextSpans } from '../../src/alignment/text-spans.js';
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
          const { timeAt } = timelineOver(spans, track, null);
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
    track.append(part(whole, 0, 5));
    const early = timelineOver(createTextSpans(text), track, null);
    const read = () => [
      early.knownUntil,
      early.timeAt(6),
      early.wordIndexAt(9),
      early.offsetAt(9),
      early.quality,
      early.characterEnd(4),
    ];
    const before = read();
    track.append(part(whole, 5));
    track.end(1);
    expect(read()).toEqual(before);
    expect(early.words[1]).toMatchObject({ startTime: 2, endTime: null });
    expect(timelineOver(early.spans, track, 4).words[1]).toMatchObject({ startTime: 2, endTime: 4 });
  });

  test('keep the words where they are, since the text is known from the start', () => {
    const text = 'One two three.';
    const track = createTimeTrack(text);
    const spans = createTextSpans(text);
    const before = timelineOver(spans, track, null).words.map(({ start, end }) => [start, end]);
    track.append(alignmentFor(text));
    expect(timelineOver(spans, track, null).words.map(({ start, end }) => [start, end])).toEqual(before);
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
    const timeline = timelineOver({ text, words, sentences: words, paragraphs: words }, counted(track), null);
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
