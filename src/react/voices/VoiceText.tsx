import type { ReactNode } from 'react';
import type { Voice } from '../../relay/voice.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import type { VoiceFacet } from '../../voices/voice-filters.js';

export interface VoiceTextProps {
  voice: Voice;
  /** In place of a name that it has not. */
  unnamed: string;
  /** How a label is said. */
  sayValue: (facet: VoiceFacet, value: string) => string;
  /** After the name. */
  mark?: ReactNode;
  /** In place of the tags. */
  problem?: ReactNode;
}

const MOST_LANGUAGES = 4;

/** A voice in three lines: name, description, and what it is labelled with. Renders a `<div>`; all of it is text, never markup. */
export function VoiceText({ voice, unnamed, sayValue, mark, problem }: VoiceTextProps) {
  const { name, description, accent, age, useCase, languages } = voiceFacts(voice);
  const tags = (['accent', 'age', 'useCase'] as const)
    .map((facet) => [facet, { accent, age, useCase }[facet]] as const)
    .filter(([, value]) => value !== '')
    .map(([facet, value]) => sayValue(facet, value));
  const spoken = languages.slice(0, MOST_LANGUAGES).map((language) => sayValue('language', language));
  const said = [tags.join(', '), spoken.join(', ')].filter(Boolean).join(' · ');
  return (
    <div className="readalong-voice-text">
      <strong>
        <bdi>{name || unnamed}</bdi>
        {mark}
      </strong>
      {description && (
        <p dir="auto" title={description}>
          {description}
        </p>
      )}
      {problem || (said && <p dir="auto">{said}</p>)}
    </div>
  );
}
