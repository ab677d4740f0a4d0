import { createListeners } from '../audio/listeners.js';
import { createPlayer } from '../audio/player.js';
import type { Relay } from '../relay/relay.js';
import { createSpeechStore, type SpeechStore } from '../store/speech-store.js';
import { parseOutputFormat } from '../wire/output-format.js';
import { createRecordingTimeline } from './recording-timeline.js';
import { createSpeechRecording } from './speech-recording.js';
import { type SpeechLoading, type SpeechSnapshot, type SpeechStatus, unlessChanged } from './speech-snapshot.js';
import { isNarrationSource, isRecordingSource, type SpeechSource } from './speech-source.js';
import { createTicker } from './ticker.js';

export interface CreateSpeechOptions {
  /** Who is asked for speech. Not needed for recordings and narrations. */
  relay?: Relay | undefined;
  /** Where bought speech is shared. @default a store of its own */
  store?: SpeechStore | undefined;
  /** An output of the app's own. @default one that the page shares for each sample rate, opened at the first play */
  audioContext?: AudioContext | undefined;
  /** 'auto' buys at the first subscription, 'none' only at play. What the app already has is always loaded. @default 'none' */
  preload?: 'none' | 'auto' | undefined;
}

/** One text that can be spoken: its sound, its times and its position. Inert until asked: only `play` or `preload` buys. */
export interface Speech {
  getSnapshot(): SpeechSnapshot;
  /** Calls back at every new snapshot. The last to leave pauses it. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls back once an animation frame while it plays, and after every jump. Returns how to stop. */
  subscribeFrames(listener: () => void): () => void;
  /** Seconds of what is heard at this moment, the way through the sound card considered. */
  currentTime(): number;
  /** UTF-16 offset of the character that is heard at this moment. */
  currentOffset(): number;
  /** The same while there is a place to show, or null: before the first play and after the end. */
  litOffset(): number | null;
  /** Plays, buying first if need be; from the start after the end. Call it within a gesture. */
  play(): void;
  pause(): void;
  /** Back to the start, silent. */
  stop(): void;
  /** Moves to a time in seconds, clamped to what there is. Plays on if it plays. */
  seek(seconds: number): void;
  /** Moves to a character, by its UTF-16 offset; as soon as its time is known, where it is not yet. */
  seekToOffset(offset: number): void;
  /** 0–1. */
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** Buys again what failed, and keeps the place in the text. */
  retry(): void;
  /** Lets go of sound and output. May be called twice. */
  dispose(): void;
}

/** Creates a speech. Nothing is bought, fetched or opened yet. */
export function createSpeech(source: SpeechSource, options: CreateSpeechOptions = {}): Speech {
  const recording = createSpeechRecording(source, options.store ?? createSpeechStore(), options.relay);
  const { recipe, program } = recording;
  const timelineOf = createRecordingTimeline(recipe.text);
  const rate = (): number =>
    recording.current?.audio.sampleRate ?? parseOutputFormat(recipe.outputFormat)?.sampleRate ?? 44100;
  const player = createPlayer({ program, sampleRate: rate, audioContext: options.audioContext });
  const listeners = createListeners();
  const ticker = createTicker(() => snapshot.status === 'playing' || snapshot.status === 'buffering');
  const owned = isRecordingSource(source) || (isNarrationSource(source) && source.audioUrl === undefined);
  let volume = 1;
  let muted = false;
  let pendingOffset: number | null = null;
  let wanted = false;
  let snapshot: SpeechSnapshot = read();

  function read(): SpeechSnapshot {
    const { current } = recording;
    const loading: SpeechLoading =
      !current || current.loading === 'abandoned' ? (recording.error ? 'failed' : 'idle') : current.loading;
    const fields = timelineOf(current);
    const state = player.getState();
    return {
      ...fields,
      loading,
      status: statusOf(loading, fields.buffered),
      blocked: state.blocked,
      error: recording.error ?? state.error,
      volume,
      muted,
      characterCost: current?.characterCost ?? null,
      requestId: current?.requestId ?? null,
    };
  }

  function statusOf(loading: SpeechLoading, buffered: number): SpeechStatus {
    const { phase } = player.getState();
    if (loading === 'failed' && buffered === 0) return 'error';
    if (wanted && pendingOffset !== null) return 'buffering';
    // What came of a cut answer was heard, but the text goes on.
    return phase === 'ended' && loading === 'failed' ? 'paused' : phase;
  }

  function update(): void {
    // Nothing will come, so there is nothing to wait for.
    if (recording.error && !recording.current?.audio.frames().ready) player.pause();
    settlePending();
    const next = unlessChanged(snapshot, read());
    if (next === snapshot) return;
    snapshot = next;
    listeners.call();
    ticker.wake();
  }

  /** A place in the text that had no time yet may have one now. */
  function settlePending(): void {
    if (pendingOffset === null) return;
    const { timeline } = timelineOf(recording.current);
    const over = recording.current?.loading === 'complete' || recording.current?.loading === 'failed';
    const time = timeline.timeAt(pendingOffset) ?? (over ? 0 : null);
    if (time === null) return;
    pendingOffset = null;
    moveTo(time);
    if (wanted) player.play();
    wanted = false;
  }

  function moveTo(seconds: number): void {
    // The first frame at or behind the time: one before it would still light the character before.
    let frame = Math.floor(seconds * rate());
    while (frame / rate() < seconds) frame++;
    player.seek({ part: 0, frame });
    ticker.wake();
  }

  const currentTime = (): number => {
    if (pendingOffset !== null) return snapshot.timeline.timeAt(pendingOffset) ?? 0;
    return player.heard().frame / rate();
  };
  const currentOffset = (): number => pendingOffset ?? snapshot.timeline.offsetAt(currentTime());

  function play(): void {
    if (recording.current?.loading === 'failed' && snapshot.buffered === 0) recording.renew();
    else recording.open();
    if (pendingOffset === null) {
      player.play();
      return;
    }
    wanted = true;
    player.unlock();
    update();
  }

  function seekToOffset(offset: number): void {
    const place = Math.max(0, Math.min(Math.trunc(offset), snapshot.timeline.text.length));
    const time = snapshot.timeline.timeAt(place);
    if (time !== null) {
      seek(time);
      return;
    }
    wanted ||= snapshot.status === 'playing' || snapshot.status === 'buffering';
    player.pause();
    pendingOffset = place;
    update();
    ticker.wake();
  }

  function seek(seconds: number): void {
    if (Number.isNaN(seconds)) return;
    if (pendingOffset !== null && wanted) player.play();
    pendingOffset = null;
    wanted = false;
    const end = snapshot.durationQuality === 'exact' ? (snapshot.duration ?? 0) : Number.MAX_SAFE_INTEGER / 1e6;
    moveTo(Math.min(Math.max(0, seconds), end));
    update();
  }

  recording.subscribe(update);
  player.subscribe(update);

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      if (listeners.size === 0) {
        recording.revive();
        if (owned || options.preload === 'auto')
          queueMicrotask(() => listeners.size > 0 && !recording.current && recording.open());
      }
      const leave = listeners.add(listener);
      update();
      return () => {
        leave();
        if (listeners.size > 0) return;
        player.pause();
        wanted = false;
        recording.release();
      };
    },
    subscribeFrames: ticker.subscribe,
    currentTime,
    currentOffset,
    litOffset() {
      const { status } = snapshot;
      if (status === 'ended' || (status === 'idle' && currentTime() === 0 && pendingOffset === null)) return null;
      return currentOffset();
    },
    play,
    pause() {
      wanted = false;
      player.pause();
      update();
    },
    stop() {
      pendingOffset = null;
      wanted = false;
      player.stop();
      update();
      ticker.wake();
    },
    seek,
    seekToOffset,
    setVolume(value) {
      volume = Math.min(1, Math.max(0, value));
      player.setGain(muted ? 0 : volume);
      update();
    },
    setMuted(value) {
      muted = value;
      player.setGain(muted ? 0 : volume);
      update();
    },
    retry() {
      const place = currentOffset();
      player.pause();
      recording.renew();
      if (place > 0) pendingOffset = place;
      play();
    },
    dispose() {
      player.dispose();
      recording.release();
    },
  };
}
