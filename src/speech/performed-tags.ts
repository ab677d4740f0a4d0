import type { ShowOptions } from '../alignment/shown-text.js';
import { DEFAULT_MODEL, MODELS } from '../wire/models.js';
import { isNarrationSource, isRecordingSource, type LongSource, type SpeechSource } from './speech-source.js';

/**
 * Hides the tags that the model of a request obeys instead of reading them aloud: audio tags of eleven_v3, SSML of the others that
 * the API documents. Of a narration nobody knows the model, so all is shown.
 */
export function performedTags(source: SpeechSource | LongSource): ShowOptions {
  if (isRecordingSource(source) || isNarrationSource(source)) return {};
  const model = MODELS.get(source.modelId ?? DEFAULT_MODEL);
  if (!model) return {};
  return model.audioTags ? { audioTags: 'hide' } : { ssmlTags: 'hide' };
}
