// Whether a loop begins and ends where it should, by what left the context: every sample of the sound says which frame it is.
import { createPractice } from 'react-readalong';
import { listen } from '../test/audio/listening.js';
import { practised, RATE, soundsIn, sourceFrame } from '../test/practice/practised.js';

/** Milliseconds by which what was captured differs from what should be there. */
export interface LoopErrors {
  /** The greatest at the beginnings and ends of all rounds. */
  readonly border: number;
  /** How much later than it should the last round begins. */
  readonly drift: number;
  /** The greatest between the character that is said to be heard and the one that is, at the moments that were looked at. */
  readonly lit: number;
  /** Rounds that were heard. */
  readonly rounds: number;
  /** The loudest sample at a border, against full scale. */
  readonly click: number;
}

const TEXT = 'The old lamp was lit. Nobody knew who.';
/** "old lamp was lit", 16 characters of 50 ms each. */
const RANGE = { start: 4, end: 20 };
const EACH = 0.05;
const LENGTH = 0.8 * RATE;
/** Frames from a border at which its fade is over. */
const FADED = 300;

async function until(done: () => boolean, milliseconds: number): Promise<void> {
  for (const end = performance.now() + milliseconds; !done(); ) {
    if (performance.now() > end) throw new Error('The loop did not come to its end in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function measureLoop(times: number): Promise<LoopErrors> {
  const sound = await listen(RATE);
  const speech = practised(TEXT, sound.context, EACH);
  const practice = createPractice(speech);
  const strays: number[] = [];
  const look = setInterval(() => {
    const offset = speech.currentOffset();
    if (speech.getSnapshot().status === 'playing')
      strays.push(Math.max(RANGE.start - offset, offset - RANGE.end + 1, 0));
  }, 15);
  practice.loop(RANGE, { times });
  await until(() => practice.getSnapshot().mode === 'off', (times * 0.8 + 20) * 1000);
  clearInterval(look);
  const first = sound.started[0]?.at ?? 0;
  await sound.captured(first + times * LENGTH + RATE / 10);
  const heard = sound.samples(first, times * LENGTH + RATE / 10);
  let border = 0;
  let drift = 0;
  let click = 0;
  for (let round = 0; round < times; round++) {
    const at = round * LENGTH;
    const error = (within: number): number => {
      const expected = RANGE.start * EACH * RATE + within;
      return ((sourceFrame(heard[at + within] ?? 0, expected) - expected) / RATE) * 1000;
    };
    border = Math.max(border, Math.abs(error(FADED)), Math.abs(error(LENGTH - FADED)));
    drift = Math.abs(error(FADED));
    click = Math.max(click, Math.abs(heard[at] ?? 1), Math.abs(heard[at + LENGTH - 1] ?? 1));
  }
  const after = heard.subarray(times * LENGTH).findIndex((sample) => sample !== 0);
  if (after >= 0) border = Number.POSITIVE_INFINITY;
  speech.dispose();
  await sound.close();
  return { border, drift, lit: Math.max(...strays) * EACH * 1000, rounds: times, click };
}

/** The greatest error of a border, in ms, where each hearing has another speed and a silence as long behind it. */
export async function measureLadder(tempos: readonly number[]): Promise<number> {
  const sound = await listen(RATE);
  const speech = practised(TEXT, sound.context, EACH);
  const practice = createPractice(speech);
  practice.loop(RANGE, { times: tempos.length, gap: 1, tempos });
  await until(() => practice.getSnapshot().mode === 'off', 60_000);
  const first = sound.started[0]?.at ?? 0;
  const ends = tempos.reduce((sum, tempo) => sum + (2 * LENGTH) / tempo, 0);
  await sound.captured(first + ends);
  const heard = soundsIn(sound.samples(first, Math.round(ends)));
  let at = 0;
  let most = heard.length === tempos.length ? 0 : Number.POSITIVE_INFINITY;
  for (const [round, tempo] of tempos.entries()) {
    const { from = Number.NaN, to = Number.NaN } = heard[round] ?? {};
    most = Math.max(most, Math.abs(from - at), Math.abs(to - at - LENGTH / tempo));
    at += (2 * LENGTH) / tempo;
  }
  speech.dispose();
  await sound.close();
  return (most / RATE) * 1000;
}

Object.assign(globalThis, { measureLoop, measureLadder });
