import type { Voice } from '../relay/voice.js';
import { foldLanguage } from './voice-language.js';

/** What is known of a voice, in the form in which it is shown and compared. Unknown texts are empty. */
export interface VoiceFacts {
  readonly name: string;
  /** One line, at most 200 characters. */
  readonly description: string;
  readonly category: string;
  readonly gender: string;
  readonly age: string;
  readonly accent: string;
  readonly useCase: string;
  /** ISO 639 codes where they are known as such, else as they were labelled; its own language first. */
  readonly languages: readonly string[];
}

const MOST_SHOWN = 200;
const read = new WeakMap<Voice, VoiceFacts>();

/** Reads what a voice says of itself. Everything but its id may be missing, null or of another kind: that is left out, never thrown for. */
export function voiceFacts(voice: Voice): VoiceFacts {
  const known = read.get(voice);
  if (known) return known;
  const label = labelsOf(voice);
  const facts: VoiceFacts = {
    name: oneLine(voice.name),
    description: oneLine(voice.description) || oneLine(label('descriptive')) || oneLine(label('description')),
    category: foldLabel(voice.category),
    gender: foldLabel(label('gender')),
    age: foldLabel(label('age')),
    accent: foldLabel(label('accent')),
    useCase: foldLabel(label('use case')),
    languages: languagesOf(voice, label('language')),
  };
  read.set(voice, facts);
  return facts;
}

/** A label as it is compared: "Middle-Aged", "middle_aged" and "middle aged" are one. */
export function foldLabel(value: unknown): string {
  return typeof value === 'string'
    ? value
        .slice(0, MOST_SHOWN)
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
    : '';
}

/** What is listed for a voice, also where an app's own data holds something else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A field of something that need not be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : null;
}

/** The owner writes the keys: `use_case`, `use case` and `Use-Case` are met. */
function labelsOf({ labels }: Voice): (name: string) => unknown {
  const byName = new Map<string, unknown>(
    typeof labels === 'object' && labels !== null
      ? Object.entries(labels).map(([name, value]) => [foldLabel(name), value])
      : [],
  );
  return (name) => byName.get(name);
}

function languagesOf(voice: Voice, own: unknown): readonly string[] {
  const verified = listOf(voice.verifiedLanguages).map((entry) => foldLanguage(fieldOf(entry, 'language')));
  return [...new Set([foldLanguage(own), ...verified])].filter((language) => language !== '');
}

function oneLine(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value
    .slice(0, 2 * MOST_SHOWN)
    .replace(/\s+/g, ' ')
    .trim();
  // Cut between code points, or half an emoji would be left.
  return line.length > MOST_SHOWN ? `${[...line].slice(0, MOST_SHOWN - 1).join('')}…` : line;
}
