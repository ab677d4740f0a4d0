import type { VoiceSettings } from '../relay/speech-request.js';
import type { StoredVoiceSettings } from '../relay/voice.js';
import { DEFAULT_MODEL, MODELS } from '../wire/models.js';

/** A setting that is a number. */
export type NumberSetting = Exclude<keyof VoiceSettings, 'useSpeakerBoost'>;

/** How far a setting goes, and where it stands if nothing is said (API reference, "voice_settings"). */
export interface SettingRange {
  readonly setting: NumberSetting;
  readonly min: number;
  readonly max: number;
  readonly usual: number;
}

/** The four numbers, in the order in which they are shown; steps are of 0.01. */
export const SETTING_RANGES: readonly SettingRange[] = [
  { setting: 'stability', min: 0, max: 1, usual: 0.5 },
  { setting: 'similarityBoost', min: 0, max: 1, usual: 0.75 },
  { setting: 'style', min: 0, max: 1, usual: 0 },
  { setting: 'speed', min: 0.7, max: 1.2, usual: 1 },
];

/** The first of several values that can be a setting's, within its range. */
export function settingNumber({ min, max, usual }: SettingRange, ...values: readonly unknown[]): number {
  const known = values.find((value) => typeof value === 'number' && Number.isFinite(value));
  return Math.min(max, Math.max(min, typeof known === 'number' ? known : usual));
}

/** Whether the speaker boost is on: what was set, else what is stored with the voice, else on. */
export function speakerBoost(value: VoiceSettings, stored: StoredVoiceSettings | null | undefined): boolean {
  return [value.useSpeakerBoost, stored?.useSpeakerBoost].find((boost) => typeof boost === 'boolean') ?? true;
}

/** The settings that change nothing with a model; of a model that is not known, none. */
export function ignoredSettings(modelId: string | null | undefined): readonly (keyof VoiceSettings)[] {
  return MODELS.get(modelId ?? DEFAULT_MODEL)?.fixedSpeed ? ['speed'] : [];
}
