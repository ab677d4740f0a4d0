import type { NumberSetting } from '../../voices/voice-setting.js';

/** What a setting is called, and what its two ends mean. */
export interface SettingLabels {
  readonly name: string;
  readonly less: string;
  readonly more: string;
}

/** Every word that `VoiceSettings` says itself. */
export interface VoiceSettingsLabels extends Partial<Record<NumberSetting, SettingLabels>> {
  /** Over them all; the voice's name where it is known. @default 'How Alma reads' */
  title?: (name: string | null) => string;
  reset?: string;
  useSpeakerBoost?: { readonly name: string; readonly hint: string };
  /** In place of the words at both ends. */
  ignored?: (modelId: string, setting: NumberSetting | 'useSpeakerBoost') => string;
  /** That a change is bought. */
  caption?: string;
  format?: (value: number) => string;
}

/** The English ones. */
export const VOICE_SETTINGS_LABELS: Required<VoiceSettingsLabels> = {
  title: (name) => (name === null ? 'How the voice reads' : `How ${name} reads`),
  reset: 'Reset',
  stability: { name: 'Stability', less: 'Livelier', more: 'Steadier' },
  similarityBoost: { name: 'Likeness', less: 'Freer', more: 'Closer to the voice' },
  style: { name: 'Style', less: 'Plain', more: 'Exaggerated, slower to start' },
  speed: { name: 'Speed', less: 'Slower', more: 'Faster' },
  useSpeakerBoost: { name: 'Speaker boost', hint: 'Closer to the voice, a little slower' },
  ignored: (modelId, setting) =>
    setting === 'speed' ? `Not used by ${modelId}. Change the playback speed instead.` : `Not used by ${modelId}.`,
  caption: 'A change is heard the next time text is spoken, and costs its credits again.',
  format: (value) => value.toFixed(2),
};
