import { expect, it } from 'vitest';
import type { ArrangedSound } from '../../src/audio/arrangement.js';
import type { PcmPart } from '../../src/audio/part.js';
import { arrangeRounds } from '../../src/practice/arrange-rounds.js';

const RATE = 1000;
/** Frames of a fade of 5 ms. */
const FADE = 5;

/** A part that is as loud from its first sample to its last, where a fade would be heard. */
const loud = (level: number, frames: number): PcmPart => ({
  id: `${level}`,
  sampleRate: RATE,
  frames: () => ({ ready: frames, final: true }),
  read: async (_, count) => new Float32Array(count).fill(level),
  onGrow: () => () => {},
});

/** Two parts of a text, from the middle of the first to the middle of the second. */
const parts = [loud(0.5, 200), loud(0.25, 200)];
const sound: ArrangedSound = {
  program: {
    part: (number) => parts[number],
    after: (number) => (number === 0 ? 1 : 'end'),
    want() {},
    subscribe: () => () => {},
  },
  pointAt: () => ({ part: 0, frame: 0 }),
  startOf: () => ({ part: 0, frame: 120 }),
  endOf: () => ({ part: 1, frame: 60 }),
};

it('a round over the border of two parts fades where it begins and ends, and not at the border', async () => {
  const round = { range: { start: 6, end: 13 }, tempo: 1, gap: 0, hearing: 0, times: 2, elsewhere: null };
  const { program } = arrangeRounds(sound, (number) => (number < 2 ? round : null));
  const heard: number[] = [];
  for (let at: number | 'end' | 'unknown' = 0; typeof at === 'number'; at = program.after(at)) {
    const part = program.part(at);
    const { ready } = part?.frames() ?? { ready: 0 };
    heard.push(...((await part?.read(0, ready, new AbortController().signal)) ?? []));
  }
  const steps = Array.from({ length: FADE }, (_, i) => i / FADE);
  const once = [
    ...steps.map((share) => share * 0.5),
    ...Array<number>(80 - FADE).fill(0.5),
    ...Array<number>(60 - FADE).fill(0.25),
    ...steps.toReversed().map((share) => share * 0.25),
  ];
  expect(heard.map((sample) => Math.round(sample * 1000))).toEqual(
    [...once, ...once].map((sample) => Math.round(sample * 1000)),
  );
});
