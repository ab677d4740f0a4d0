import type { Point, Program } from './program.js';

/** What an arrangement is made of: the sound of a text, and where its characters are in it. Offsets are UTF-16 units of what is shown. */
export interface ArrangedSound {
  readonly program: Program;
  /** The point of a time in seconds, where that is not known yet a guess. */
  pointAt(seconds: number): Point;
  /** Where the character at an offset begins to sound, or null while that is not known. */
  startOf(offset: number): Point | null;
  /** The point behind the sound of the character before an offset, or null while that is not known. */
  endOf(offset: number): Point | null;
}

/** A program made of another one's sound, as a loop is. */
export interface Arrangement {
  readonly program: Program;
  /** Where a point of it comes from. */
  sourceOf(point: Point): Point;
  /** The point of it, near what is heard, that comes from one of the source; null where that is not to be heard. */
  pointOf(source: Point, heard: Point): Point | null;
}

/** An arrangement that is played in place of the sound itself. */
export interface Detour {
  /** `over`: it was heard to its end. `left`: somebody went elsewhere. */
  readonly state: 'on' | 'over' | 'left';
  /** The point of the arrangement that is heard. */
  heard(): Point;
  /** Goes on with the sound itself, from the place that is heard. */
  leave(): void;
}
