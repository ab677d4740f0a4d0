import { offlineId } from '../offline-id.js';
import { fineTuningOf, sampleOf, verificationOf } from './voice-ownership.js';
import type { VoiceRecord } from './voice-record.js';
import { sharingOf } from './voice-sharing.js';
import type { VoiceSketch } from './voice-sketches.js';

const MODEL_IDS = ['eleven_multilingual_v2', 'eleven_flash_v2_5', 'eleven_turbo_v2_5', 'eleven_v3'];
const EPOCH = 1_680_000_000;

/** The whole record of a voice: all 20 documented fields, a few of them null or missing as in live records. */
export function voiceRecord(sketch: VoiceSketch, index: number): VoiceRecord {
  const voiceId = sketch.id ?? offlineId(1000 + index);
  const owned = sketch.category === 'cloned' || sketch.category === 'generated';
  const previewUrl = owned
    ? null
    : `https://storage.googleapis.com/eleven-public-prod/premade/voices/${voiceId}/preview.mp3`;
  // Older records lack what was added later.
  const later = index % 9 === 8 ? {} : { is_mixed: false, permission_on_resource: owned ? 'admin' : null };
  return {
    voice_id: voiceId,
    name: sketch.name,
    samples: sketch.category === 'cloned' ? [sampleOf(index, voiceId)] : null,
    category: sketch.category,
    fine_tuning: fineTuningOf(sketch, index),
    labels: labelsOf(sketch),
    description: index % 7 === 6 ? null : describe(sketch),
    preview_url: previewUrl,
    available_for_tiers: index % 5 === 3 ? ['creator', 'pro'] : [],
    settings: index % 6 === 5 ? null : settingsOf(index),
    sharing:
      sketch.category === 'professional' || sketch.category === 'famous'
        ? sharingOf(sketch, { index, voiceId, labels: labelsOf(sketch), description: describe(sketch) })
        : null,
    high_quality_base_model_ids: MODEL_IDS.slice(0, 1 + (index % 4)),
    verified_languages: owned ? null : languagesOf(sketch, previewUrl),
    safety_control: sketch.category === 'famous' ? 'CAPTCHA' : index % 3 === 0 ? 'NONE' : null,
    voice_verification: verificationOf(sketch, index),
    is_owner: owned,
    is_legacy: index === 4,
    created_at_unix: sketch.category === 'premade' ? null : EPOCH + index * 777_777,
    ...later,
  };
}

function labelsOf(sketch: VoiceSketch): Record<string, string> {
  const { accent, age, gender, language, descriptive, useCase } = sketch;
  return { accent, age, gender, language, descriptive, use_case: useCase };
}

function describe(sketch: VoiceSketch): string {
  const age = sketch.age.replace('_', '-');
  const article = /^[aeiou]/.test(sketch.descriptive) ? 'An' : 'A';
  const person = sketch.gender === 'neutral' ? 'voice' : `${sketch.gender} voice`;
  return `${article} ${sketch.descriptive}, ${age} ${person} with a ${sketch.accent} accent. Suits ${sketch.useCase.replaceAll('_', ' ')}.`;
}

function settingsOf(index: number) {
  const stability = [0.5, 0.35, 0.7, 0.5][index % 4];
  return { stability, similarity_boost: 0.75, style: index % 4 === 1 ? 0.2 : 0, use_speaker_boost: true, speed: 1 };
}

function languagesOf(sketch: VoiceSketch, previewUrl: string | null) {
  const own = {
    language: sketch.language,
    model_id: 'eleven_multilingual_v2',
    accent: sketch.accent,
    locale: null,
    preview_url: previewUrl,
  };
  if (sketch.language === 'en') return [own];
  return [own, { ...own, language: 'en', accent: 'american', locale: 'en-US' }];
}
