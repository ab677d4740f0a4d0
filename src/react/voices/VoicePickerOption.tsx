'use client';

import type { UseComboboxPropGetters } from 'downshift';
import { memo, type ReactNode } from 'react';
import type { Voice } from '../../relay/voice.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import type { VoiceFacet } from '../../voices/voice-filters.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { type UseVoicePreviewResult, usePreviewStatus } from './useVoicePreview.js';
import { VoiceAvatar } from './VoiceAvatar.js';
import { VoiceText } from './VoiceText.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

/** What a row of an app's own can go by. */
export interface VoiceRowState {
  readonly active: boolean;
  readonly chosen: boolean;
}

/** Draws what stands in a row. Text and pictures only: what can be pressed has its place beside the option. */
export type RenderVoice = (voice: Voice, state: VoiceRowState) => ReactNode;

export interface VoicePickerOptionProps extends VoiceRowState {
  voice: Voice;
  index: number;
  /** CSS pixels from the beginning of the list, and its height. */
  top: number;
  height: number;
  /** How many there are, or -1 where nobody knows yet. */
  setSize: number;
  getItemProps: UseComboboxPropGetters<Voice>['getItemProps'];
  preview: UseVoicePreviewResult;
  /** Of what hearing it buys, where it is active. */
  priceId: string | undefined;
  labels: Required<VoicePickerLabels>;
  sayValue: (facet: VoiceFacet, value: string) => string;
  render: RenderVoice | undefined;
}

function Option({ voice, index, top, height, setSize, getItemProps, render, ...rest }: VoicePickerOptionProps) {
  const { active, chosen, preview, priceId, labels, sayValue } = rest;
  const price = preview.price(voice) ?? 0;
  const status = usePreviewStatus(preview.preview, voice.voiceId);
  // Downshift would keep every row that ever was in the list.
  const props: ReturnType<typeof getItemProps> & { unused?: unknown } = getItemProps({
    item: voice,
    index,
    refKey: 'unused',
    // A list that scrolls under a pointer at rest makes nothing active.
    onMouseMove: (event) => {
      if (event.movementX === 0 && event.movementY === 0) {
        Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
      }
    },
  });
  const { unused, ...option } = props;
  return (
    <li
      {...option}
      className="readalong-option"
      style={{ insetBlockStart: top, blockSize: height }}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      aria-describedby={price > 0 ? priceId : undefined}
      data-bought={price > 0 ? '' : undefined}
      data-active={active ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
    >
      {render ? (
        render(voice, { active, chosen })
      ) : (
        <>
          <VoiceAvatar voiceId={voice.voiceId} name={voiceFacts(voice).name || labels.unnamed} />
          <VoiceText
            voice={voice}
            unnamed={labels.unnamed}
            sayValue={sayValue}
            mark={
              chosen && (
                <>
                  <PanelIcon name="check" />
                  <span className="readalong-unseen">{labels.chosen}</span>
                </>
              )
            }
            problem={status === 'failed' && <p className="readalong-problem">{labels.previewFailed}</p>}
          />
        </>
      )}
    </li>
  );
}

/** A voice in the list. Renders an `<li role="option">`, again only when what it shows changes. */
export const VoicePickerOption = memo(Option, (before, after) =>
  // The getter is new with every key; what it gives depends on what is compared.
  (Object.keys(after) as (keyof VoicePickerOptionProps)[]).every(
    (name) => name === 'getItemProps' || Object.is(before[name], after[name]),
  ),
);
