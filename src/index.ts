export { type CreateTimelineOptions, createTimeline } from './alignment/create-timeline.js';
export type { CueOptions } from './alignment/cues.js';
export type { FoldOptions } from './alignment/fold-text.js';
export type { AnyAlignment, AnyAlignments } from './alignment/read-alignments.js';
export type { TimeSource } from './alignment/read-times.js';
export type { WebSocketAlignment } from './alignment/read-websocket.js';
export type { TimedTranscript, TimedWord } from './alignment/read-words.js';
export {
  createTextSearch,
  matchFrom,
  type SearchOptions,
  searchText,
  type TextSearcher,
} from './alignment/search-text.js';
export type { ShownText, ShowOptions } from './alignment/shown-text.js';
export type { SpanList } from './alignment/span-list.js';
export type { TextRange } from './alignment/text-range.js';
export type { TextSpans } from './alignment/text-spans.js';
export type { TimeQuality, TimeReason } from './alignment/time-quality.js';
export type { TimedSpan, Timeline } from './alignment/timeline.js';
export type { TimelineJSON } from './alignment/timeline-json.js';
export { toLRC } from './alignment/to-lrc.js';
export { toSRT } from './alignment/to-srt.js';
export { type ToVTTOptions, toVTT } from './alignment/to-vtt.js';
export type { ArrangedSound, Arrangement, Detour } from './audio/arrangement.js';
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
export { fileName, type SpeechFile, saveFile } from './download/speech-file.js';
export {
  type CaptionFormat,
  type DownloadVoice,
  type TakeAudioOptions,
  takeAudio,
  takeCaptions,
} from './download/take-away.js';
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
export { createDictation, type Dictation, type DictationOptions, revealedAt } from './practice/dictation.js';
export type { DrillOptions, LoopOptions } from './practice/exercise.js';
export { createPractice, type Practice, type PracticeSnapshot } from './practice/practice.js';
export type { PracticeVoice } from './practice/practice-voice.js';
export {
  createSleepTimer,
  type SleepSnapshot,
  type SleepTime,
  type SleepTimer,
  type SleepTimerOptions,
} from './practice/sleep-timer.js';
export type { PracticeUnit } from './practice/unit-range.js';
export { LatencyCalibration, type LatencyCalibrationProps } from './react/calibration/LatencyCalibration.js';
export type { LatencyCalibrationLabels } from './react/calibration/latency-calibration-labels.js';
export { GERMAN_LABELS } from './react/labels/german.js';
export {
  CostNote,
  type CostNoteLabels,
  type CostNoteProps,
  type CostState,
  type UseCostResult,
  useCost,
} from './react/player/CostNote.js';
export { ErrorNote, type ErrorNoteLabels, type ErrorNoteProps } from './react/player/ErrorNote.js';
export { LevelMeter, type LevelMeterProps } from './react/player/LevelMeter.js';
export { PlayButton, type PlayButtonProps } from './react/player/PlayButton.js';
export { RateControl, type RateControlProps } from './react/player/RateControl.js';
export type { RateControlLabels } from './react/player/rate-labels.js';
export { SeekBar, type SeekBarProps } from './react/player/SeekBar.js';
export { SkipButton, type SkipButtonProps } from './react/player/SkipButton.js';
export { StopButton, type StopButtonProps } from './react/player/StopButton.js';
export type { FormatPlace } from './react/player/seek-bar.js';
export { TimeDisplay, type TimeDisplayProps } from './react/player/TimeDisplay.js';
export { type UseErrorNoteResult, useErrorNote } from './react/player/useErrorNote.js';
export {
  type PlayButtonAction,
  type PlayButtonLabels,
  type UsePlayButtonResult,
  usePlayButton,
} from './react/player/usePlayButton.js';
export { type UseRateControlResult, useRateControl } from './react/player/useRateControl.js';
export { type UseSeekBarResult, useSeekBar } from './react/player/useSeekBar.js';
export {
  type SkipLabel,
  type SkipUnit,
  type UseSkipButtonResult,
  useSkipButton,
} from './react/player/useSkipButton.js';
export { type UseStopButtonResult, useStopButton } from './react/player/useStopButton.js';
export { type ShownTime, type UseTimeDisplayResult, useTimeDisplay } from './react/player/useTimeDisplay.js';
export { type UseVolumeControlResult, useVolumeControl } from './react/player/useVolumeControl.js';
export { type UseWaveformResult, useWaveform } from './react/player/useWaveform.js';
export { VolumeControl, type VolumeControlLabels, type VolumeControlProps } from './react/player/VolumeControl.js';
export { Waveform, type WaveformProps } from './react/player/Waveform.js';
export { DictationSwitch, type DictationSwitchProps } from './react/practice/DictationSwitch.js';
export { PracticeControls, type PracticeControlsProps } from './react/practice/PracticeControls.js';
export type { PracticeLabels } from './react/practice/practice-labels.js';
export { SleepTimerControl, type SleepTimerControlProps } from './react/practice/SleepTimerControl.js';
export type { SleepTimerLabels } from './react/practice/sleep-timer-labels.js';
export { type UsePracticeResult, usePractice } from './react/practice/usePractice.js';
export { LookControl, type LookControlProps, type LookLabels } from './react/read-along/LookControl.js';
export type { MoreLabels } from './react/read-along/more-labels.js';
export { ReadAlong, type ReadAlongOptions, type ReadAlongProps } from './react/read-along/ReadAlong.js';
export type { ReadAlongLabels } from './react/read-along/read-along-labels.js';
export type { ReadAlongPlayer, ReadAlongSlot, ReadAlongSlots } from './react/read-along/read-along-slots.js';
export {
  ShortcutsDialog,
  type ShortcutsDialogProps,
  type ShortcutsLabels,
} from './react/read-along/ShortcutsDialog.js';
export { type UseShortcutsOptions, type UseShortcutsResult, useShortcuts } from './react/read-along/useShortcuts.js';
export { SpeechProvider, type SpeechProviderProps } from './react/SpeechProvider.js';
export type { TextSearchLabels } from './react/search/search-labels.js';
export { TextSearch, type TextSearchProps } from './react/search/TextSearch.js';
export { type UseTextSearchResult, useTextSearch } from './react/search/useTextSearch.js';
export { CopyLinkButton, type CopyLinkButtonProps } from './react/take-away/CopyLinkButton.js';
export { DownloadButton, type DownloadButtonProps } from './react/take-away/DownloadButton.js';
export type { TakeAwayLabels } from './react/take-away/take-away-labels.js';
export { type DownloadFormat, type UseDownloadResult, useDownload } from './react/take-away/useDownload.js';
export { FollowButton, type FollowButtonProps } from './react/transcript/FollowButton.js';
export { HighlightedTranscript, type HighlightedTranscriptProps } from './react/transcript/HighlightedTranscript.js';
export { ReadAlongText, type ReadAlongTextProps } from './react/transcript/ReadAlongText.js';
export type { RenderWord, TranscriptWord } from './react/transcript/TranscriptWords.js';
export { textOfChildren } from './react/transcript/text-of-children.js';
export type { TranscriptLabels } from './react/transcript/transcript-labels.js';
export { useFollow } from './react/transcript/useFollow.js';
export { type UseFollowButtonResult, useFollowButton } from './react/transcript/useFollowButton.js';
export { useBookmark } from './react/useBookmark.js';
export { type UseCurrentTimeOptions, useCurrentTime } from './react/useCurrentTime.js';
export { useCurrentWord } from './react/useCurrentWord.js';
export { useMediaSession } from './react/useMediaSession.js';
export { usePlaceLink } from './react/usePlaceLink.js';
export { type UseSpeechOptions, type UseSpeechResult, useSpeech } from './react/useSpeech.js';
export { useSpeechState } from './react/useSpeechState.js';
export {
  type UseVoicePreviewOptions,
  type UseVoicePreviewResult,
  usePreviewStatus,
  useVoicePreview,
} from './react/voices/useVoicePreview.js';
export {
  type UseVoiceResult,
  type UseVoicesOptions,
  type UseVoicesResult,
  useVoice,
  useVoices,
} from './react/voices/useVoices.js';
export { VoiceAvatar, type VoiceAvatarProps } from './react/voices/VoiceAvatar.js';
export { VoiceCard, type VoiceCardProps } from './react/voices/VoiceCard.js';
export { VoicePicker, type VoicePickerProps } from './react/voices/VoicePicker.js';
export type { RenderVoice, VoiceRowState } from './react/voices/VoicePickerOption.js';
export type { VoicePickerListing } from './react/voices/VoicePickerPanel.js';
export { VoiceSettings, type VoiceSettingsProps } from './react/voices/VoiceSettings.js';
export type { VoicePickerLabels } from './react/voices/voice-picker-labels.js';
export { voiceQueryOptions, voicesQueryOptions } from './react/voices/voice-queries.js';
export type { SettingLabels, VoiceSettingsLabels } from './react/voices/voice-settings-labels.js';
export { type CreateRelayOptions, createRelay, type Relay } from './relay/relay.js';
export type { RelayOptions } from './relay/relay-fetch.js';
export type { PronunciationDictionaryLocator, SpeechRequest } from './relay/speech-request.js';
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
export type { PlaceLinkOptions } from './speech/bind-place-link.js';
export { type BookmarkOptions, type BookmarkStorage, bindBookmark } from './speech/bookmark.js';
export { bindMediaSession, type SpeechMetadata } from './speech/media-session.js';
export { placeLink, placeOfLink } from './speech/place-link.js';
export { type PageCommand, SHORTCUTS, type Shortcut, type ShortcutCommand } from './speech/shortcuts.js';
export { type SkipStep, skip } from './speech/skip.js';
export { type CreateSpeechOptions, createSpeech, type Speech } from './speech/speech.js';
export { runCommand, type SpeechCommand } from './speech/speech-command.js';
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
export type { Look } from './transcript/mark-painter.js';
export { playRange } from './transcript/play-range.js';
export { createTextFinder, type FinderSnapshot, type FinderVoice, type TextFinder } from './transcript/text-finder.js';
export { textOfElement } from './transcript/text-of-element.js';
export type { VoicePlace } from './transcript/voice-place.js';
export type { PreviewLine } from './voices/spoken-lines.js';
export type { VoiceFacet, VoiceFilters } from './voices/voice-filters.js';
export type { VoiceStorage } from './voices/voice-memory.js';
export type { VoicePreview, VoicePreviewState } from './voices/voice-preview.js';
export type { Alignment, WireAlignment } from './wire/alignment.js';
export type { Model } from './wire/models.js';
export type { OutputFormat } from './wire/output-format.js';
export type { WireSpeechChunk } from './wire/speech-chunk.js';
