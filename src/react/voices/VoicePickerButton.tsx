'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Icon } from '../primitives/Icon.js';
import { VoiceAvatar } from './VoiceAvatar.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoicePickerButtonProps extends ComponentPropsWithoutRef<'button'> {
  chosen: string | null;
  /** Of the chosen voice, or what is said where there is none. */
  said: string;
  caption: string | undefined;
  labels: Required<Pick<VoicePickerLabels, 'voice'>>;
}

/** What is chosen, and opens the list. Renders a `<button>`. */
export const VoicePickerButton = forwardRef<HTMLButtonElement, VoicePickerButtonProps>(function VoicePickerButton(
  { chosen, said, caption, labels, ...rest },
  ref,
) {
  return (
    <button {...rest} ref={ref} type="button" className="readalong-voice" aria-haspopup="dialog">
      <span className="readalong-unseen">{labels.voice}: </span>
      {chosen !== null && <VoiceAvatar voiceId={chosen} name={said} />}
      <div>
        <strong>
          <bdi>{said}</bdi>
          <Icon name="open" />
        </strong>
        {caption && <span>{caption}</span>}
      </div>
    </button>
  );
});
