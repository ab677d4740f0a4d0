import type { AnyAlignments, WireAlignment } from 'react-readalong';

/** An answer as it came, in seconds of sound that its audio really has. */
export interface Answer {
  text: string;
  source: AnyAlignments;
}

type Change = (clean: WireAlignment) => Partial<Answer>;

const times = (clean: WireAlignment, change: (time: number, index: number) => number): AnyAlignments => ({
  alignment: {
    ...clean,
    character_start_times_seconds: clean.character_start_times_seconds.map(change),
    character_end_times_seconds: clean.character_end_times_seconds.map(change),
  },
});

const until = (clean: WireAlignment, count: number): AnyAlignments => ({
  alignment: {
    characters: clean.characters.slice(0, count),
    character_start_times_seconds: clean.character_start_times_seconds.slice(0, count),
    character_end_times_seconds: clean.character_end_times_seconds.slice(0, count),
  },
});

const HALF = 37;

/** What was seen of bad answers, done to a clean one. */
export const DAMAGES: Readonly<Record<string, Change>> = {
  'Nothing is wrong': (clean) => ({ source: { alignment: clean } }),
  'One time from the middle on': (clean) => ({
    source: times(clean, (time, i) => (i < HALF ? time : (clean.character_start_times_seconds[HALF] ?? 0))),
  }),
  'Times stop in the middle': (clean) => ({ source: until(clean, HALF) }),
  'Times begin again': (clean) => ({
    source: times(clean, (time, i) => (i < HALF ? time : time - (clean.character_start_times_seconds[HALF] ?? 0))),
  }),
  'Some times are null': (clean) => ({
    source: times(clean, (time, i) => (i % 9 === 4 ? Number.NaN : time)),
  }),
  'Some times leap and fall': (clean) => ({
    source: times(clean, (time, i) => (i % 11 === 5 ? time + 40 : i % 13 === 6 ? 0 : time)),
  }),
  'No ends': (clean) => ({ source: { alignment: { ...clean, character_end_times_seconds: [] } } }),
  'The text has quotes and a number of its own': (clean) => ({
    text: clean.characters.join('').replace('once', '“1×”'),
    source: { alignment: clean },
  }),
  'A tag was left out': (clean) => ({
    text: clean.characters.join('').replace('. ', '. <break time="1.0s" /> '),
    source: { alignment: clean },
  }),
  'Only the normalized alignment': (clean) => ({
    source: {
      alignment: null,
      normalized_alignment: { ...clean, characters: clean.characters.map((character) => character.toLowerCase()) },
    },
  }),
  'No times at all': () => ({ source: { alignment: null } }),
};
