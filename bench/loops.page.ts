// Whether a loop begins and ends where it should, by what left the context: every sample of the sound says which frame it is.
import { createPractice, type Speech } from 'react-readalong';
import { difference, encodeMp3, referenceOf } from '../test/audio/lame.js';
import { listen } from '../test/audio/listening.js';
import { frameOf } from '../test/audio/place-signal.js';
import { seeded } from '../test/audio/programs.js';
import { FADED, framesOff, LOOKED_AT, roundOf } from '../test/practice/looped.js';
import { practised, practisedOf, RATE, soundsIn } from '../test/practice/practised.js';

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
/** Frames of the sound before the phrase. */
const BEFORE = RANGE.start * EACH * RATE;

async function until(done: () => boolean, milliseconds: number): Promise<void> {
  for (const end = performance.now() + milliseconds; !done(); ) {
    if (performance.now() > end) throw new Error('The loop did not come to its end in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A loop from its first round to its last, and what left the context meanwhile. */
async function heardLoop(make: (context: AudioContext) => Speech, times: number) {
  const sound = await listen(RATE);
  const speech = make(sound.context);
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
  const rest = heard.subarray(times * LENGTH).some((sample) => sample !== 0);
  speech.dispose();
  await sound.close();
  return { heard, lit: Math.max(...strays) * EACH * 1000, isOverAtEnd: !rest };
}

/** `errorsOf`: frames by which the beginning and the end of a round are off, by its samples. */
function errorsOfRounds(
  { heard, lit, isOverAtEnd }: Awaited<ReturnType<typeof heardLoop>>,
  times: number,
  errorsOf: (round: Float32Array) => readonly [number, number],
): LoopErrors {
  let border = isOverAtEnd ? 0 : Number.POSITIVE_INFINITY;
  let drift = 0;
  let click = 0;
  for (let round = 0; round < times; round++) {
    const samples = heard.subarray(round * LENGTH, (round + 1) * LENGTH);
    const [begins, ends] = errorsOf(samples).map((frames) => (Math.abs(frames) / RATE) * 1000);
    border = Math.max(border, begins ?? Number.NaN, ends ?? Number.NaN);
    drift = begins ?? Number.NaN;
    click = Math.max(click, Math.abs(samples[0] ?? 1), Math.abs(samples[LENGTH - 1] ?? 1));
  }
  return { border, drift, lit, rounds: times, click };
}

/** Of PCM, a sample says which frame it is. */
export async function measureLoop(times: number): Promise<LoopErrors> {
  const loop = await heardLoop((context) => practised(TEXT, context, EACH), times);
  const errorAt = (round: Float32Array, within: number): number =>
    frameOf(round[within] ?? 0, BEFORE + within) - BEFORE - within;
  return errorsOfRounds(loop, times, (round) => [errorAt(round, FADED), errorAt(round, LENGTH - FADED)]);
}

/** Of MP3, by where it fits best into what a decoder makes of the whole; `difference`: the greatest of a sample to that. */
export async function measureMp3Loop(times: number): Promise<LoopErrors & { readonly difference: number }> {
  const random = seeded(5);
  const noise = Float32Array.from({ length: TEXT.length * EACH * RATE }, () => (random() - 0.5) * 0.6);
  const mp3 = await encodeMp3(noise, RATE, 128);
  const whole = await referenceOf(mp3, RATE);
  const loop = await heardLoop((context) => practisedOf(mp3, 'mp3_44100_128', TEXT, context, EACH), times);
  const expected = roundOf(whole, BEFORE, BEFORE + LENGTH);
  let most = 0;
  const errors = errorsOfRounds(loop, times, (round) => {
    most = Math.max(most, difference(round, expected));
    const late = LENGTH - FADED - LOOKED_AT;
    return [
      framesOff(round.subarray(FADED), whole, BEFORE + FADED),
      framesOff(round.subarray(late), whole, BEFORE + late),
    ];
  });
  return { ...errors, difference: most };
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

Object.assign(globalThis, { measureLoop, measureMp3Loop, measureLadder });
