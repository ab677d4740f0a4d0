'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { SpeechError } from '../errors.js';
import { placeAfterEdit } from '../speech/place-after-edit.js';
import { sameSource } from '../speech/source-key.js';
import { type CreateSpeechOptions, makeSpeech, type Speech } from '../speech/speech.js';
import type { SpeechLoading, SpeechSnapshot, SpeechStatus } from '../speech/speech-snapshot.js';
import type { LongSource, SpeechSource } from '../speech/speech-source.js';
import { succeed } from '../speech/succession.js';
import type { LongText } from '../store/rendition.js';
import { useSpeechEnvironment } from './SpeechProvider.js';
import { useSpeechState } from './useSpeechState.js';

/** What is spoken, and how. Written inline as it is: it is compared by content. */
export type UseSpeechOptions = (SpeechSource | (LongSource & { document: LongText })) &
  Pick<
    CreateSpeechOptions,
    'preload' | 'audioContext' | 'audioTags' | 'ssmlTags' | 'audioFocus' | 'latencyOffset' | 'route' | 'document'
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
 * Renders when status, loading, blocked or error change; not for time, words or chunks. `preload`, `document`, `route` and
 * `audioFocus` are read when the source is new.
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
  document,
  ...source
}: UseSpeechOptions): UseSpeechResult {
  const environment = useSpeechEnvironment();
  const show = `${audioTags} ${ssmlTags}`;
  const hold = (before?: Speech) => ({
    source,
    environment,
    audioContext,
    show,
    ...createLike(before, source, {
      relay: environment?.relay,
      store: environment?.store,
      preload,
      audioContext,
      audioTags,
      ssmlTags,
      audioFocus,
      latencyOffset,
      route,
      document,
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
  const { goesOn } = current;
  const last = useRef(speech);
  useEffect(() => {
    if (last.current !== speech) succeed(last.current, speech, goesOn);
    last.current = speech;
    if (goesOn) speech.play();
  }, [speech, goesOn]);
  const state = useSpeechState(speech, selectState);
  return useMemo(() => {
    const { play, pause, stop, seek, seekToOffset, setPlaybackRate, setVolume, setMuted, retry } = speech;
    return { ...state, speech, play, pause, stop, seek, seekToOffset, setPlaybackRate, setVolume, setMuted, retry };
  }, [state, speech]);
}

/**
 * What the reader has set stays when the text changes: a muted page does not begin to speak aloud. So does the place, as a character;
 * the same text in another voice goes on there, an edited one waits, or typing would buy speech.
 */
function createLike(
  before: Speech | undefined,
  source: SpeechSource | LongSource,
  options: CreateSpeechOptions,
): { readonly speech: Speech; readonly goesOn: boolean } {
  const speech = makeSpeech(source, options);
  if (!before) return { speech, goesOn: false };
  const { volume, muted, playbackRate, timeline, status } = before.getSnapshot();
  speech.setVolume(volume);
  speech.setMuted(muted);
  speech.setPlaybackRate(playbackRate);
  const { sourceText, toShown } = speech.getSnapshot().timeline;
  const place = before.litOffset();
  if (place === null || sourceText === '') return { speech, goesOn: false };
  speech.seekToOffset(toShown(placeAfterEdit(timeline.sourceText, sourceText, timeline.toSource(place))));
  const played = status === 'playing' || status === 'buffering';
  return { speech, goesOn: played && sourceText === timeline.sourceText };
}

const selectState = ({ status, loading, blocked, error }: SpeechSnapshot) => ({ status, loading, blocked, error });
