import type { Voice } from '../relay/voice.js';
import { fieldOf, listOf } from './voice-facts.js';
import { foldLanguage } from './voice-language.js';

/** An address that may be played as it is, or null: http(s), `data:audio/…` and `blob:`. Others are never fetched. */
export function playableUrl(url: unknown): string | null {
  if (typeof url !== 'string' || url.trim() === '') return null;
  try {
    const { protocol, href } = new URL(url, globalThis.document?.baseURI);
    if (protocol === 'data:') return /^data:audio\//i.test(href) ? href : null;
    return /^(https?|blob):$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** Where a voice can be heard for nothing: in a wanted language where it has such a preview, else in its own. Null where nowhere. */
export function previewUrl(voice: Voice, language?: string): string | null {
  const wanted = foldLanguage(language);
  const verified = listOf(voice.verifiedLanguages).find(
    (entry) => wanted !== '' && foldLanguage(fieldOf(entry, 'language')) === wanted,
  );
  return playableUrl(fieldOf(verified, 'previewUrl')) ?? playableUrl(voice.previewUrl);
}
