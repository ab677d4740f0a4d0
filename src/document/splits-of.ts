import type { LongRequest, RenditionEnvironment } from '../store/rendition.js';
import { type SharedSplits, sharedSplits } from '../store/shared-splits.js';

/** Of a text that is still coming nobody knows what it will be, so nothing is kept of it. */
const NONE: SharedSplits = { ready: true, offsets: new Set(), add() {}, subscribe: () => () => {} };

/** The borders that all documents over a text share. */
export function splitsOf(
  text: LongRequest['text'],
  request: Omit<LongRequest, 'text'>,
  { store, recipeOf }: RenditionEnvironment,
): SharedSplits {
  return typeof text === 'string' ? sharedSplits(store, recipeOf({ ...request, text })) : NONE;
}
