/** What a voice is. The list is open: newer servers know more. */
export type VoiceCategory =
  | 'generated'
  | 'cloned'
  | 'premade'
  | 'professional'
  | 'famous'
  | 'high_quality'
  | (string & {});

/** Fields that a newer API adds pass through under their own names. */
interface Open {
  readonly [unknown: string]: unknown;
}

/** A language in which a voice was found good. */
export interface VerifiedLanguage extends Open {
  readonly language: string;
  readonly modelId?: string | null;
  readonly accent?: string | null;
  readonly locale?: string | null;
  readonly previewUrl?: string | null;
}

/** The settings that are stored with a voice. */
export interface StoredVoiceSettings extends Open {
  readonly stability?: number | null;
  readonly similarityBoost?: number | null;
  readonly style?: number | null;
  readonly useSpeakerBoost?: boolean | null;
  readonly speed?: number | null;
}

/** What the voice library shows of a shared voice. A relay leaves out what is the owner's business. */
export interface VoiceSharing extends Open {
  readonly status?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly category?: VoiceCategory | null;
  readonly labels?: Readonly<Record<string, string>> | null;
  readonly imageUrl?: string | null;
  readonly featured?: boolean | null;
  readonly likedByCount?: number | null;
  readonly clonedByCount?: number | null;
  readonly freeUsersAllowed?: boolean | null;
  readonly enabledInLibrary?: boolean | null;
}

/**
 * A voice of the API, with its 20 documented fields in camelCase. Only `voiceId` is certain: everything else may be
 * null or missing. Keys of maps (`labels`, `fineTuning.state`) and unknown keys keep their names.
 */
export interface Voice extends Open {
  readonly voiceId: string;
  readonly name?: string | null;
  /** Stripped by a relay, as are `fineTuning` and `voiceVerification`: they are the owner's. */
  readonly samples?: readonly Open[] | null;
  readonly category?: VoiceCategory | null;
  readonly fineTuning?: Open | null;
  /** E.g. accent, age, gender, description or descriptive, use_case, language. */
  readonly labels?: Readonly<Record<string, string>> | null;
  readonly description?: string | null;
  readonly previewUrl?: string | null;
  readonly availableForTiers?: readonly string[] | null;
  readonly settings?: StoredVoiceSettings | null;
  readonly sharing?: VoiceSharing | null;
  readonly highQualityBaseModelIds?: readonly string[] | null;
  readonly verifiedLanguages?: readonly VerifiedLanguage[] | null;
  readonly safetyControl?: 'NONE' | 'BAN' | 'CAPTCHA' | 'ENTERPRISE_BAN' | 'ENTERPRISE_CAPTCHA' | (string & {}) | null;
  readonly voiceVerification?: Open | null;
  readonly permissionOnResource?: string | null;
  readonly isOwner?: boolean | null;
  readonly isLegacy?: boolean | null;
  readonly isMixed?: boolean | null;
  /** Seconds since 1970. */
  readonly createdAtUnix?: number | null;
}

/** A page of voices. Go on while `hasMore`, never by `totalCount`. */
export interface VoicePage {
  readonly voices: readonly Voice[];
  readonly hasMore: boolean;
  /** Null where it was not asked for. */
  readonly totalCount: number | null;
  readonly nextPageToken: string | null;
}
