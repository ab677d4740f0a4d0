import { seededNumber } from './seeded-number.js';
import type { VoiceRecord } from './voice-record.js';
import type { VoiceSketch } from './voice-sketches.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const MODEL_IDS = ['eleven_multilingual_v2', 'eleven_flash_v2_5', 'eleven_turbo_v2_5', 'eleven_v3'];
const EPOCH = 1_680_000_000;

/** A text of 20 letters and digits, as the API's ids are, always the same for the same seed. */
export function offlineId(seed: number): string {
  return Array.from({ length: 20 }, (_, index) => LETTERS[Math.floor(seededNumber(seed, index) * LETTERS.length)]).join(
    '',
  );
}

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
    samples: sketch.category === 'cloned' ? [sampleOf(index)] : null,
    category: sketch.category,
    fine_tuning: fineTuningOf(sketch, index),
    labels: labelsOf(sketch),
    description: index % 7 === 6 ? null : describe(sketch),
    preview_url: previewUrl,
    available_for_tiers: index % 5 === 3 ? ['creator', 'pro'] : [],
    settings: index % 6 === 5 ? null : settingsOf(index),
    sharing:
      sketch.category === 'professional' || sketch.category === 'famous' ? sharingOf(sketch, index, voiceId) : null,
    high_quality_base_model_ids: MODEL_IDS.slice(0, 1 + (index % 4)),
    verified_languages: owned ? null : languagesOf(sketch, previewUrl),
    safety_control: sketch.category === 'famous' ? 'CAPTCHA' : index % 3 === 0 ? 'NONE' : null,
    voice_verification: sketch.category === 'cloned' ? verificationOf(sketch, index) : noVerification,
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

function fineTuningOf(sketch: VoiceSketch, index: number) {
  if (sketch.category === 'generated') return null;
  const professional = sketch.category === 'professional';
  const state: Record<string, string> = professional
    ? Object.fromEntries(MODEL_IDS.slice(0, 2).map((id) => [id, index % 8 === 7 ? 'fine_tuning' : 'fine_tuned']))
    : {};
  return {
    is_allowed_to_fine_tune: professional,
    state,
    verification_failures: [],
    verification_attempts_count: 0,
    manual_verification_requested: false,
    language: sketch.language,
    progress: {},
    message: {},
    dataset_duration_seconds: null,
    verification_attempts: null,
    slice_ids: null,
    manual_verification: null,
    max_verification_attempts: 5,
    next_max_verification_attempts_reset_unix_ms: 1_700_000_000_000,
    finetuning_state: null,
  };
}

/** Private parts included, as the API sends them to the key's owner: what a relay has to keep back. */
function sharingOf(sketch: VoiceSketch, index: number, voiceId: string) {
  return {
    status: 'enabled',
    history_item_sample_id: offlineId(2000 + index),
    date_unix: EPOCH + index * 777_777,
    whitelisted_emails: ['owner@example.com'],
    public_owner_id: offlineId(3000 + index),
    original_voice_id: voiceId,
    financial_rewards_enabled: true,
    free_users_allowed: index % 2 === 0,
    live_moderation_enabled: false,
    rate: 1,
    notice_period: 365,
    disable_at_unix: null,
    voice_mixing_allowed: false,
    featured: index % 4 === 0,
    category: sketch.category,
    reader_app_enabled: true,
    image_url: null,
    liked_by_count: 100 * index,
    cloned_by_count: 1000 + 37 * index,
    name: sketch.name,
    description: describe(sketch),
    labels: labelsOf(sketch),
    review_status: 'allowed',
    enabled_in_library: true,
  };
}

function sampleOf(index: number) {
  return {
    sample_id: offlineId(4000 + index),
    file_name: 'recording.mp3',
    mime_type: 'audio/mpeg',
    size_bytes: 481_234,
    hash: 'd41d8cd98f00b204e9800998ecf8427e',
    duration_secs: 30.1,
    remove_background_noise: false,
    has_isolated_audio: null,
    has_isolated_audio_preview: null,
    speaker_separation: null,
    trim_start: null,
    trim_end: null,
  };
}

const noVerification = {
  requires_verification: false,
  is_verified: false,
  verification_failures: [],
  verification_attempts_count: 0,
  language: null,
  verification_attempts: null,
};

function verificationOf(sketch: VoiceSketch, index: number) {
  const recording = {
    recording_id: offlineId(5000 + index),
    mime_type: 'audio/mpeg',
    size_bytes: 123_456,
    upload_date_unix: EPOCH,
    transcription: 'Hello, how are you?',
  };
  const attempt = {
    text: 'Hello, how are you?',
    date_unix: EPOCH,
    accepted: true,
    similarity: 0.95,
    levenshtein_distance: 2,
    recording,
  };
  return {
    ...noVerification,
    requires_verification: true,
    is_verified: true,
    language: sketch.language,
    verification_attempts: [attempt],
    verification_attempts_count: 1,
  };
}
