export { type CreateTimelineOptions, createTimeline } from './alignment/create-timeline.js';
export type { CueOptions } from './alignment/cues.js';
export type { AnyAlignment, AnyAlignments } from './alignment/read-alignments.js';
export type { TimeSource } from './alignment/read-times.js';
export type { WebSocketAlignment } from './alignment/read-websocket.js';
export type { TimedTranscript, TimedWord } from './alignment/read-words.js';
export type { ShownText, ShowOptions } from './alignment/shown-text.js';
export type { SpanList } from './alignment/span-list.js';
export type { TextSpans } from './alignment/text-spans.js';
export type { TimeQuality, TimeReason } from './alignment/time-quality.js';
export type { TimedSpan, Timeline } from './alignment/timeline.js';
export type { TimelineJSON } from './alignment/timeline-json.js';
export { toLRC } from './alignment/to-lrc.js';
export { toSRT } from './alignment/to-srt.js';
export { type ToVTTOptions, toVTT } from './alignment/to-vtt.js';
export type { AudioRoute } from './audio/audio-route.js';
export { createElementRoute, type ElementRouteOptions } from './audio/element-route.js';
export {
  createLatencyCalibration,
  type LatencyCalibrationOptions,
  type LatencyCalibrationState,
  type LatencyCalibrator,
} from './audio/latency-calibration.js';
export { createDocument } from './document/document.js';
export type { DocumentOptions } from './document/document-options.js';
export type { Budget } from './document/ledger.js';
export { offsetOfLink, readLink } from './document/read-link.js';
export {
  AudioError,
  BudgetError,
  PartError,
  RelayError,
  type RelayErrorFields,
  type RelayIssue,
  SpeechError,
  StreamError,
} from './errors.js';
export { ErrorNote, type ErrorNoteLabels, type ErrorNoteProps } from './react/ErrorNote.js';
export { FollowButton, type FollowButtonProps } from './react/FollowButton.js';
export { HighlightedTranscript, type HighlightedTranscriptProps } from './react/HighlightedTranscript.js';
export { LatencyCalibration, type LatencyCalibrationProps } from './react/LatencyCalibration.js';
export type { LatencyCalibrationLabels } from './react/latency-calibration-labels.js';
export { PlayButton, type PlayButtonAction, type PlayButtonProps } from './react/PlayButton.js';
export { ReadAlong, type ReadAlongLabels, type ReadAlongOptions, type ReadAlongProps } from './react/ReadAlong.js';
export { SeekBar, type SeekBarProps } from './react/SeekBar.js';
export { SpeechProvider, type SpeechProviderProps } from './react/SpeechProvider.js';
export { TimeDisplay, type TimeDisplayProps } from './react/TimeDisplay.js';
export { useBookmark } from './react/useBookmark.js';
export { type UseCurrentTimeOptions, useCurrentTime } from './react/useCurrentTime.js';
export { useCurrentWord } from './react/useCurrentWord.js';
export { useFollow } from './react/useFollow.js';
export { useMediaSession } from './react/useMediaSession.js';
export { type UseSpeechOptions, type UseSpeechResult, useSpeech } from './react/useSpeech.js';
export { useSpeechState } from './react/useSpeechState.js';
export { type UseVoiceResult, type UseVoicesResult, useVoice, useVoices } from './react/useVoices.js';
export { voiceQueryOptions, voicesQueryOptions } from './react/voice-queries.js';
export { type CreateRelayOptions, createRelay, type Relay } from './relay/relay.js';
export type { RelayOptions } from './relay/relay-fetch.js';
export type { PronunciationDictionaryLocator, SpeechRequest, VoiceSettings } from './relay/speech-request.js';
export type { SpeechChunk, SpeechStream } from './relay/speech-stream.js';
export type {
  StoredVoiceSettings,
  VerifiedLanguage,
  Voice,
  VoiceCategory,
  VoicePage,
  VoiceSharing,
} from './relay/voice.js';
export type { VoicesQuery } from './relay/voices-query.js';
export { type BookmarkOptions, type BookmarkStorage, bindBookmark } from './speech/bookmark.js';
export { bindMediaSession, type SpeechMetadata } from './speech/media-session.js';
export { type CreateSpeechOptions, createSpeech, type Speech } from './speech/speech.js';
export type { SpeechLoading, SpeechSnapshot, SpeechStatus } from './speech/speech-snapshot.js';
export type {
  LongSource,
  NarrationSource,
  RecordingSource,
  RequestSource,
  SdkRecording,
  SpeechSource,
} from './speech/speech-source.js';
export type { Cost } from './store/cost.js';
export { createIndexedDbShelf, type IndexedDbShelfOptions } from './store/indexed-db-shelf.js';
export type { BoughtStream, Recipe, Recording } from './store/recording.js';
export type { LongRequest, LongText } from './store/rendition.js';
export type { KeptSpeech, KeptTimes, Shelf } from './store/shelf.js';
export { type CreateSpeechStoreOptions, createSpeechStore, type SpeechStore } from './store/speech-store.js';
export type { Follow } from './transcript/follow.js';
export type { FollowSnapshot, FollowState } from './transcript/follow-state.js';
export { playRange } from './transcript/play-range.js';
export type { TextRange } from './transcript/selection.js';
export type { VoicePlace } from './transcript/voice-place.js';
export type { Alignment, WireAlignment } from './wire/alignment.js';
export type { Model } from './wire/models.js';
export type { OutputFormat } from './wire/output-format.js';
export type { WireSpeechChunk } from './wire/speech-chunk.js';
