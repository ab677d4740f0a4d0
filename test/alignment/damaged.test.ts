import fc from 'fast-check';
import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { aligned, anyText } from './aligned.js';

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -1, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE),
  fc.constantFrom(null, undefined, '1', {}),
);
const anyList = fc.oneof(fc.array(anyNumber, { maxLength: 60 }), fc.anything());

/** What no API should send: any field may be missing, of another length, of another type. */
const anyAlignment = fc.record(
  {
    characters: fc.oneof(
      anyText.map((text) => [...text]),
      fc.array(fc.oneof(fc.string(), fc.constantFrom(null, 7, '', ' '))),
      fc.anything(),
    ),
    character_start_times_seconds: anyList,
    character_end_times_seconds: anyList,
    characterStartTimesSeconds: anyList,
  },
  { requiredKeys: [] },
);
const anySource = fc.oneof(
  anyAlignment,
  fc.record({ alignment: anyAlignment, normalized_alignment: anyAlignment }, { requiredKeys: [] }),
  fc.anything(),
);

/** What comes from JSON has no type that could be trusted. */
const fromJson = (value: unknown) => value as Parameters<typeof createTimeline>[0];

describe('damaged data', () => {
  test('of any kind gives a timeline, with times that are finite and never fall', () => {
    fc.assert(
      fc.property(
        anySource,
        fc.option(anyText, { nil: undefined }),
        fc.option(fc.double(), { nil: undefined }),
        (source, text, duration) => {
          const timeline = createTimeline(fromJson(source), {
            ...(text !== undefined && { text }),
            ...(duration !== undefined && { duration }),
          });
          if (text !== undefined) expect(timeline.text).toBe(text);
          expect(timeline.duration === null || (Number.isFinite(timeline.duration) && timeline.duration >= 0)).toBe(
            true,
          );
          let before = 0;
          for (let offset = 0; offset < timeline.text.length; offset++) {
            const time = timeline.timeAt(offset);
            if (offset >= timeline.knownUntil) expect(time).toBeNull();
            else {
              expect(time).toBeGreaterThanOrEqual(before);
              expect(time).toBeLessThan(Infinity);
              before = time ?? Infinity;
            }
          }
          for (const span of [...timeline.words, ...timeline.sentences, ...timeline.paragraphs]) {
            if (span.startTime !== null && span.endTime !== null)
              expect(span.endTime).toBeGreaterThanOrEqual(span.startTime);
            if (span.startTime === null) expect(span.endTime).toBeNull();
          }
          for (const time of [-1, 0, 1, 1e9, Number.NaN]) {
            expect(timeline.wordIndexAt(time)).toBeLessThan(timeline.words.length);
            expect(timeline.offsetAt(time)).toBeLessThanOrEqual(timeline.text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('that is damaged in one place keeps every other time', () => {
    const whole = aligned('One two three.', [0.1]);
    const at = 5;
    const damaged = {
      ...whole,
      character_start_times_seconds: whole.character_start_times_seconds.with(at, Number.NaN),
    };
    const { timeAt, quality } = createTimeline(damaged);
    for (let offset = 0; offset < 14; offset++) {
      expect(timeAt(offset)).toBe(whole.character_start_times_seconds[offset === at ? at - 1 : offset]);
    }
    expect(quality.level).toBe('repaired');
  });

  test('leaves the text that was sent as it is', () => {
    const text = 'What was sent.';
    expect(createTimeline(aligned('What came.'), { text }).words.map((word) => word.text)).toEqual([
      'What',
      'was',
      'sent.',
    ]);
  });
});
