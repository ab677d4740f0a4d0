import type { PcmPart } from '../../src/audio/part.js';
import type { Player } from '../../src/audio/player.js';
import type { Program } from '../../src/audio/program.js';

/** A program of parts that are all known from the beginning. */
export function programOf(...parts: readonly PcmPart[]): Program {
  return {
    part: (number) => parts[number],
    after: (number) => (number + 1 < parts.length ? number + 1 : 'end'),
    want() {},
    subscribe(listener) {
      const leaves = parts.map((part) => part.onGrow(listener));
      return () => {
        for (const leave of leaves) leave();
      };
    },
  };
}

/** Every phase that a player went through, in order. */
export function phasesOf(player: Player): string[] {
  const phases: string[] = [];
  player.subscribe(() => {
    const { phase } = player.getState();
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  return phases;
}

/** The same numbers on every run, 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
