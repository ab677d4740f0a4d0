import type { PcmPart } from './part.js';

/** A place in a program: a part and a frame of it. Never one global frame, so that estimates of other parts may move. */
export interface Point {
  /** The number of the part. Greater further on, but not counted: others may come to lie between. The first is 0. */
  readonly part: number;
  readonly frame: number;
}

/** What a player plays: parts in order, each growing by itself. */
export interface Program {
  /** The sound of a part, or undefined while there is none. */
  part(number: number): PcmPart | undefined;
  /** The number of the part that follows one: 'end' where that is the last, 'unknown' where more may come. */
  after(number: number): number | 'end' | 'unknown';
  /** How fast a part is played, against the speed that the reader has set. @default 1 of every part */
  tempoOf?(number: number): number;
  /** Says what is about to be heard. The only thing that buys. */
  want(at: Point, aheadSeconds: number): void;
  /** Calls back when parts were added or grew. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}
