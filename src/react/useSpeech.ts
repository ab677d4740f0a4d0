'use client';

import { useEffect, useMemo, useState } from 'react';
import type { SpeechError } from '../errors.js';
import { sameSource } from '../speech/source-key.js';
import { type CreateSpeechOptions, createSpeech, type Speech } from '../speech/speech.js';
import type { SpeechLoading, SpeechSnapshot, SpeechStatus } from '../speech/speech-snapshot.js';
import type { SpeechSource } from '../speech/speech-source.js';
import { useSpeechEnvironment } from './SpeechProvider.js';
import { useSpeechState } from './useSpeechState.js';

/** What is spoken, and how. Written inline as it is: it is compared by content. */
export type UseSpeechOptions = SpeechSource &
  Pick<
    CreateSpeechOptions,
    'preload' | 'audioContext' | 'audioTags' | 'ssmlTags' | 'audioFocus' | 'latencyOffset' | 'route'
  >;

export interface UseSpeechResult
  extends Pick<
    Speech,
    'play' | 'pause' | 'stop' | 'seek' | 'seekToOffset' | 'setPlaybackRate' | 'setVolume' | 'setMuted' | 'retry'
  > {
  /** Hand it to the components. The same object as long as the source is the same by content. */
  speech: Speech;
  status: SpeechStatus;
  loading: SpeechLoading;
  /** The browser plays nothing before the reader presses something. */
  blocked: boolean;
  /** What went wrong last, or null. Never thrown. */
  error: SpeechError | null;
}

/**
 * A text that can be spoken. Buys nothing before `play` (or `preload: 'auto'`), and the same text only once.
 * Renders when status, loading, blocked or error change; not for time, words or chunks. `preload`, `route` and `audioFocus` are read
 * when the source is new.
 *
 * @example
 * const { speech, play, status, error } = useSpeech({ text, voiceId })
 */
export function useSpeech({
  preload,
  audioContext,
  audioTags,
  ssmlTags,
  audioFocus,
  latencyOffset = 0,
  route,
  ...source
}: UseSpeechOptions): UseSpeechResult {
  const environment = useSpeechEnvironment();
  const show = `${audioTags} ${ssmlTags}`;
  const hold = (before?: Speech) => ({
    source,
    environment,
    audioContext,
    show,
    speech: createLike(before, source, {
      relay: environment?.relay,
      store: environment?.store,
      preload,
      audioContext,
      audioTags,
      ssmlTags,
      audioFocus,
      latencyOffset,
      route,
    }),
  });
  const [held, setHeld] = useState(() => hold());
  let current = held;
  const isHeld = held.environment === environment && held.audioContext === audioContext && held.show === show;
  if (!isHeld || !sameSource(held.source, source)) {
    current = hold(held.speech);
    setHeld(current);
  }
  const { speech } = current;
  useEffect(() => speech.setLatencyOffset(latencyOffset), [speech, latencyOffset]);
  const state = useSpeechState(speech, selectState);
  const { play, pause, stop, seek, seekToOffset, setPlaybackRate, setVolume, setMuted, retry } = speech;
  return useMemo(
    () => ({ ...state, speech, play, pause, stop, seek, seekToOffset, setPlaybackRate, setVolume, setMuted, retry }),
    [state, speech, play, pause, stop, seek, seekToOffset, setPlaybackRate, setVolume, setMuted, retry],
  );
}

/** What the reader has set stays when the text changes: a muted page does not begin to speak aloud. */
function createLike(before: Speech | undefined, source: SpeechSource, options: CreateSpeechOptions): Speech {
  const speech = createSpeech(source, options);
  if (!before) return speech;
  const { volume, muted, playbackRate } = before.getSnapshot();
  speech.setVolume(volume);
  speech.setMuted(muted);
  speech.setPlaybackRate(playbackRate);
  return speech;
}

const selectState = ({ status, loading, blocked, error }: SpeechSnapshot) => ({ status, loading, blocked, error });
