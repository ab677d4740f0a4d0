'use client';

import type { Voice } from '../../relay/voice.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import type { VoiceMemory } from '../../voices/voice-memory.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoiceStarProps {
  memory: VoiceMemory;
  favourites: readonly string[];
  labels: Required<Pick<VoicePickerLabels, 'favourite' | 'unnamed'>>;
  voice: Voice;
  /** Whether the field points to its voice: Tab goes to no other's. */
  isActive: boolean;
}

/** Makes a voice a favourite, or no longer. Renders a `<button>`. */
export function VoiceStar({ memory, favourites, labels, voice, isActive }: VoiceStarProps) {
  return (
    <button
      type="button"
      className="readalong-star"
      tabIndex={isActive ? 0 : -1}
      data-active={isActive ? '' : undefined}
      aria-pressed={favourites.includes(voice.voiceId)}
      aria-label={labels.favourite(voiceFacts(voice).name || labels.unnamed)}
      onClick={() => memory.toggleFavourite(voice.voiceId)}
    >
      <PanelIcon name="star" />
    </button>
  );
}
