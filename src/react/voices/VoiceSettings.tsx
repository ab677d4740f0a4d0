'use client';

import { type ComponentPropsWithoutRef, forwardRef, useId, useMemo } from 'react';
import type { VoiceSettings as Settings } from '../../relay/speech-request.js';
import { voiceFacts } from '../../voices/voice-facts.js';
import { ignoredSettings, SETTING_RANGES, settingNumber, speakerBoost } from '../../voices/voice-setting.js';
import { DEFAULT_MODEL } from '../../wire/models.js';
import { useControlled } from '../primitives/useControlled.js';
import { completeLabels } from './complete-labels.js';
import { useVoice } from './useVoices.js';
import { VoiceSettingSlider } from './VoiceSettingSlider.js';
import { VOICE_SETTINGS_LABELS, type VoiceSettingsLabels } from './voice-settings-labels.js';

export interface VoiceSettingsProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'defaultValue' | 'onChange' | 'children'> {
  /** Whose stored settings are where it starts from. @default none: the API's defaults */
  voiceId?: string | null;
  /** What differs from the voice's own settings, where the app holds it: the `voiceSettings` of a request. */
  value?: Settings | null;
  /** What differs at first, where this holds it. @default {} */
  defaultValue?: Settings | null;
  onValueChange?: (settings: Settings) => void;
  /** Who speaks: what it ignores is shown as such. @default 'eleven_multilingual_v2' */
  modelId?: string;
  /** What is ignored, where that is not known of the model. @default by the model: speed by eleven_v3 */
  ignored?: readonly (keyof Settings)[];
  disabled?: boolean;
  labels?: VoiceSettingsLabels;
}

/** What differs from a voice's own settings: the `voiceSettings` of a request. */
export type VoiceSettings = Settings;

const NONE: Settings = {};

/**
 * How a voice reads: stability, likeness, style, speed and speaker boost, from the voice's own settings on. Renders a `<section>`.
 *
 * @example <VoiceSettings voiceId={voiceId} value={voiceSettings} onValueChange={setVoiceSettings} />
 */
export const VoiceSettings = forwardRef<HTMLElement, VoiceSettingsProps>(function VoiceSettings(
  { voiceId = null, value, defaultValue = NONE, onValueChange, modelId = DEFAULT_MODEL, ...others },
  ref,
) {
  const { ignored = ignoredSettings(modelId), disabled = false, labels: given, className, ...rest } = others;
  const labels = useMemo(() => completeLabels(VOICE_SETTINGS_LABELS, given), [given]);
  const [held, setOwn] = useControlled<Settings | null>(value, defaultValue);
  const settings = held ?? NONE;
  const { data: voice } = useVoice(voiceId);
  const stored = voice?.settings;
  const titleId = useId();
  const boost = speakerBoost(settings, stored);
  const isChanged = Object.values(settings).some((setting) => setting != null);

  function set(next: Settings): void {
    setOwn(next);
    onValueChange?.(next);
  }
  const why = (setting: keyof Settings) => (ignored.includes(setting) ? labels.ignored(modelId, setting) : null);
  const whyBoost = why('useSpeakerBoost');
  return (
    <section
      {...rest}
      ref={ref}
      className={`readalong-panel readalong-settings${className ? ` ${className}` : ''}`}
      aria-labelledby={titleId}
    >
      <div className="readalong-settings-head">
        <span id={titleId}>{labels.title((voice && voiceFacts(voice).name) || null)}</span>
        <button
          type="button"
          className="readalong-text-button"
          disabled={disabled}
          // One that was disabled by its own press would lose the focus.
          aria-disabled={isChanged ? undefined : true}
          onClick={() => isChanged && set(NONE)}
        >
          {labels.reset}
        </button>
      </div>
      {SETTING_RANGES.map((range) => (
        <VoiceSettingSlider
          key={range.setting}
          range={range}
          value={settingNumber(range, settings[range.setting], stored?.[range.setting])}
          own={settingNumber(range, stored?.[range.setting])}
          ignored={why(range.setting)}
          disabled={disabled}
          labels={labels[range.setting]}
          format={labels.format}
          onChange={(next) => set({ ...settings, [range.setting]: next })}
        />
      ))}
      <button
        type="button"
        role="switch"
        className="readalong-row"
        aria-checked={boost}
        aria-disabled={whyBoost === null ? undefined : true}
        data-ignored={whyBoost === null ? undefined : ''}
        disabled={disabled}
        onClick={() => whyBoost === null && set({ ...settings, useSpeakerBoost: !boost })}
      >
        <span>
          {labels.useSpeakerBoost.name}
          <small>{whyBoost ?? labels.useSpeakerBoost.hint}</small>
        </span>
        <span className="readalong-switch" />
      </button>
      <p className="readalong-caption">{labels.caption}</p>
    </section>
  );
});
