import fc from 'fast-check';
import { type Alignment, createTimeline, type Timeline } from 'react-readalong';
import { expect, test } from 'vitest';
import { timesNow } from '../../src/alignment/text-times.js';
import { createTimeTrack } from '../../src/alignment/time-track.js';
import { timelineOver } from '../../src/alignment/timeline.js';
import { type Answer, anyAnswer, elementsOf } from './damages.js';

const RUNS = 10_000;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Checks without a matcher for each: ten thousand answers have some millions of them. */
function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

/** Laws of a timeline, whatever answer it was made of. */
const LAWS: Readonly<Record<string, (timeline: Timeline, answer: Answer) => void>> = {
  'words and the white space between them join to the text': ({ text, words }) => {
    let end = 0;
    for (const word of words) {
      must(text.slice(end, word.start).trim() === '', `a gap before ${word.start}`);
      must(/^\S+$/.test(word.text) && word.text === text.slice(word.start, word.end), `a word at ${word.start}`);
      end = word.end;
    }
    must(text.slice(end).trim() === '', 'a gap at the end');
  },

  'words lie within sentences, and sentences within paragraphs': ({ words, sentences, paragraphs }) => {
    for (const [inner, outer] of [
      [words, sentences],
      [sentences, paragraphs],
    ] as const) {
      let at = 0;
      for (const { start, end } of inner) {
        while ((outer[at]?.end ?? Infinity) <= start) at++;
        const around = outer[at];
        must(around !== undefined && around.start <= start && end <= around.end, `${start} to ${end}`);
      }
    }
  },

  'no span cuts a grapheme': ({ text, words, sentences, paragraphs, spans }) => {
    const borders = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length);
    for (const { start, end } of [...words, ...sentences, ...paragraphs])
      must(borders.has(start) && borders.has(end), `${start} to ${end}`);
    must(spans.graphemes.count === borders.size - 1, 'as many graphemes');
  },

  'the word at a time never goes back, and is none before the first': (timeline) => {
    const { words, sentences, wordIndexAt, sentenceIndexAt, offsetAt } = timeline;
    const moments = momentsOf(timeline);
    const lastStarted = (spans: typeof words, time: number) =>
      spans.findLastIndex(({ startTime }) => startTime !== null && startTime <= time);
    let before = [-1, -1, 0];
    for (const time of moments) {
      const now = [wordIndexAt(time), sentenceIndexAt(time), offsetAt(time)];
      must(
        now.every((value, i) => value >= (before[i] ?? 0)),
        `${before} then ${now} at ${time}`,
      );
      must(now[0] === lastStarted(words, time) && now[1] === lastStarted(sentences, time), `the last at ${time}`);
      before = now;
    }
  },

  'the word at its own start is one that starts then': ({ words, wordIndexAt }) => {
    for (const { startTime } of words)
      must(startTime === null || words[wordIndexAt(startTime)]?.startTime === startTime, `at ${startTime}`);
  },

  'the time of the character at the time of a character is that time': ({ text, timeAt, offsetAt }) => {
    for (let offset = 0; offset < text.length; offset++) {
      const time = timeAt(offset);
      must(time === null || timeAt(offsetAt(time)) === time, `at ${offset}`);
    }
  },

  'times are finite, never fall and lie between 0 and the end of the sound': (timeline) => {
    const { text, duration, timeAt, knownUntil, words, sentences, paragraphs } = timeline;
    let before = 0;
    for (let offset = 0; offset < text.length; offset++) {
      const time = timeAt(offset);
      must((time === null) === offset >= knownUntil, `known at ${offset}`);
      must(time === null || (time >= before && time <= (duration ?? -1)), `${time} at ${offset} of ${duration}`);
      before = time ?? before;
    }
    for (const { startTime, endTime } of [...words, ...sentences, ...paragraphs]) {
      must(startTime !== null || endTime === null, 'an end without a start');
      must(endTime === null || (endTime >= (startTime ?? 0) && endTime <= (duration ?? -1)), `${startTime}–${endTime}`);
    }
  },

  'what is shown is what was sent, by index': ({ text, sourceText, toSource, toShown }) => {
    let before = -1;
    for (let offset = 0; offset <= text.length; offset++) {
      const place = toSource(offset);
      must(place > before && toShown(place) === offset, `${offset} is at ${place}`);
      must([sourceText[place], sourceText[place] && ' '].includes(text[offset]), `${text[offset]} at ${offset}`);
      before = place;
    }
    must(toSource(text.length) <= sourceText.length, 'the end');
  },

  'its JSON makes it again': (timeline) => {
    const json = JSON.stringify(timeline);
    const again = createTimeline(JSON.parse(json));
    must(JSON.stringify(again) === json && again.text === timeline.text, json);
    for (const unit of ['words', 'sentences', 'paragraphs'] as const)
      must(JSON.stringify(again[unit]) === JSON.stringify(timeline[unit]), unit);
  },

  'nothing but clean data is exact': (timeline, { alignment, options }) => {
    const { level, reasons } = timeline.quality;
    must((level === 'exact') === (reasons.length === 0), `${level} for ${reasons}`);
    if (level !== 'exact') return;
    const flaw = flawOf(alignment, options.text);
    must(flaw === null, `exact in spite of ${flaw}`);
    const given = timeline.toJSON().alignment;
    const count = given.characters.length;
    must(alignment.characters.slice(count).join('').trim() === '', 'exact without some characters');
    for (const list of ['characters', 'characterStartTimesSeconds', 'characterEndTimesSeconds'] as const)
      must(JSON.stringify(given[list]) === JSON.stringify(alignment[list].slice(0, count)), `exact with other ${list}`);
  },

  'clean data is exact': ({ quality }, { damages, options }) => {
    must(damages.length > 0 || options.duration !== undefined || quality.level === 'exact', quality.reasons.join());
  },
};

/** What is wrong with an alignment in itself, or null where nothing shows that it is not what was sent. */
function flawOf(alignment: Alignment, text: string | undefined): string | null {
  const elements = elementsOf(alignment);
  const said = elements.map(({ text }) => text).join('');
  if (text !== undefined && said.trimEnd() !== text.trimEnd()) return 'other characters';
  let lastEnd = 0;
  let last = { text: '', start: -1 };
  for (const { text, start, end } of elements) {
    if (text === '') return 'no character';
    if (!(start >= lastEnd - 1e-6 && end >= start && end < Infinity)) return `times ${start} to ${end}`;
    const isTwoWords = /[\p{L}\p{N}]\s+$/u.test(last.text) && /[\p{L}\p{N}]/u.test(text);
    if (start === last.start && isTwoWords) return 'two words at one moment';
    last = { text: start === last.start ? last.text + text : text, start };
    lastEnd = end;
  }
  return null;
}

function momentsOf({ words, timeAt, text, duration }: Timeline): number[] {
  const times = [...text].map((_, offset) => timeAt(offset) ?? 0);
  const ends = words.map(({ endTime }) => endTime ?? 0);
  return [-1, 0, 0.001, ...times, ...ends, (duration ?? 0) + 1].sort((a, b) => a - b);
}

const seed = Math.floor(Math.random() * 2 ** 31);
const answers = fc.sample(anyAnswer, { seed, numRuns: RUNS });
const timelines = answers.map(({ alignment, options }) => createTimeline(alignment, options));

test.each(Object.entries(LAWS))(
  '%s',
  (_, law) => {
    const broken = timelines.some((timeline, i) => {
      try {
        const answer = answers[i];
        if (answer) law(timeline, answer);
        return false;
      } catch {
        return true;
      }
    });
    // The same answers once more, to find the smallest that breaks it.
    const property = fc.property(anyAnswer, (answer) => law(createTimeline(answer.alignment, answer.options), answer));
    fc.assert(property, { seed, numRuns: broken ? RUNS : 1 });
  },
  60_000,
);

test('in whatever pieces an answer comes, the same comes of it, and no time that was heard changes', () => {
  fc.assert(
    fc.property(anyAnswer, fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 8 }), (answer, places) => {
      const { alignment, options } = answer;
      const whole = createTimeline(alignment, options);
      const track = createTimeTrack(options.text);
      const count = alignment.characters.length;
      const borders = [0, ...places.map((place) => Math.floor((place * count) / 100)), count].sort((a, b) => a - b);
      const heard: Map<number, number> = new Map();
      for (const [i, to] of borders.slice(1).entries()) {
        track.append({
          characters: alignment.characters.slice(borders[i], to),
          characterStartTimesSeconds: alignment.characterStartTimesSeconds.slice(borders[i], to),
          characterEndTimesSeconds: alignment.characterEndTimesSeconds.slice(borders[i], to),
        });
        for (let element = heard.size; element < track.count; element++)
          heard.set(track.offset(element), track.starts[element] ?? -1);
      }
      track.end(options.duration);
      const pieces = timelineOver(whole.spans, timesNow(track), whole.duration);
      must(JSON.stringify(pieces) === JSON.stringify(whole), 'other times');
      must(track.text === whole.sourceText, 'another text');
      for (const [offset, time] of heard) {
        const element = track.elementAt(offset);
        must(track.offset(element) === offset && track.starts[element] === time, `at ${offset}`);
        if (time <= (options.duration ?? Infinity) && whole.toSource(whole.toShown(offset)) === offset)
          must(whole.timeAt(whole.toShown(offset)) === time, `shown at ${offset}`);
      }
    }),
    { numRuns: RUNS },
  );
}, 60_000);

test('the laws are asked of answers of every level', () => {
  const levels = new Set(
    fc.sample(anyAnswer, 500).map(({ alignment, options }) => createTimeline(alignment, options).quality.level),
  );
  expect([...levels].sort()).toEqual(['estimated', 'exact', 'none', 'repaired']);
});
