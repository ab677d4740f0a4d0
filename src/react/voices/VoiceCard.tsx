'use client';

import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useImperativeHandle, useMemo, useRef } from 'react';
import type { Voice } from '../../relay/voice.js';
import type { PreviewLine } from '../../voices/spoken-lines.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { completeLabels } from './complete-labels.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useSayValue } from './useSayValue.js';
import { usePreviewStatus, useVoicePreview } from './useVoicePreview.js';
import { useVoice } from './useVoices.js';
import { VoiceAvatar } from './VoiceAvatar.js';
import { VoiceHearButton } from './VoiceHearButton.js';
import { VoiceSkeleton } from './VoicePickerNotice.js';
import { VoicePrice } from './VoicePrice.js';
import { VoiceText } from './VoiceText.js';
import { VOICE_PICKER_LABELS, type VoicePickerLabels } from './voice-picker-labels.js';

export interface VoiceCardProps extends Omit<ComponentPropsWithoutRef<'article'>, 'children'> {
  /** Which voice: its id, asked for through the relay, or the voice itself. Null, or an empty id, shows that none is chosen. */
  voice: Voice | string | null;
  /** Said where it has no preview; it costs credits. @default none: it cannot be heard then */
  previewLine?: PreviewLine;
  /** The language that languages are named in (BCP 47). @default 'en' */
  locale?: string;
  labels?: VoicePickerLabels;
  /** Buttons at its end. */
  children?: ReactNode;
}

/**
 * A voice, with a button that hears it. Renders an `<article>`.
 *
 * @example <VoiceCard voice={voiceId} />
 */
export const VoiceCard = forwardRef<HTMLElement, VoiceCardProps>(function VoiceCard(
  { voice: shown, previewLine, locale = 'en', labels: ownLabels, className, children, ...rest },
  ref,
) {
  const labels = useMemo(() => completeLabels(VOICE_PICKER_LABELS, ownLabels), [ownLabels]);
  const given = shown || null;
  const asked = useVoice(typeof given === 'string' ? given : null);
  const voice = typeof given === 'string' ? asked.data : given;
  const isOffline = asked.fetchStatus === 'paused';
  const status = voice ? 'ready' : given === null ? 'none' : isOffline ? 'offline' : asked.error ? 'error' : 'loading';
  const article = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => article.current);
  useKeptFocus(article, () => article.current?.focus());
  const name = voice ? voiceFacts(voice).name || labels.unnamed : undefined;
  return (
    <article
      aria-label={name ?? labels.voice}
      tabIndex={-1}
      {...rest}
      ref={article}
      className={`readalong-panel readalong-card${className ? ` ${className}` : ''}`}
      data-status={status}
      aria-busy={status === 'loading' || undefined}
    >
      {voice && (
        <KnownVoice key={voice.voiceId} {...{ voice, previewLine, locale, labels }}>
          {children}
        </KnownVoice>
      )}
      {status === 'loading' && (
        <>
          <VoiceSkeleton rows={1} />
          <span className="readalong-unseen">{labels.loading}</span>
        </>
      )}
      {status === 'none' && <CardNotice title={labels.none} />}
      {status === 'offline' && <CardNotice title={labels.offline} />}
      {status === 'error' && (
        <>
          <CardNotice title={labels.failed} message={asked.error?.message} />
          <button type="button" className="readalong-text-button" onClick={() => asked.refetch()}>
            {labels.retry}
          </button>
        </>
      )}
    </article>
  );
});

interface KnownVoiceProps {
  voice: Voice;
  previewLine: PreviewLine | undefined;
  locale: string;
  labels: Required<VoicePickerLabels>;
  children: ReactNode;
}

function KnownVoice({ voice, previewLine, locale, labels, children }: KnownVoiceProps) {
  const preview = useVoicePreview({ previewLine });
  const status = usePreviewStatus(preview.preview, voice.voiceId);
  const sayValue = useSayValue(labels, locale);
  return (
    <>
      <VoiceAvatar voiceId={voice.voiceId} name={voiceFacts(voice).name || labels.unnamed} />
      <VoiceText
        voice={voice}
        unnamed={labels.unnamed}
        sayValue={sayValue}
        problem={
          status === 'failed' && (
            <p className="readalong-problem" role="alert">
              {labels.previewFailed}
            </p>
          )
        }
      />
      <div className="readalong-card-actions">
        <VoicePrice price={preview.price(voice)} labels={labels} />
        <VoiceHearButton voice={voice} preview={preview} labels={labels} />
        {children}
      </div>
    </>
  );
}

function CardNotice({ title, message }: { title: string; message?: string | undefined }) {
  return (
    <>
      <PanelIcon name={message === undefined ? 'quiet' : 'alert'} />
      <div className="readalong-voice-text" role={message === undefined ? undefined : 'alert'}>
        <strong>{title}</strong>
        {message && <p title={message}>{message}</p>}
      </div>
    </>
  );
}
