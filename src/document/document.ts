import type { LongText } from '../store/rendition.js';
import type { DocumentOptions } from './document-options.js';
import { createDocumentRendition } from './document-rendition.js';

/**
 * Lets a speech have a text of any length, or one that is still coming: cut into parts, each bought when it is about to be heard.
 *
 * @example createSpeech({ text: book, voiceId }, { relay, document: createDocument({ budget: { credits: 5000 } }) })
 */
export function createDocument(options: DocumentOptions = {}): LongText {
  const { ahead = 60, concurrency = 2, retries = 4, onFailure = 'stop', context = 300, usual = 320 } = options;
  return {
    rendition: (request, environment) =>
      createDocumentRendition(request, environment, {
        ...options,
        ahead,
        concurrency,
        retries,
        onFailure,
        context,
        usual,
      }),
  };
}
