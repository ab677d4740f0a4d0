import type { ShowOptions } from '../alignment/shown-text.js';
import { SpeechError } from '../errors.js';
import { missingRelay } from '../relay/missing-relay.js';
import type { Relay } from '../relay/relay.js';
import { costOf, countCodePoints } from '../store/cost.js';
import type { LongText, Rendition } from '../store/rendition.js';
import { createSpeechStore, type SpeechStore } from '../store/speech-store.js';
import { performedTags } from './performed-tags.js';
import { recipeOf } from './recipe-of.js';
import { createRecordingRendition } from './recording-rendition.js';
import { isNarrationSource, isRecordingSource, type LongSource, type SpeechSource } from './speech-source.js';

/** What a source needs to be sound and times. */
export interface RenditionOptions extends ShowOptions {
  /** Who is asked for speech. Not needed for recordings and narrations. */
  relay?: Relay | undefined;
  /** Where bought speech is shared. @default a store of its own */
  store?: SpeechStore | undefined;
  /** Lets a text be of any length, or still be coming: `createDocument()`. @default one request for all of it */
  document?: LongText | undefined;
}

/**
 * The sound and times of a source, of which nothing is bought yet.
 * @throws SpeechError where a text is still coming and there is no document to cut it.
 */
export function createRendition(source: SpeechSource | LongSource, options: RenditionOptions): Rendition {
  const { relay = missingRelay, store = createSpeechStore(), audioTags, ssmlTags, document } = options;
  const isOwn = isRecordingSource(source) || isNarrationSource(source);
  const show = {
    ...performedTags(source),
    ...(audioTags && { audioTags }),
    ...(ssmlTags && { ssmlTags }),
    locale: isOwn ? undefined : (source.languageCode ?? undefined),
  };
  if (isOwn) return createRecordingRendition(recipeOf(source, relay), store, show, null);
  if (document) return document.rendition(source, { store, show, recipeOf: (request) => recipeOf(request, relay) });
  if (typeof source.text !== 'string') throw needsDocument();
  const price = costOf(countCodePoints(source.text), source.modelId);
  return createRecordingRendition(recipeOf({ ...source, text: source.text }, relay), store, show, price);
}

const needsDocument = (): SpeechError =>
  new SpeechError(
    'A text that is still coming was handed over without a `document`, so nobody can cut it into requests. Pass `document: createDocument()`.',
  );
