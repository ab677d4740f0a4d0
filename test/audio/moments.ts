import type { Player } from '../../src/audio/player.js';
import type { Listening } from './listening.js';
import { frameOf } from './place-signal.js';

/** What a player said is heard, and the context frame that was at the ear by the output's own timestamp. */
export interface Moment {
  readonly said: number;
  readonly at: number;
}

/** Seconds on the context's clock of what is at the ear at a moment of the page's clock, by the output's own timestamp. */
function atTheEar(context: AudioContext, now: number): number {
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
  return contextTime + (now - performanceTime) / 1000;
}

/** This moment, or null where the browser's timestamp is no truth: under overload, or when it or the page jumped in between. */
export function momentOf({ context }: Listening, player: Player): Moment | null {
  const now = performance.now();
  const heard = atTheEar(context, now);
  const said = player.heard().frame;
  const held = performance.now() - now;
  const jumped = Math.abs(atTheEar(context, now) - heard) * 1000;
  const behind = context.currentTime - heard;
  if (held > 0.3 || jumped > 0.3 || behind < 0 || behind > context.outputLatency + 0.25) return null;
  return { said, at: Math.round(heard * context.sampleRate) };
}

/** Some moments of play, at no regular distance. */
export async function momentsOf(
  sound: Listening,
  player: Player,
  count: number,
  random: () => number,
): Promise<Moment[]> {
  const moments: Moment[] = [];
  for (let i = 0; i < count; i++) {
    await new Promise((resolve) => setTimeout(resolve, random() * 20));
    const moment = momentOf(sound, player);
    if (moment) moments.push(moment);
  }
  return moments;
}

/** Milliseconds between what was said and what left the context, where `placeSignal` played. */
export async function errorsOf(sound: Listening, moments: readonly Moment[]): Promise<number[]> {
  await sound.captured(Math.max(...moments.map(({ at }) => at)));
  return moments.map(({ said, at }) => {
    const [sample = 0] = sound.samples(at, 1);
    return (Math.abs(frameOf(sample, said) - said) / sound.context.sampleRate) * 1000;
  });
}
