import fc from 'fast-check';
import type { Alignment } from 'react-readalong';
import { readAlignment } from '../../src/wire/alignment.js';
import { anyLengths, anyTaggedText, measured } from './aligned.js';

export type Elements = { text: string; start: number; end: number }[];

/** What was seen of bad answers, as changes of a clean one. `at` is where, in shares of the whole. */
export const DAMAGES: Readonly<Record<string, (elements: Elements, at: number, time: number) => Elements>> = {
  'a start that is no number': (all, at) => set(all, at, { start: Number.NaN }),
  'an end that is no number': (all, at) => set(all, at, { end: Number.NaN }),
  'a time that is another': (all, at, time) => set(all, at, { start: time, end: time + 0.1 }),
  'a time without end': (all, at) => set(all, at, { end: Infinity }),
  'a time before the start': (all, at) => set(all, at, { start: -1 }),
  'no starts from somewhere on': (all, at) => from(all, at, (element) => ({ ...element, start: Number.NaN })),
  'no ends at all': (all) => from(all, 0, (element) => ({ ...element, end: Number.NaN })),
  'no times from somewhere on': (all, at) =>
    from(all, at, (element) => ({ ...element, start: Number.NaN, end: Number.NaN })),
  'times that begin again': (all, at) => {
    const zero = all[place(all, at)]?.start ?? 0;
    return from(all, at, ({ text, start, end }) => ({ text, start: start - zero, end: end - zero }));
  },
  'times that overlap': (all, at, time) =>
    from(all, at, ({ text, start, end }) => ({ text, start: start - (time % 1), end: end - (time % 1) })),
  'one time from somewhere on': (all, at) => {
    const moment = all[place(all, at)]?.start ?? 0;
    return from(all, at, (element) => ({ ...element, start: moment, end: moment }));
  },
  'float dust': (all) => from(all, 0, ({ text, start, end }) => ({ text, start: start + 1e-14, end: end - 1e-14 })),
  'nothing from somewhere on': (all, at) => all.slice(0, place(all, at)),
  'characters left out': (all, at, time) => all.filter((_, i) => i < place(all, at) || i >= place(all, at) + time * 3),
  'characters too many': (all, at) => all.toSpliced(place(all, at), 0, ...all.slice(0, 5)),
  'other characters': (all, at) => from(all, at, (element, i) => (i % 5 ? element : { ...element, text: 'x' })),
  'another text': (all) => from(all, 0, (element) => ({ ...element, text: 'x' })),
  'straight quotes': (all) => from(all, 0, (element) => ({ ...element, text: element.text.replace(/[“”]/, '"') })),
  'no characters': (all, at) => set(all, at, { text: '' }),
  'whole words': (all) => {
    const words: Elements = [];
    for (const element of all) {
      const last = words.at(-1);
      if (last && /\S/.test(last.text) && /\S/.test(element.text))
        words[words.length - 1] = { ...last, text: last.text + element.text, end: element.end };
      else words.push(element);
    }
    return words;
  },
};

function place(elements: Elements, at: number): number {
  return Math.min(elements.length - 1, Math.floor(at * elements.length));
}

function set(elements: Elements, at: number, change: Partial<Elements[number]>): Elements {
  const index = place(elements, at);
  return elements.map((element, i) => (i === index ? { ...element, ...change } : element));
}

function from(
  elements: Elements,
  at: number,
  change: (element: Elements[number], index: number) => Elements[number],
): Elements {
  const first = place(elements, at);
  return elements.map((element, i) => (i < first ? element : change(element, i)));
}

export const alignmentFrom = (elements: Elements): Alignment => ({
  characters: elements.map(({ text }) => text),
  characterStartTimesSeconds: elements.map(({ start }) => start),
  characterEndTimesSeconds: elements.map(({ end }) => end),
});

export function elementsOf(source: unknown): Elements {
  const alignment = readAlignment(source);
  return (alignment?.characters ?? []).map((text, i) => ({
    text,
    start: alignment?.characterStartTimesSeconds[i] ?? Number.NaN,
    end: alignment?.characterEndTimesSeconds[i] ?? Number.NaN,
  }));
}

/** An answer for a text, clean or damaged in up to three ways, and how it is asked to be shown. */
export interface Answer {
  readonly text: string;
  readonly alignment: Alignment;
  readonly options: {
    text?: string;
    duration?: number;
    audioTags?: 'show' | 'hide';
    ssmlTags?: 'show' | 'hide';
  };
  readonly damages: readonly string[];
}

const damage = fc.record({
  name: fc.constantFrom(...Object.keys(DAMAGES)),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  time: fc.integer({ min: 0, max: 30_000 }).map((milliseconds) => milliseconds / 1000),
});

/** Answers of every kind, for laws that hold whatever comes. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    text: anyTaggedText,
    lengths: anyLengths,
    damages: fc.array(damage, { maxLength: 3 }),
    isKnown: fc.boolean(),
    duration: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined }),
    audioTags: fc.constantFrom('show' as const, 'hide' as const),
    ssmlTags: fc.constantFrom('show' as const, 'hide' as const),
  })
  .map(({ text, lengths, damages, isKnown, duration, audioTags, ssmlTags }) => {
    let elements = elementsOf(measured([...text], lengths));
    for (const { name, at, time } of damages)
      if (elements.length > 0) elements = DAMAGES[name]?.(elements, at, time) ?? elements;
    return {
      text,
      alignment: alignmentFrom(elements),
      options: {
        ...(isKnown && { text }),
        ...(duration !== undefined && { duration: duration / 1000 }),
        audioTags,
        ssmlTags,
      },
      damages: damages.map(({ name }) => name),
    };
  });
