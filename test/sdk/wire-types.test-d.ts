/**
 * Our types against those of the official client, both ways, at compile time: this file has nothing to run.
 * Whatever changes on either side fails here, until the difference is listed with its reason.
 */
import type { ElevenLabs } from '@elevenlabs/elevenlabs-js';
import type {
  Alignment,
  PronunciationDictionaryLocator,
  SpeechChunk,
  SpeechRequest,
  StoredVoiceSettings,
  VerifiedLanguage,
  Voice,
  VoicePage,
  VoiceSettings,
  VoiceSharing,
  VoicesQuery,
} from 'react-readalong';

type Known<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Null and undefined apart, lists writable or not, unknown names left out, at every depth: the differences that hold everywhere (see below). */
type Plain<T> = T extends null | undefined
  ? never
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { [Key in keyof T as string extends Key ? never : Key]: Plain<T[Key]> }
      : T;
/** The names of one that the other lacks. */
type Missing<A, B> = Exclude<Known<A>, Known<B>>;
/** The shared names whose values of one are not values of the other. */
type Unlike<A, B> = {
  [Key in Known<A> & Known<B>]: Plain<A[Key]> extends Plain<B[Key]> ? never : Key;
}[Known<A> & Known<B>];

/** Does not compile where a list of differences is not the whole list. */
function differences<_Whole extends true>(): void {}

/*
 * Everywhere:
 * - Ours takes and gives null where the API does; theirs turns null into undefined, so that a stored "none" cannot be told from a missing field.
 * - Ours are readonly: an answer is shared, and a request is not ours to change.
 */

// Requests: each of the four endpoints has the same parameters in theirs, under four names; ours is one type.
type TheirSpeech =
  | ElevenLabs.BodyTextToSpeechFull
  | ElevenLabs.BodyTextToSpeechFullWithTimestamps
  | ElevenLabs.StreamTextToSpeechRequest
  | ElevenLabs.StreamTextToSpeechWithTimestampsRequest;

// voiceId is an argument of theirs; stream and timestamps are their four methods.
differences<Same<Missing<SpeechRequest, TheirSpeech>, 'voiceId' | 'stream' | 'timestamps'>>();
// audioEffects is newer than the reference: our relay would refuse it by name.
differences<Same<Missing<ElevenLabs.StreamTextToSpeechRequest, SpeechRequest>, 'audioEffects'>>();
differences<Same<Missing<ElevenLabs.BodyTextToSpeechFull, SpeechRequest>, 'audioEffects'>>();
differences<Same<Missing<ElevenLabs.BodyTextToSpeechFullWithTimestamps, SpeechRequest>, 'audioEffects'>>();
differences<Same<Missing<ElevenLabs.StreamTextToSpeechWithTimestampsRequest, SpeechRequest>, 'audioEffects'>>();
// outputFormat: ours is open, since servers know formats before clients do; theirs is a closed list.
differences<Same<Unlike<SpeechRequest, ElevenLabs.StreamTextToSpeechRequest>, 'outputFormat'>>();
// optimizeStreamingLatency: ours names the five values that the reference allows; theirs is any number.
differences<Same<Unlike<ElevenLabs.StreamTextToSpeechRequest, SpeechRequest>, 'optimizeStreamingLatency'>>();

differences<Same<Known<VoiceSettings>, Known<ElevenLabs.VoiceSettings>>>();
differences<Same<Unlike<VoiceSettings, ElevenLabs.VoiceSettings>, never>>();
differences<Same<Unlike<ElevenLabs.VoiceSettings, VoiceSettings>, never>>();
differences<Same<Known<PronunciationDictionaryLocator>, Known<ElevenLabs.PronunciationDictionaryVersionLocator>>>();
differences<Same<Unlike<PronunciationDictionaryLocator, ElevenLabs.PronunciationDictionaryVersionLocator>, never>>();
differences<Same<Unlike<ElevenLabs.PronunciationDictionaryVersionLocator, PronunciationDictionaryLocator>, never>>();

// Filters that are newer than the reference.
differences<Same<Missing<VoicesQuery, ElevenLabs.VoicesSearchRequest>, never>>();
differences<
  Same<
    Missing<ElevenLabs.VoicesSearchRequest, VoicesQuery>,
    | 'gender'
    | 'age'
    | 'language'
    | 'accent'
    | 'useCases'
    | 'minNoticePeriodDays'
    | 'includeCustomRates'
    | 'includeLiveModerated'
    | 'highQuality'
  >
>();
// Ours names the values that the reference allows, theirs is any text; voiceIds may be one text in theirs.
differences<
  Same<
    Unlike<ElevenLabs.VoicesSearchRequest, VoicesQuery>,
    'sort' | 'sortDirection' | 'voiceType' | 'category' | 'fineTuningState' | 'voiceIds'
  >
>();
differences<Same<Unlike<VoicesQuery, ElevenLabs.VoicesSearchRequest>, never>>();

// Answers. Theirs is base64, ours the bytes that it stands for.
type TheirChunk = ElevenLabs.StreamingAudioChunkWithTimestampsResponse;
differences<Same<Missing<SpeechChunk, TheirChunk>, 'audio'>>();
differences<Same<Missing<TheirChunk, SpeechChunk>, 'audioBase64'>>();
differences<Same<Unlike<TheirChunk, SpeechChunk>, never>>();
differences<Same<Known<TheirChunk>, Known<ElevenLabs.AudioWithTimestampsResponse>>>();
differences<Same<Known<Alignment>, Known<ElevenLabs.CharacterAlignmentResponseModel>>>();
differences<Same<Unlike<Alignment, ElevenLabs.CharacterAlignmentResponseModel>, never>>();
differences<Same<Unlike<ElevenLabs.CharacterAlignmentResponseModel, Alignment>, never>>();

differences<Same<Known<VoicePage>, Known<ElevenLabs.GetVoicesV2Response>>>();
differences<Same<Unlike<ElevenLabs.GetVoicesV2Response, VoicePage>, never>>();
// A page of ours holds voices that are open, which theirs are not.
differences<Same<Unlike<VoicePage, ElevenLabs.GetVoicesV2Response>, 'voices'>>();

differences<Same<Missing<Voice, ElevenLabs.Voice>, never>>();
// Newer than the reference. They pass through under their own names (collection_ids is nested, and stays at the relay).
differences<
  Same<
    Missing<ElevenLabs.Voice, Voice>,
    | 'collectionIds'
    | 'favoritedAtUnix'
    | 'isBookmarked'
    | 'recordingQuality'
    | 'labellingStatus'
    | 'recordingQualityReason'
  >
>();
// Each of their voices is one of ours. Not the other way:
// - category and safetyControl, in sharing too, are open enums in ours;
// - voiceVerification (as samples and fineTuning, all of whose fields are optional in theirs) is the owner's, so a relay strips it, and
//   ours names nothing in it;
// - verifiedLanguages[].modelId is certain in theirs, and may be missing in ours: older records lack it.
differences<Same<Unlike<ElevenLabs.Voice, Voice>, never>>();
differences<
  Same<
    Unlike<Voice, ElevenLabs.Voice>,
    'category' | 'safetyControl' | 'voiceVerification' | 'sharing' | 'verifiedLanguages'
  >
>();
differences<Same<Known<StoredVoiceSettings>, Known<ElevenLabs.VoiceSettings>>>();
differences<Same<Known<VerifiedLanguage>, Known<ElevenLabs.VerifiedVoiceLanguageResponseModel>>>();
differences<Same<Unlike<VerifiedLanguage, ElevenLabs.VerifiedVoiceLanguageResponseModel>, never>>();
differences<Same<Missing<VoiceSharing, ElevenLabs.VoiceSharingResponse>, never>>();
differences<Same<Unlike<VoiceSharing, ElevenLabs.VoiceSharingResponse>, 'status' | 'category'>>();
// What the relay keeps back of `sharing`.
differences<
  Same<
    Missing<ElevenLabs.VoiceSharingResponse, VoiceSharing>,
    | 'historyItemSampleId'
    | 'dateUnix'
    | 'whitelistedEmails'
    | 'publicOwnerId'
    | 'originalVoiceId'
    | 'financialRewardsEnabled'
    | 'liveModerationEnabled'
    | 'rate'
    | 'fiatRate'
    | 'noticePeriod'
    | 'disableAtUnix'
    | 'voiceMixingAllowed'
    | 'readerAppEnabled'
    | 'banReason'
    | 'reviewStatus'
    | 'reviewMessage'
    | 'instagramUsername'
    | 'twitterUsername'
    | 'youtubeUsername'
    | 'tiktokUsername'
    | 'moderationCheck'
    | 'readerRestrictedOn'
  >
>();
