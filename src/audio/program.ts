import type { PcmPart } from './part.js';

/** A place in a program: a part and a frame of it. Never one global frame, so that estimates of other parts may move. */
export interface Point {
  readonly part: number;
  readonly frame: number;
}

/** What a player plays: parts in order, each growing by itself. */
export interface Program {
  /** The parts that are known, in order. Empty until something was asked for. */
  parts(): readonly PcmPart[];
  /** Says what is about to be heard. The only thing that buys. */
  want(at: Point, aheadSeconds: number): void;
  /** Calls back when parts were added or grew. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}
