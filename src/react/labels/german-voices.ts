import type { VoiceFacet } from '../../voices/voice-filters.js';
import type { VoicePickerLabels } from '../voices/voice-picker-labels.js';
import type { VoiceSettingsLabels } from '../voices/voice-settings-labels.js';
import { counted, number } from './german-counts.js';

const FACETS: Record<VoiceFacet, string> = {
  language: 'Sprache',
  gender: 'Geschlecht',
  accent: 'Akzent',
  age: 'Alter',
  useCase: 'Zweck',
  category: 'Art',
};

/** What the API's own voices are labelled with; other labels are shown as they are. */
const VALUES = new Map([
  ['female', 'Weiblich'],
  ['male', 'Männlich'],
  ['neutral', 'Neutral'],
  ['young', 'Jung'],
  ['middle aged', 'Mittleren Alters'],
  ['old', 'Alt'],
  ['american', 'Amerikanisch'],
  ['australian', 'Australisch'],
  ['british', 'Britisch'],
  ['indian', 'Indisch'],
  ['irish', 'Irisch'],
  ['scottish', 'Schottisch'],
  ['narrative story', 'Erzählung'],
  ['conversational', 'Gespräch'],
  ['characters animation', 'Figuren und Trickfilm'],
  ['social media', 'Soziale Medien'],
  ['informative educational', 'Wissen und Bildung'],
  ['advertisement', 'Werbung'],
  ['entertainment tv', 'Unterhaltung und Fernsehen'],
  ['premade', 'Vorgefertigt'],
  ['cloned', 'Geklont'],
  ['generated', 'Erzeugt'],
  ['professional', 'Professionell'],
]);

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('de') + text.slice(1);

export const GERMAN_VOICE_PICKER: Required<VoicePickerLabels> = {
  voice: 'Stimme',
  none: 'Stimme wählen',
  clear: 'Keine Stimme wählen',
  search: 'Stimmen suchen',
  clearSearch: 'Suche leeren',
  close: 'Schließen',
  list: 'Stimmen',
  previews: 'Hörproben',
  filters: 'Filter',
  searchValues: (facet) => `Suche: ${facet}`,
  facet: (facet) => FACETS[facet],
  value: (_, value) => VALUES.get(value.toLowerCase().replaceAll('_', ' ')) ?? capital(value),
  removeFilter: (facet, value) => `${facet}: ${value}, entfernen`,
  clearFilters: 'Filter entfernen',
  recents: 'Zuletzt benutzt',
  favourites: 'Favoriten',
  chosen: 'gewählt',
  favourite: (name) => `Favorit: ${name}`,
  count: (voices) => (voices === null ? 'Stimmen' : counted(voices, 'Stimme', 'Stimmen')),
  countOf: (shown, all) => `${number(shown)} von ${number(all)}`,
  loading: 'Stimmen werden geladen…',
  loadingMore: 'Weitere werden geladen…',
  searching: 'Es wird gesucht…',
  keys: 'Alt+P spielt eine Hörprobe',
  hear: (name) => `${name} hören`,
  hearLine: (name, characters) => `${name} einen Satz sprechen lassen, kostet ${number(characters)} Zeichen`,
  linePrice: (characters) => `${number(characters)} Zeichen`,
  stop: (name) => `${name} anhalten`,
  again: (name) => `Hörprobe von ${name} noch einmal laden`,
  previewFailed: 'Die Hörprobe ließ sich nicht laden',
  unnamed: 'Stimme ohne Namen',
  nothing: 'Keine Stimme passt',
  nothingHint: (search, filters, others) =>
    [
      [search && `„${search}“`, filters.length > 0 && `in ${filters.join(', ')}`].filter(Boolean).join(' '),
      others > 0 && `Ohne die Filter ${others === 1 ? 'würde 1 passen' : `würden ${number(others)} passen`}`,
    ]
      .filter(Boolean)
      .map((sentence) => `${sentence}.`)
      .join(' '),
  failed: 'Die Stimmen ließen sich nicht laden',
  stillChosen: 'Die gewählte Stimme spricht weiter.',
  retry: 'Noch einmal versuchen',
  offline: 'Keine Verbindung',
  offlineHint: 'Die Liste kommt mit der Verbindung zurück.',
};

export const GERMAN_VOICE_SETTINGS: Required<VoiceSettingsLabels> = {
  title: (name) => (name === null ? 'Wie die Stimme liest' : `Wie ${name} liest`),
  reset: 'Zurücksetzen',
  stability: { name: 'Gleichmaß', less: 'Lebhafter', more: 'Gleichmäßiger' },
  similarityBoost: { name: 'Ähnlichkeit', less: 'Freier', more: 'Näher an der Stimme' },
  style: { name: 'Stil', less: 'Schlicht', more: 'Übertrieben, beginnt später' },
  speed: { name: 'Tempo', less: 'Langsamer', more: 'Schneller' },
  useSpeakerBoost: { name: 'Stimme verstärken', hint: 'Näher an der Stimme, etwas langsamer' },
  ignored: (modelId, setting) =>
    setting === 'speed'
      ? `${modelId} beachtet das nicht. Ändere stattdessen das Tempo der Wiedergabe.`
      : `${modelId} beachtet das nicht.`,
  caption: 'Zu hören, wenn das nächste Mal gesprochen wird; das kostet dann wieder Credits.',
  format: (value) => value.toLocaleString('de', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};
