import type { Voice } from '../relay/voice.js';
import type { VoicesQuery } from '../relay/voices-query.js';
import { foldLabel, type VoiceFacts, voiceFacts } from './voice-facts.js';
import { foldLanguage, MODEL_LANGUAGES } from './voice-language.js';

/** By what voices can be told apart. */
export type VoiceFacet = 'language' | 'gender' | 'accent' | 'age' | 'useCase' | 'category';

/** What a voice has to be. Spelling of labels does not matter: "middle_aged" is "middle aged". */
export type VoiceFilters = Readonly<Partial<Record<VoiceFacet, string>>>;

/** In the order in which they are offered. */
export const VOICE_FACETS: readonly VoiceFacet[] = ['language', 'gender', 'accent', 'age', 'useCase', 'category'];

/** What the API's own voices are labelled with, offered before any of them is loaded; languages are those of its models. */
const USUAL: Readonly<Record<VoiceFacet, readonly string[]>> = {
  language: MODEL_LANGUAGES,
  gender: ['female', 'male', 'neutral'],
  accent: [],
  age: ['young', 'middle aged', 'old'],
  useCase: [
    'narrative story',
    'conversational',
    'characters animation',
    'social media',
    'informative educational',
    'advertisement',
    'entertainment tv',
  ],
  category: ['premade', 'cloned', 'generated', 'professional'],
};
const MOST_VALUES = 200;

const valuesOf = (facts: VoiceFacts, facet: VoiceFacet): readonly string[] =>
  facet === 'language' ? facts.languages : [facts[facet]];
const fold = (facet: VoiceFacet, value: string | undefined) =>
  facet === 'language' ? foldLanguage(value) : foldLabel(value);

/** The voices that are all that is asked for, in their order. */
export function filterVoices(voices: readonly Voice[], filters: VoiceFilters): readonly Voice[] {
  const wanted = VOICE_FACETS.map((facet) => [facet, fold(facet, filters[facet])] as const).filter(
    ([, value]) => value !== '',
  );
  if (wanted.length === 0) return voices;
  return voices.filter((voice) => {
    const facts = voiceFacts(voice);
    return wanted.every(([facet, value]) => valuesOf(facts, facet).includes(value));
  });
}

/** What can be asked for: the usual values, and those of the voices that are known. */
export function filterValues(voices: readonly Voice[], facet: VoiceFacet): readonly string[] {
  const seen = new Set(USUAL[facet]);
  for (const voice of voices) for (const value of valuesOf(voiceFacts(voice), facet)) if (value) seen.add(value);
  return [...seen].slice(0, MOST_VALUES);
}

/** The part of the filters that the API can do itself: of labels it knows none. */
export function serverFilters({ category }: VoiceFilters): Pick<VoicesQuery, 'category'> {
  const known = (['premade', 'cloned', 'generated', 'professional'] as const).find(
    (name) => name === foldLabel(category),
  );
  return known ? { category: known } : {};
}
