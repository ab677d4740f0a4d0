'use client';

import type { Voice } from '../../relay/voice.js';
import type { VoiceMemory } from '../../voices/voice-memory.js';
import type { PlacedRow } from './useRowWindow.js';
import type { UseVoicePreviewResult } from './useVoicePreview.js';
import { VoiceHearButton } from './VoiceHearButton.js';
import { VoicePrice } from './VoicePrice.js';
import { VoiceStar } from './VoiceStar.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerBesideProps extends Pick<PlacedRow, 'start' | 'size'> {
  voice: Voice;
  /** Whether the field points to its voice: Tab goes to no other's buttons. */
  isActive: boolean;
  preview: UseVoicePreviewResult;
  /** Of what hearing the active voice buys. */
  priceId: string;
  /** Where favourites are kept: without it there are none. */
  memory: VoiceMemory | null;
  favourites: readonly string[];
  labels: Required<VoicePickerLabels>;
}

/** CSS pixels of a row below which a price has no room under the buttons. */
const LOW = 60;

/** What can be pressed beside a voice: its star, and what hears it, with the price. Renders a `<div>`. */
export function VoicePickerBeside(props: VoicePickerBesideProps) {
  const { voice, isActive, preview, priceId, memory, favourites, labels, start, size } = props;
  return (
    <div
      className="readalong-beside"
      style={{ insetBlockStart: start, blockSize: size }}
      data-low={size < LOW ? '' : undefined}
    >
      <VoicePrice price={preview.price(voice)} labels={labels} id={isActive ? priceId : undefined} />
      {memory && <VoiceStar {...{ memory, favourites, labels, isActive, voice }} />}
      <VoiceHearButton voice={voice} preview={preview} labels={labels} tabIndex={isActive ? 0 : -1} />
    </div>
  );
}
