import { RelayError } from '../errors.js';
import { DEFAULT_MODEL, type Model } from '../wire/models.js';
import type { WireSpeechBody } from '../wire/speech-body.js';

/**
 * Refuses what a model is known to refuse, before anything is bought. A model that is not in the table passes unchecked.
 * @throws RelayError with `status: null`, and the API's own code.
 */
export function checkModel(body: WireSpeechBody, models: ReadonlyMap<string, Model>): void {
  const id = body.model_id ?? DEFAULT_MODEL;
  const model = models.get(id);
  if (!model) return;
  const characters = Array.from(body.text).length;
  if (characters > model.maxCharacters) {
    throw refusal(
      'max_character_limit_exceeded',
      `The text has ${characters} characters, and ${id} speaks at most ${model.maxCharacters} in one request.`,
      'Send less text, or choose a model that takes more.',
    );
  }
  if (body.language_code && !model.languageCode) {
    throw refusal(
      'unsupported_language_code',
      `${id} cannot be held to a language, and refuses \`languageCode\`.`,
      'Leave it out, or choose eleven_flash_v2_5.',
    );
  }
  const stitches =
    body.previous_text || body.next_text || body.previous_request_ids?.length || body.next_request_ids?.length;
  if (stitches && !model.stitching) {
    throw refusal(
      'unsupported_parameter',
      `${id} takes no text or requests from before or after.`,
      'Leave out `previousText`, `nextText`, `previousRequestIds` and `nextRequestIds`.',
    );
  }
  if (body.apply_text_normalization === 'on' && !model.normalizationOn) {
    throw refusal(
      'unsupported_parameter',
      `${id} cannot have text normalization turned on.`,
      "Set `applyTextNormalization` to 'auto' or 'off'.",
    );
  }
}

function refusal(code: string, what: string, advice: string): RelayError {
  return new RelayError(`${what} Nothing was sent. ${advice}`, { code });
}
