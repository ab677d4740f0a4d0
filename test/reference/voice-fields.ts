import type { StoredVoiceSettings, VerifiedLanguage, Voice, VoiceSharing } from 'react-readalong';
import type { Name } from './names.js';

type Known<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] } & string;

/** A property that the types of the client name. */
type Typed =
  | Known<Voice>
  | `settings.${Known<StoredVoiceSettings>}`
  | `verifiedLanguages[].${Known<VerifiedLanguage>}`
  | `sharing.${Known<VoiceSharing>}`;

/** A field of a voice: as the API names it, and as the client does. */
export type PassedField = readonly [name: Name<'voice field'>, property: Typed];
/** One that a relay keeps back. A client behind a proxy that does not gets it all the same, under this name. */
export type StrippedField = readonly [name: Name<'voice field'>, property: string];

/** What the relay passes on, as it came. */
export const PASSED_FIELDS: readonly PassedField[] = [
  ['voice_id', 'voiceId'],
  ['name', 'name'],
  ['category', 'category'],
  ['labels', 'labels'],
  ['description', 'description'],
  ['preview_url', 'previewUrl'],
  ['available_for_tiers', 'availableForTiers'],
  ['settings', 'settings'],
  ['settings.stability', 'settings.stability'],
  ['settings.use_speaker_boost', 'settings.useSpeakerBoost'],
  ['settings.similarity_boost', 'settings.similarityBoost'],
  ['settings.style', 'settings.style'],
  ['settings.speed', 'settings.speed'],
  ['sharing', 'sharing'],
  ['sharing.status', 'sharing.status'],
  ['sharing.free_users_allowed', 'sharing.freeUsersAllowed'],
  ['sharing.featured', 'sharing.featured'],
  ['sharing.category', 'sharing.category'],
  ['sharing.image_url', 'sharing.imageUrl'],
  ['sharing.liked_by_count', 'sharing.likedByCount'],
  ['sharing.cloned_by_count', 'sharing.clonedByCount'],
  ['sharing.name', 'sharing.name'],
  ['sharing.description', 'sharing.description'],
  ['sharing.labels', 'sharing.labels'],
  ['sharing.enabled_in_library', 'sharing.enabledInLibrary'],
  ['high_quality_base_model_ids', 'highQualityBaseModelIds'],
  ['verified_languages', 'verifiedLanguages'],
  ['verified_languages[].language', 'verifiedLanguages[].language'],
  ['verified_languages[].model_id', 'verifiedLanguages[].modelId'],
  ['verified_languages[].accent', 'verifiedLanguages[].accent'],
  ['verified_languages[].locale', 'verifiedLanguages[].locale'],
  ['verified_languages[].preview_url', 'verifiedLanguages[].previewUrl'],
  ['safety_control', 'safetyControl'],
  ['permission_on_resource', 'permissionOnResource'],
  ['is_owner', 'isOwner'],
  ['is_legacy', 'isLegacy'],
  ['is_mixed', 'isMixed'],
  ['created_at_unix', 'createdAtUnix'],
];

/** What the relay strips, and why. */
export const STRIPPED_FIELDS: readonly { readonly because: string; readonly fields: readonly StrippedField[] }[] = [
  {
    because: "Recordings of a person, the owner's alone.",
    fields: [
      ['samples', 'samples'],
      ['samples[].sample_id', 'samples[].sampleId'],
      ['samples[].file_name', 'samples[].fileName'],
      ['samples[].mime_type', 'samples[].mimeType'],
      ['samples[].size_bytes', 'samples[].sizeBytes'],
      ['samples[].hash', 'samples[].hash'],
      ['samples[].duration_secs', 'samples[].durationSecs'],
      ['samples[].remove_background_noise', 'samples[].removeBackgroundNoise'],
      ['samples[].has_isolated_audio', 'samples[].hasIsolatedAudio'],
      ['samples[].has_isolated_audio_preview', 'samples[].hasIsolatedAudioPreview'],
      ['samples[].speaker_separation', 'samples[].speakerSeparation'],
      ['samples[].speaker_separation.voice_id', 'samples[].speakerSeparation.voiceId'],
      ['samples[].speaker_separation.sample_id', 'samples[].speakerSeparation.sampleId'],
      ['samples[].speaker_separation.status', 'samples[].speakerSeparation.status'],
      ['samples[].speaker_separation.speakers', 'samples[].speakerSeparation.speakers'],
      ['samples[].speaker_separation.selected_speaker_ids', 'samples[].speakerSeparation.selectedSpeakerIds'],
      ['samples[].trim_start', 'samples[].trimStart'],
      ['samples[].trim_end', 'samples[].trimEnd'],
    ],
  },
  {
    because: "How a voice was made, with its speaker's recordings and papers: the owner's business.",
    fields: [
      ['fine_tuning', 'fineTuning'],
      ['fine_tuning.is_allowed_to_fine_tune', 'fineTuning.isAllowedToFineTune'],
      ['fine_tuning.state', 'fineTuning.state'],
      ['fine_tuning.verification_failures', 'fineTuning.verificationFailures'],
      ['fine_tuning.verification_attempts_count', 'fineTuning.verificationAttemptsCount'],
      ['fine_tuning.manual_verification_requested', 'fineTuning.manualVerificationRequested'],
      ['fine_tuning.language', 'fineTuning.language'],
      ['fine_tuning.progress', 'fineTuning.progress'],
      ['fine_tuning.message', 'fineTuning.message'],
      ['fine_tuning.dataset_duration_seconds', 'fineTuning.datasetDurationSeconds'],
      ['fine_tuning.verification_attempts', 'fineTuning.verificationAttempts'],
      ['fine_tuning.verification_attempts[].text', 'fineTuning.verificationAttempts[].text'],
      ['fine_tuning.verification_attempts[].date_unix', 'fineTuning.verificationAttempts[].dateUnix'],
      ['fine_tuning.verification_attempts[].accepted', 'fineTuning.verificationAttempts[].accepted'],
      ['fine_tuning.verification_attempts[].similarity', 'fineTuning.verificationAttempts[].similarity'],
      [
        'fine_tuning.verification_attempts[].levenshtein_distance',
        'fineTuning.verificationAttempts[].levenshteinDistance',
      ],
      ['fine_tuning.verification_attempts[].recording', 'fineTuning.verificationAttempts[].recording'],
      [
        'fine_tuning.verification_attempts[].recording.recording_id',
        'fineTuning.verificationAttempts[].recording.recordingId',
      ],
      [
        'fine_tuning.verification_attempts[].recording.mime_type',
        'fineTuning.verificationAttempts[].recording.mimeType',
      ],
      [
        'fine_tuning.verification_attempts[].recording.size_bytes',
        'fineTuning.verificationAttempts[].recording.sizeBytes',
      ],
      [
        'fine_tuning.verification_attempts[].recording.upload_date_unix',
        'fineTuning.verificationAttempts[].recording.uploadDateUnix',
      ],
      [
        'fine_tuning.verification_attempts[].recording.transcription',
        'fineTuning.verificationAttempts[].recording.transcription',
      ],
      ['fine_tuning.slice_ids', 'fineTuning.sliceIds'],
      ['fine_tuning.manual_verification', 'fineTuning.manualVerification'],
      ['fine_tuning.manual_verification.extra_text', 'fineTuning.manualVerification.extraText'],
      ['fine_tuning.manual_verification.request_time_unix', 'fineTuning.manualVerification.requestTimeUnix'],
      ['fine_tuning.manual_verification.files', 'fineTuning.manualVerification.files'],
      ['fine_tuning.manual_verification.files[].file_id', 'fineTuning.manualVerification.files[].fileId'],
      ['fine_tuning.manual_verification.files[].file_name', 'fineTuning.manualVerification.files[].fileName'],
      ['fine_tuning.manual_verification.files[].mime_type', 'fineTuning.manualVerification.files[].mimeType'],
      ['fine_tuning.manual_verification.files[].size_bytes', 'fineTuning.manualVerification.files[].sizeBytes'],
      [
        'fine_tuning.manual_verification.files[].upload_date_unix',
        'fineTuning.manualVerification.files[].uploadDateUnix',
      ],
      ['fine_tuning.max_verification_attempts', 'fineTuning.maxVerificationAttempts'],
      ['fine_tuning.next_max_verification_attempts_reset_unix_ms', 'fineTuning.nextMaxVerificationAttemptsResetUnixMs'],
      ['fine_tuning.finetuning_state', 'fineTuning.finetuningState'],
    ],
  },
  {
    because: 'Who may use a voice, what it earns, e-mail addresses and moderation: between its owner and the API.',
    fields: [
      ['sharing.history_item_sample_id', 'sharing.historyItemSampleId'],
      ['sharing.date_unix', 'sharing.dateUnix'],
      ['sharing.whitelisted_emails', 'sharing.whitelistedEmails'],
      ['sharing.public_owner_id', 'sharing.publicOwnerId'],
      ['sharing.original_voice_id', 'sharing.originalVoiceId'],
      ['sharing.financial_rewards_enabled', 'sharing.financialRewardsEnabled'],
      ['sharing.live_moderation_enabled', 'sharing.liveModerationEnabled'],
      ['sharing.rate', 'sharing.rate'],
      ['sharing.fiat_rate', 'sharing.fiatRate'],
      ['sharing.notice_period', 'sharing.noticePeriod'],
      ['sharing.disable_at_unix', 'sharing.disableAtUnix'],
      ['sharing.voice_mixing_allowed', 'sharing.voiceMixingAllowed'],
      ['sharing.reader_app_enabled', 'sharing.readerAppEnabled'],
      ['sharing.ban_reason', 'sharing.banReason'],
      ['sharing.review_status', 'sharing.reviewStatus'],
      ['sharing.review_message', 'sharing.reviewMessage'],
      ['sharing.instagram_username', 'sharing.instagramUsername'],
      ['sharing.twitter_username', 'sharing.twitterUsername'],
      ['sharing.youtube_username', 'sharing.youtubeUsername'],
      ['sharing.tiktok_username', 'sharing.tiktokUsername'],
      ['sharing.moderation_check', 'sharing.moderationCheck'],
      ['sharing.moderation_check.date_checked_unix', 'sharing.moderationCheck.dateCheckedUnix'],
      ['sharing.moderation_check.name_value', 'sharing.moderationCheck.nameValue'],
      ['sharing.moderation_check.name_check', 'sharing.moderationCheck.nameCheck'],
      ['sharing.moderation_check.description_value', 'sharing.moderationCheck.descriptionValue'],
      ['sharing.moderation_check.description_check', 'sharing.moderationCheck.descriptionCheck'],
      ['sharing.moderation_check.sample_ids', 'sharing.moderationCheck.sampleIds'],
      ['sharing.moderation_check.sample_checks', 'sharing.moderationCheck.sampleChecks'],
      ['sharing.moderation_check.captcha_ids', 'sharing.moderationCheck.captchaIds'],
      ['sharing.moderation_check.captcha_checks', 'sharing.moderationCheck.captchaChecks'],
      ['sharing.reader_restricted_on', 'sharing.readerRestrictedOn'],
      ['sharing.reader_restricted_on[].resource_type', 'sharing.readerRestrictedOn[].resourceType'],
      ['sharing.reader_restricted_on[].resource_id', 'sharing.readerRestrictedOn[].resourceId'],
    ],
  },
  {
    because: "That a person agreed, with that person's recordings: the owner's business.",
    fields: [
      ['voice_verification', 'voiceVerification'],
      ['voice_verification.requires_verification', 'voiceVerification.requiresVerification'],
      ['voice_verification.is_verified', 'voiceVerification.isVerified'],
      ['voice_verification.verification_failures', 'voiceVerification.verificationFailures'],
      ['voice_verification.verification_attempts_count', 'voiceVerification.verificationAttemptsCount'],
      ['voice_verification.language', 'voiceVerification.language'],
      ['voice_verification.verification_attempts', 'voiceVerification.verificationAttempts'],
      ['voice_verification.verification_attempts[].text', 'voiceVerification.verificationAttempts[].text'],
      ['voice_verification.verification_attempts[].date_unix', 'voiceVerification.verificationAttempts[].dateUnix'],
      ['voice_verification.verification_attempts[].accepted', 'voiceVerification.verificationAttempts[].accepted'],
      ['voice_verification.verification_attempts[].similarity', 'voiceVerification.verificationAttempts[].similarity'],
      [
        'voice_verification.verification_attempts[].levenshtein_distance',
        'voiceVerification.verificationAttempts[].levenshteinDistance',
      ],
      ['voice_verification.verification_attempts[].recording', 'voiceVerification.verificationAttempts[].recording'],
      [
        'voice_verification.verification_attempts[].recording.recording_id',
        'voiceVerification.verificationAttempts[].recording.recordingId',
      ],
      [
        'voice_verification.verification_attempts[].recording.mime_type',
        'voiceVerification.verificationAttempts[].recording.mimeType',
      ],
      [
        'voice_verification.verification_attempts[].recording.size_bytes',
        'voiceVerification.verificationAttempts[].recording.sizeBytes',
      ],
      [
        'voice_verification.verification_attempts[].recording.upload_date_unix',
        'voiceVerification.verificationAttempts[].recording.uploadDateUnix',
      ],
      [
        'voice_verification.verification_attempts[].recording.transcription',
        'voiceVerification.verificationAttempts[].recording.transcription',
      ],
    ],
  },
];
