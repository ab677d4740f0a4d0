import type { SpeechRequest } from '../relay/speech-request.js';
import { DEFAULT_MODEL, MODELS } from '../wire/models.js';
import { textAfter, textBefore } from './context-text.js';

/** A part of a text, and what is known of those before it. */
export interface PartPlace {
  /** UTF-16 offsets in the whole text. */
  readonly start: number;
  readonly end: number;
  /** Ids of the requests for the parts directly before it, the nearest last, where the API still knows them. */
  readonly previousRequestIds: readonly string[];
}

/** Ids that the API takes in one request. */
const MOST_IDS = 3;
/** Code points in a request to a model that nobody here knows. */
const CAREFUL = 3000;

/** The most code points that a request may have. */
export function characterLimit(modelId: string | undefined): number {
  return MODELS.get(modelId ?? DEFAULT_MODEL)?.maxCharacters ?? CAREFUL;
}

/**
 * What to ask for a part: its own text, and where the model takes it, what is said before and after, so that the voice goes on as
 * in one breath. White space at the end is not paid for. `context`: UTF-16 units of text at each side.
 */
export function partRequest(
  request: SpeechRequest,
  text: string,
  { start, end, previousRequestIds }: PartPlace,
  context: number,
): SpeechRequest {
  const own = { ...request, text: text.slice(start, end).trimEnd() };
  // What a model that nobody knows refuses would cost a request.
  if (!MODELS.get(request.modelId ?? DEFAULT_MODEL)?.stitching) return own;
  const before = start > 0 ? textBefore(text, start, context) : '';
  const after = end < text.length ? textAfter(text, end, context) : '';
  const ids = request.enableLogging === false ? [] : previousRequestIds.slice(-MOST_IDS);
  return {
    ...own,
    ...(before && { previousText: before }),
    ...(after && { nextText: after }),
    ...(ids.length > 0 && { previousRequestIds: ids }),
  };
}
