'use client';

import { type ComponentPropsWithoutRef, useEffect, useRef } from 'react';
import type { Voice } from '../../relay/voice.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import { Icon } from '../primitives/Icon.js';
import { type UseVoicePreviewResult, usePreviewStatus } from './useVoicePreview.js';
import type { VoicePickerLabels } from './voice-picker-labels.js';

export interface VoiceHearButtonProps extends ComponentPropsWithoutRef<'button'> {
  voice: Voice;
  preview: UseVoicePreviewResult;
  labels: Required<Pick<VoicePickerLabels, 'hear' | 'hearLine' | 'stop' | 'again' | 'unnamed'>>;
}

/** Hears a voice, or stops it; its ring is how much was heard. Renders a `<button>`, or nothing where the voice cannot be heard. */
export function VoiceHearButton({ voice, preview, labels, ...rest }: VoiceHearButtonProps) {
  const status = usePreviewStatus(preview.preview, voice.voiceId);
  const button = useRef<HTMLButtonElement>(null);
  const isPlaying = status === 'playing';
  useEffect(() => {
    if (!isPlaying) return undefined;
    let frame = 0;
    const turn = () => {
      button.current?.style.setProperty('--progress', `${100 * preview.preview.progress()}%`);
      frame = requestAnimationFrame(turn);
    };
    turn();
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, preview]);

  const price = preview.price(voice);
  if (price === null) return null;
  const name = voiceFacts(voice).name || labels.unnamed;
  const isActive = status === 'loading' || isPlaying;
  const idle = price === 0 ? labels.hear(name) : labels.hearLine(name, price);
  const label = isActive ? labels.stop(name) : status === 'failed' ? labels.again(name) : idle;
  return (
    <button
      type="button"
      {...rest}
      ref={button}
      className="readalong-hear"
      data-status={status}
      aria-label={label}
      title={price === 0 ? undefined : label}
      aria-busy={status === 'loading' || undefined}
      onClick={() => preview.toggle(voice)}
    >
      {status === 'loading' && <Icon name="ring" className="readalong-spinner" />}
      <Icon name={isActive ? 'stop' : status === 'failed' ? 'again' : 'play'} />
    </button>
  );
}
