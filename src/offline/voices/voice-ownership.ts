import { offlineId } from '../offline-id.js';
import type { VoiceRecord } from './voice-record.js';
import type { VoiceSketch } from './voice-sketches.js';

const EPOCH = 1_680_000_000;
const SENTENCE = 'Hello, how are you?';

/** One of a voice's `samples`: the owner's own recording. */
export function sampleOf(index: number, voiceId: string): object {
  const sampleId = offlineId(4000 + index);
  return {
    sample_id: sampleId,
    file_name: 'recording.mp3',
    mime_type: 'audio/mpeg',
    size_bytes: 481_234,
    hash: 'd41d8cd98f00b204e9800998ecf8427e',
    duration_secs: 30.1,
    remove_background_noise: false,
    has_isolated_audio: false,
    has_isolated_audio_preview: false,
    speaker_separation: {
      voice_id: voiceId,
      sample_id: sampleId,
      status: 'completed',
      speakers: { speaker_0: { speaker_id: 'speaker_0', duration_secs: 30.1 } },
      selected_speaker_ids: ['speaker_0'],
    },
    trim_start: 0,
    trim_end: 30,
  };
}

/** `fine_tuning` of a voice; generated ones have none. */
export function fineTuningOf(sketch: VoiceSketch, index: number): VoiceRecord['fine_tuning'] {
  if (sketch.category === 'generated') return null;
  const professional = sketch.category === 'professional';
  const done = index % 8 === 7 ? 'fine_tuning' : 'fine_tuned';
  return {
    is_allowed_to_fine_tune: professional,
    state: professional ? { eleven_multilingual_v2: done, eleven_flash_v2_5: done } : {},
    verification_failures: [],
    verification_attempts_count: 0,
    manual_verification_requested: false,
    language: sketch.language,
    progress: professional ? { eleven_multilingual_v2: done === 'fine_tuned' ? 1 : 0.4 } : {},
    message: professional ? { eleven_multilingual_v2: done === 'fine_tuned' ? 'Completed!' : '' } : {},
    dataset_duration_seconds: professional ? 1800 : null,
    verification_attempts: professional ? [attemptOf(index)] : null,
    slice_ids: professional ? [offlineId(8000 + index)] : null,
    manual_verification: professional ? manualVerificationOf(index) : null,
    max_verification_attempts: 5,
    next_max_verification_attempts_reset_unix_ms: 1_700_000_000_000,
    finetuning_state: null,
  };
}

/** `voice_verification` of a voice: that its speaker agreed. */
export function verificationOf(sketch: VoiceSketch, index: number): object {
  const cloned = sketch.category === 'cloned';
  return {
    requires_verification: cloned,
    is_verified: cloned,
    verification_failures: [],
    verification_attempts_count: cloned ? 1 : 0,
    language: cloned ? sketch.language : null,
    verification_attempts: cloned ? [attemptOf(index)] : null,
  };
}

function attemptOf(index: number): object {
  return {
    text: SENTENCE,
    date_unix: EPOCH,
    accepted: true,
    similarity: 0.95,
    levenshtein_distance: 2,
    recording: {
      recording_id: offlineId(5000 + index),
      mime_type: 'audio/mpeg',
      size_bytes: 123_456,
      upload_date_unix: EPOCH,
      transcription: SENTENCE,
    },
  };
}

function manualVerificationOf(index: number): object {
  const file = {
    file_id: offlineId(9000 + index),
    file_name: 'consent.pdf',
    mime_type: 'application/pdf',
    size_bytes: 54_321,
    upload_date_unix: EPOCH,
  };
  return { extra_text: 'By letter.', request_time_unix: EPOCH, files: [file] };
}
