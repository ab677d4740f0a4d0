import type { Voice, VoicePage } from './voice.js';

/** The documented keys of a voice, at any depth. All others keep their names. */
const DOCUMENTED = new Set(
  `voice_id name samples category fine_tuning labels description preview_url available_for_tiers settings sharing
  high_quality_base_model_ids verified_languages safety_control voice_verification permission_on_resource is_owner is_legacy
  is_mixed created_at_unix stability similarity_boost style use_speaker_boost speed language model_id accent locale
  sample_id file_name mime_type size_bytes hash duration_secs remove_background_noise has_isolated_audio
  has_isolated_audio_preview speaker_separation trim_start trim_end status speakers selected_speaker_ids
  is_allowed_to_fine_tune state verification_failures verification_attempts_count manual_verification_requested progress
  message dataset_duration_seconds verification_attempts slice_ids manual_verification max_verification_attempts
  next_max_verification_attempts_reset_unix_ms finetuning_state text date_unix accepted similarity levenshtein_distance
  recording recording_id upload_date_unix transcription extra_text request_time_unix files file_id history_item_sample_id
  whitelisted_emails public_owner_id original_voice_id financial_rewards_enabled free_users_allowed live_moderation_enabled
  rate fiat_rate notice_period disable_at_unix voice_mixing_allowed featured reader_app_enabled image_url ban_reason
  liked_by_count cloned_by_count review_status review_message enabled_in_library instagram_username twitter_username
  youtube_username tiktok_username moderation_check date_checked_unix name_value name_check description_value
  description_check sample_ids sample_checks captcha_ids captcha_checks reader_restricted_on resource_type resource_id
  requires_verification is_verified`.split(/\s+/),
);
/** Maps from the owner's own keys, which are data: a label called use_case stays use_case. */
const MAPS = new Set(['labels', 'state', 'progress', 'message', 'speakers']);

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) =>
      DOCUMENTED.has(name) ? [camel(name), MAPS.has(name) ? inner : renamed(inner)] : [name, inner],
    ),
  );
}

/** Reads a voice as the API sends it, or returns null where it has no id. */
export function readVoice(value: unknown): Voice | null {
  const voice = renamed(value);
  return isObject(voice) && typeof voice.voiceId === 'string' ? { ...voice, voiceId: voice.voiceId } : null;
}

/** Reads a page of voices, or returns null where it is none. A voice without an id is left out. */
export function readVoicePage(value: unknown): VoicePage | null {
  if (!isObject(value) || !Array.isArray(value.voices)) return null;
  const { has_more: hasMore, total_count: totalCount, next_page_token: nextPageToken } = value;
  return {
    voices: value.voices.map(readVoice).filter((voice) => voice !== null),
    hasMore: hasMore === true,
    totalCount: typeof totalCount === 'number' ? totalCount : null,
    nextPageToken: typeof nextPageToken === 'string' ? nextPageToken : null,
  };
}
