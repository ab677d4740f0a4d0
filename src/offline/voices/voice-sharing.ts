import { offlineId } from '../offline-id.js';
import type { VoiceSketch } from './voice-sketches.js';

const EPOCH = 1_680_000_000;

/** What the library knows of a shared voice. */
export interface SharedVoice {
  readonly index: number;
  readonly voiceId: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly description: string;
}

/** `sharing` of a voice, private parts included, as the API sends them to the key's owner: what a relay has to keep back. */
export function sharingOf(sketch: VoiceSketch, { index, voiceId, labels, description }: SharedVoice): object {
  const handle = `voice_${index}`;
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
    fiat_rate: index % 4 === 1 ? 0.03 : null,
    notice_period: 365,
    disable_at_unix: index % 4 === 1 ? EPOCH + 100_000_000 : null,
    voice_mixing_allowed: false,
    featured: index % 4 === 0,
    category: sketch.category,
    reader_app_enabled: true,
    image_url: index % 4 === 3 ? `https://storage.googleapis.com/eleven-public-prod/images/${voiceId}.png` : null,
    ban_reason: sketch.category === 'famous' ? 'Only in the reader.' : null,
    liked_by_count: 100 * index,
    cloned_by_count: 1000 + 37 * index,
    name: sketch.name,
    description,
    labels,
    review_status: 'allowed',
    review_message: index % 4 === 3 ? 'Sounds good.' : null,
    enabled_in_library: true,
    instagram_username: index % 4 === 3 ? handle : null,
    twitter_username: index % 4 === 3 ? handle : null,
    youtube_username: index % 4 === 3 ? handle : null,
    tiktok_username: index % 4 === 3 ? handle : null,
    moderation_check: index % 4 === 1 ? moderationOf(sketch, index, description) : null,
    reader_restricted_on:
      sketch.category === 'famous' ? [{ resource_type: 'read', resource_id: offlineId(6000 + index) }] : null,
  };
}

function moderationOf(sketch: VoiceSketch, index: number, description: string): object {
  return {
    date_checked_unix: EPOCH + index * 777_777,
    name_value: sketch.name,
    name_check: true,
    description_value: description,
    description_check: true,
    sample_ids: [offlineId(4000 + index)],
    sample_checks: [0.95],
    captcha_ids: [offlineId(7000 + index)],
    captcha_checks: [0.98],
  };
}
