import type { HeardPlace } from './heard-place.js';

/** One way to mark a place; a painter has one or more. */
export interface MarkLayer {
  show(place: HeardPlace | null): void;
  /** Marks the same again where it is now. May be called at any time. */
  refresh(): void;
  remove(): void;
}
