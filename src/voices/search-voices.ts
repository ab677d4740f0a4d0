import type { Voice } from '../relay/voice.js';
import { listOf, voiceFacts } from './voice-facts.js';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The voices that a search finds in an app's own list: each word in name, description, category, any label or language. */
export function searchVoices(voices: readonly Voice[], search: string): readonly Voice[] {
  const words = fold(search.slice(0, 200))
    .split(/[\s_]+/)
    .filter(Boolean);
  if (words.length === 0) return voices;
  return voices.filter((voice) => {
    const text = searched(voice);
    return words.every((word) => text.includes(word));
  });
}

function searched(voice: Voice): string {
  const { name, category, languages } = voiceFacts(voice);
  const { description, labels } = voice;
  const values = typeof labels === 'object' && labels !== null ? listOf(Object.values(labels)) : [];
  const texts = [name, description, category, ...languages, ...values].filter((text) => typeof text === 'string');
  return fold(texts.join('\n').replaceAll('_', ' '));
}
