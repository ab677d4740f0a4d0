import type { VoiceFacet } from '../../voices/voice-filters.js';

/** Every word that a `VoicePicker` says itself. What comes from the voices is shown as it is. */
export interface VoicePickerLabels {
  /** What is chosen: names the button, the form field's purpose and the panel. @default 'Voice' */
  voice?: string;
  /** Where none is chosen. @default 'Choose a voice' */
  none?: string;
  /** Of the button that takes the choice back. @default 'Choose no voice' */
  clear?: string;
  search?: string;
  clearSearch?: string;
  close?: string;
  /** Of the list. @default 'Voices' */
  list?: string;
  previews?: string;
  filters?: string;
  /** Of the field in a long list of values. */
  searchValues?: (facet: string) => string;
  facet?: (facet: VoiceFacet) => string;
  /** A value of a filter, as the labels have it: "middle aged"; languages are named by `locale`. */
  value?: (facet: VoiceFacet, value: string) => string;
  removeFilter?: (facet: string, value: string) => string;
  clearFilters?: string;
  recents?: string;
  favourites?: string;
  chosen?: string;
  /** Of a button that is pressed where it is one. */
  favourite?: (name: string) => string;
  /** Over the others; null where it is not known how many there are. */
  count?: (voices: number | null) => string;
  countOf?: (shown: number, all: number) => string;
  loading?: string;
  loadingMore?: string;
  searching?: string;
  /** @default 'Alt+P hears a voice' */
  keys?: string;
  hear?: (name: string) => string;
  /** What is bought where a voice has no preview. */
  hearLine?: (name: string, characters: number) => string;
  /** By the button, and what the field says of the active voice. @default '29 characters' */
  linePrice?: (characters: number) => string;
  stop?: (name: string) => string;
  again?: (name: string) => string;
  previewFailed?: string;
  unnamed?: string;
  nothing?: string;
  /** `others`: how many there are without the filters. */
  nothingHint?: (search: string, filters: readonly string[], others: number) => string;
  failed?: string;
  stillChosen?: string;
  retry?: string;
  offline?: string;
  offlineHint?: string;
}

const FACETS: Record<VoiceFacet, string> = {
  language: 'Language',
  gender: 'Gender',
  accent: 'Accent',
  age: 'Age',
  useCase: 'Use case',
  category: 'Category',
};

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The English ones. */
export const VOICE_PICKER_LABELS: Required<VoicePickerLabels> = {
  voice: 'Voice',
  none: 'Choose a voice',
  clear: 'Choose no voice',
  search: 'Search voices',
  clearSearch: 'Clear search',
  close: 'Close',
  list: 'Voices',
  previews: 'Previews',
  filters: 'Filters',
  searchValues: (facet) => `Search: ${facet}`,
  facet: (facet) => FACETS[facet],
  value: (_, value) => capital(value),
  removeFilter: (facet, value) => `${facet}: ${value}, remove`,
  clearFilters: 'Clear filters',
  recents: 'Recently used',
  favourites: 'Favourites',
  chosen: 'chosen',
  favourite: (name) => `Favourite: ${name}`,
  count: (voices) => (voices === null ? 'Voices' : voices === 1 ? '1 voice' : `${voices.toLocaleString('en')} voices`),
  countOf: (shown, all) => `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  loading: 'Loading voices…',
  loadingMore: 'Loading more…',
  searching: 'Searching…',
  keys: 'Alt+P hears a voice',
  hear: (name) => `Hear ${name}`,
  hearLine: (name, characters) => `Hear ${name} say a line, which buys ${characters} characters`,
  linePrice: (characters) => (characters === 1 ? '1 character' : `${characters.toLocaleString('en')} characters`),
  stop: (name) => `Stop ${name}`,
  again: (name) => `Try ${name}’s preview again`,
  previewFailed: 'Preview failed to load',
  unnamed: 'Unnamed voice',
  nothing: 'No voice matches',
  nothingHint: (search, filters, others) =>
    [
      [search && `“${search}”`, filters.length > 0 && `in ${filters.join(', ')}`].filter(Boolean).join(' '),
      others > 0 && `${others} would match without the filters`,
    ]
      .filter(Boolean)
      .map((sentence) => `${sentence}.`)
      .join(' '),
  failed: 'Voices could not be loaded',
  stillChosen: 'Your chosen voice still works.',
  retry: 'Try again',
  offline: 'You are offline',
  offlineHint: 'The list returns with the connection.',
};
