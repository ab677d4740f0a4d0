import fc from 'fast-check';
import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, alignmentOf, anyLengths, anyText } from './aligned.js';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Texts as the API aligns them, and as others do: by code points, graphemes, or pieces of any size. */
const anyAligned = fc
  .tuple(anyText, anyLengths, fc.constantFrom('code points', 'graphemes', 'pieces'))
  .map(([text, lengths, by]) => {
    if (by === 'code points') return { text, alignment: aligned(text, lengths) };
    if (by === 'graphemes') {
      return {
        text,
        alignment: alignmentOf(
          [...graphemes.segment(text)].map(({ segment }) => segment),
          lengths,
        ),
      };
    }
    return { text, alignment: alignmentOf(text.match(/[\s\S]{1,3}/g) ?? [], lengths) };
  });
const anyTime = fc.oneof(
  fc.double({ min: -1, max: 40, noNaN: true }),
  fc.integer({ min: 0, max: 40_000 }).map((milliseconds) => milliseconds / 1000),
);

describe('for any text and any lengths', () => {
  test('the word and the sentence at a time are the last that started', () => {
    fc.assert(
      fc.property(anyAligned, fc.array(anyTime), ({ alignment }, moments) => {
        const { words, sentences, wordIndexAt, sentenceIndexAt } = createTimeline(alignment);
        const lastStarted = (spans: typeof words, time: number) =>
          spans.findLastIndex(({ startTime }) => startTime !== null && startTime <= time);
        for (const time of [...moments, ...alignment.character_start_times_seconds]) {
          expect(wordIndexAt(time)).toBe(lastStarted(words, time));
          expect(sentenceIndexAt(time)).toBe(lastStarted(sentences, time));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the word at a time never goes back as time goes on', () => {
    fc.assert(
      fc.property(anyAligned, anyTime, anyTime, ({ alignment }, one, other) => {
        const { wordIndexAt, sentenceIndexAt, offsetAt } = createTimeline(alignment);
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        expect(wordIndexAt(earlier)).toBeLessThanOrEqual(wordIndexAt(later));
        expect(sentenceIndexAt(earlier)).toBeLessThanOrEqual(sentenceIndexAt(later));
        expect(offsetAt(earlier)).toBeLessThanOrEqual(offsetAt(later));
      }),
      { numRuns: 1000 },
    );
  });

  test('the word at its own start is one that starts then', () => {
    fc.assert(
      fc.property(anyAligned, ({ alignment }) => {
        const { words, wordIndexAt } = createTimeline(alignment);
        for (const { startTime } of words) expect(words[wordIndexAt(startTime ?? -1)]?.startTime).toBe(startTime);
      }),
      { numRuns: 500 },
    );
  });

  test('the time of the character at the time of a character is the same time', () => {
    fc.assert(
      fc.property(anyAligned, ({ text, alignment }) => {
        const { timeAt, offsetAt } = createTimeline(alignment);
        for (let offset = 0; offset < text.length; offset++) {
          const time = timeAt(offset);
          expect(timeAt(offsetAt(time ?? -1))).toBe(time);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every time is that of the recording, to the last digit', () => {
    fc.assert(
      fc.property(anyAligned, ({ text, alignment }) => {
        const timeline = createTimeline(alignment, { text });
        const starts = alignment.character_start_times_seconds;
        let offset = 0;
        for (const [i, element] of alignment.characters.entries()) {
          expect(timeline.timeAt(offset)).toBe(starts[i]);
          offset += element.length;
        }
        expect(timeline.quality.level).toBe('exact');
        expect(timeline.duration).toBe(alignment.character_end_times_seconds.at(-1));
        for (const { startTime, endTime } of timeline.words)
          expect(endTime).toBeGreaterThanOrEqual(startTime ?? Infinity);
      }),
      { numRuns: 500 },
    );
  });

  test('the elements one after another cover the text', () => {
    fc.assert(
      fc.property(anyAligned, ({ text, alignment }) => {
        const { characterEnd } = createTimeline(alignment);
        const found: string[] = [];
        for (let at = 0; at < text.length; at = characterEnd(at)) found.push(text.slice(at, characterEnd(at)));
        expect(found).toEqual(alignment.characters);
      }),
      { numRuns: 500 },
    );
  });
});
