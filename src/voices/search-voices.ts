import type { Voice } from '../relay/voice.js';
import { foldSearch, searchWords } from './fold-search.js';
import { listOf, voiceFacts } from './voice-facts.js';
import { languageName } from './voice-language.js';

/**
 * The voices that a search finds in an app's own list: each word in name, description, category, any label or language, which has
 * its code, its English name and the one in `locale` (BCP 47).
 */
export function searchVoices(voices: readonly Voice[], search: string, locale = 'en'): readonly Voice[] {
  const words = searchWords(search);
  if (words.length === 0) return voices;
  return voices.filter((voice) => {
    const text = searched(voice, locale);
    return words.every((word) => text.includes(word));
  });
}

const read = new WeakMap<Voice, { readonly locale: string; readonly text: string }>();

function searched(voice: Voice, locale: string): string {
  const known = read.get(voice);
  if (known?.locale === locale) return known.text;
  const { name, category, languages } = voiceFacts(voice);
  const { description, labels } = voice;
  const values = typeof labels === 'object' && labels !== null ? listOf(Object.values(labels)) : [];
  const names = languages.flatMap((language) => [languageName(language, 'en'), languageName(language, locale)]);
  const texts = [name, description, category, ...languages, ...names, ...values];
  const text = foldSearch(texts.filter((each) => typeof each === 'string').join('\n'));
  read.set(voice, { locale, text });
  return text;
}
