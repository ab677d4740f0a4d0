import type { RenditionLoading } from '../store/rendition.js';
import type { DocumentPart } from './document-part.js';

/** Where a document is whose parts are these. `isWhole`: there is no more to come. */
export function loadingOf(parts: readonly DocumentPart[], isWhole: boolean): RenditionLoading {
  if (parts.every(({ phase }) => phase === 'unbought')) return 'idle';
  if (!parts.some((part) => part.seconds > 0)) return 'waiting';
  return isWhole ? 'complete' : 'streaming';
}
