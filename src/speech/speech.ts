import type { TextRange } from '../alignment/text-range.js';
import type { ArrangedSound, Arrangement, Detour } from '../audio/arrangement.js';
import type { AudioRoute } from '../audio/audio-route.js';
import { createChange } from '../audio/change.js';
import { createListeners } from '../audio/listeners.js';
import type { AudioFocus } from '../audio/player.js';
import type { LongText } from '../store/rendition.js';
import { loadSoundKit } from '../store/sound-kit.js';
import { arrangedSound, createArrangedPlayer } from './arranged-player.js';
import { createRendition, type RenditionOptions } from './create-rendition.js';
import { createLatePlayer } from './late-player.js';
import { type SpeechSnapshot, type SpeechStatus, unlessChanged } from './speech-snapshot.js';
import { isNarrationSource, isRecordingSource, type LongSource, type SpeechSource } from './speech-source.js';
import { createTicker } from './ticker.js';
import { createTransport } from './transport.js';

export interface CreateSpeechOptions extends RenditionOptions {
  /** An output of the app's own. @default one that the page shares for each sample rate, opened at the first play */
  audioContext?: AudioContext | undefined;
  /** Where the sound goes. @default the output's destination, as a rule the speakers */
  route?: AudioRoute | undefined;
  /** 'exclusive' pauses whoever else plays on this page, and is paused by whoever plays later; 'shared' does neither. @default 'exclusive' */
  audioFocus?: AudioFocus | undefined;
  /** Seconds, -1 to 1, by which the ear hears it later than the browser says, as by Bluetooth. `createLatencyCalibration` finds it. @default 0 */
  latencyOffset?: number | undefined;
  /** What becomes of the sound when the last subscriber leaves, as when a page is left: 'pause', or 'play' on. @default 'pause' */
  whenLeft?: 'pause' | 'play' | undefined;
  /** 'auto' buys at the first subscription, 'none' only at play. What the app already has is always loaded. @default 'none' */
  preload?: 'none' | 'auto' | undefined;
}

/** One text that can be spoken: its sound, its times and its position. Inert until asked: only `play` or `preload` buys. */
export interface Speech {
  getSnapshot(): SpeechSnapshot;
  /** Calls back at every new snapshot. The last to leave pauses it. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls back at every new snapshot and after every jump, also in a hidden page. Keeps nothing playing. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** Calls back once an animation frame while it plays, and after every jump. Returns how to stop. */
  subscribeFrames(listener: () => void): () => void;
  /** Seconds of what is heard at this moment, the way through the sound card considered. */
  currentTime(): number;
  /** UTF-16 offset, in the text that is shown (`timeline.text`), of the character that is heard at this moment. */
  currentOffset(): number;
  /** The same while there is a place to show, or null: before the first play, before the first character and after the end. */
  litOffset(): number | null;
  /** Plays, buying first if need be; from the start after the end. Call it within a gesture. */
  play(): void;
  pause(): void;
  /** Back to the start, silent. */
  stop(): void;
  /** Moves to a time in seconds, clamped to what there is. Plays on if it plays. */
  seek(seconds: number): void;
  /** Moves to a character, by its UTF-16 offset in the text that is shown (`timeline.text`); as soon as its time is known, where it is not yet. */
  seekToOffset(offset: number): void;
  /** 0.5–3; 2 is twice as fast. The pitch is kept, and it is heard within a tenth of a second. */
  setPlaybackRate(rate: number): void;
  /** 0–1. */
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** 0–1 of the volume that is set, at once or in about some seconds: a way to fall silent that leaves the reader's volume alone. */
  fade(level: number, seconds?: number): void;
  /**
   * Plays what is made of a stretch of it, as a loop is, in place of its sound, until that is over or the reader goes elsewhere.
   * Nothing behind the stretch is bought meanwhile. `createPractice` makes exercises of it.
   */
  arrange(range: TextRange, arrangement: Arrangement): Detour;
  /** Its sound part by part, for exercises and for download. What is read of it was bought already; its `want` buys. */
  readonly sound: ArrangedSound;
  /** Seconds, -1 to 1, by which the ear hears it later than the browser says. */
  setLatencyOffset(seconds: number): void;
  /**
   * Buys all of it that is not here, so that it can be heard without waiting, and, with a store that keeps it, without a network.
   * `toCome` of the snapshot tells how much is left. Rejects with what is in the way, or with the signal's reason.
   */
  fetchAll(options?: { signal?: AbortSignal | undefined }): Promise<void>;
  /** Buys again what failed, and keeps the place in the text. */
  retry(): void;
  /** Lets go of sound and output. May be called twice. */
  dispose(): void;
}

export interface CreateSpeech {
  /** Creates a speech of a long text, or of one that is still coming. Nothing is bought, fetched or opened yet. */
  (source: LongSource, options: CreateSpeechOptions & { document: LongText }): Speech;
  /** Creates a speech. Nothing is bought, fetched or opened yet. */
  (source: SpeechSource, options?: CreateSpeechOptions): Speech;
}

/** Creates a speech. Nothing is bought, fetched or opened yet. */
export const createSpeech: CreateSpeech = makeSpeech;

/** The same for a source of which only the caller's types say that it fits its options. */
export function makeSpeech(source: SpeechSource | LongSource, options: CreateSpeechOptions = {}): Speech {
  const rendition = createRendition(source, options);
  const { audioContext, route, audioFocus, whenLeft = 'pause' } = options;
  const sampleRate = (): number => rendition.sampleRate;
  const own = createLatePlayer({ program: rendition.program, sampleRate, audioContext, route, audioFocus });
  const player = createArrangedPlayer(own, rendition);
  const listeners = createListeners();
  const watchers = createListeners();
  const ticker = createTicker(() => sounds());
  let playbackRate = 1;
  let volume = 1;
  let muted = false;
  let level = 1;
  let latencyOffset = 0;
  let renewing = false;
  let listening = false;
  /** The last subscriber went, and it plays on. */
  let left = false;
  let jumped = false;
  const transport = createTransport(player, rendition, () => {
    jumped = true;
  });
  let snapshot: SpeechSnapshot = read();
  let told = snapshot;
  const change = createChange(() => {
    const changed = told !== snapshot;
    if (!changed && !jumped) return;
    told = snapshot;
    jumped = false;
    if (changed) listeners.call();
    watchers.call();
    ticker.wake();
  });

  function read(): SpeechSnapshot {
    const { loading } = rendition;
    const state = player.getState();
    return {
      ...rendition.view(),
      loading,
      status: statusOf(loading),
      blocked: state.blocked,
      error: rendition.error ?? state.error,
      playbackRate,
      volume,
      muted,
      latencyOffset,
    };
  }

  function statusOf(loading: SpeechSnapshot['loading']): SpeechStatus {
    const { phase } = player.getState();
    if (loading === 'failed' && !rendition.playable) return 'error';
    // What came of a cut answer was heard, but the text goes on.
    return phase === 'ended' && loading === 'failed' ? 'paused' : phase;
  }

  /** Takes in what changed, whoever changed it. */
  function update(): void {
    change(() => {
      const gaveUp = renewing && !rendition.renewing && rendition.error !== null;
      renewing = rendition.renewing;
      // Nothing will come, so there is nothing to wait for.
      if (gaveUp || (rendition.error && (!rendition.playable || transport.isHeld))) transport.pause();
      transport.settle();
      const next = unlessChanged(snapshot, read());
      if (next === snapshot) return;
      snapshot = next;
      listen(sounds());
    });
  }

  function play(): void {
    // What came of a failed one was heard to its end, or there is none: who presses play wants the rest.
    const heardAll = player.getState().phase === 'ended' || transport.isHeld || !rendition.playable;
    if (rendition.loading === 'failed' && heardAll) {
      retry();
      return;
    }
    rendition.open();
    listen(true);
    transport.play();
  }

  /** What lies ahead is bought only while somebody listens. */
  function listen(whether: boolean): void {
    if (listening === whether) return;
    listening = whether;
    rendition.listen(whether);
    if (!whether && left) rendition.release();
  }

  function retry(): void {
    const place = transport.currentOffset();
    transport.pause();
    rendition.renew();
    if (place > 0) transport.keepOffset(place);
    listen(true);
    transport.play();
  }

  /** An action of the reader's, and what follows from it. */
  const then =
    <Parameters extends unknown[]>(action: (...parameters: Parameters) => void) =>
    (...parameters: Parameters): void => {
      change(() => {
        action(...parameters);
        update();
      });
    };
  const sounds = (): boolean => snapshot.status === 'playing' || snapshot.status === 'buffering';
  const setGain = (seconds?: number): void => player.setGain(muted ? 0 : volume * level, seconds);

  function setLatencyOffset(seconds: number): void {
    if (Number.isNaN(seconds)) return;
    latencyOffset = Math.min(1, Math.max(-1, seconds));
    player.setLatencyOffset(latencyOffset);
  }

  setLatencyOffset(options.latencyOffset ?? 0);
  rendition.subscribe(update);
  player.subscribe(update);

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      left = false;
      if (listeners.size === 0) {
        rendition.revive();
        // Who looks at a text may play it. A failure is told when something is to be bought.
        loadSoundKit().catch(() => {});
        options.relay?.prepare?.();
        if (isOwned(source) || options.preload === 'auto')
          queueMicrotask(
            () => listeners.size > 0 && rendition.loading === 'idle' && rendition.reach(transport.currentOffset()),
          );
      }
      const leave = listeners.add(listener);
      update();
      return () => {
        leave();
        if (listeners.size > 0) return;
        left = whenLeft === 'play' && sounds();
        if (left) return;
        transport.pause();
        rendition.release();
      };
    },
    watch: watchers.add,
    subscribeFrames: ticker.subscribe,
    currentTime: transport.currentTime,
    currentOffset: transport.currentOffset,
    litOffset: () => (transport.placed && snapshot.status !== 'ended' ? transport.currentOffset() : null),
    play: then(play),
    pause: then(transport.pause),
    stop: then(() => {
      transport.stop();
      rendition.stopped();
    }),
    seek: then(transport.seek),
    seekToOffset: then(transport.seekToOffset),
    setPlaybackRate: then((rate) => {
      if (Number.isNaN(rate)) return;
      playbackRate = Math.min(3, Math.max(0.5, rate));
      player.setPlaybackRate(playbackRate);
    }),
    setVolume: then((value) => {
      if (!Number.isNaN(value)) volume = Math.min(1, Math.max(0, value));
      setGain();
    }),
    setMuted: then((value) => {
      muted = value;
      setGain();
    }),
    fade(to, seconds) {
      level = to;
      setGain(seconds);
    },
    sound: arrangedSound(rendition),
    arrange: (range, arrangement) =>
      change(() => {
        rendition.confine(range.end);
        const detour = transport.arrange(arrangement, range.start);
        update();
        return detour;
      }),
    setLatencyOffset: then(setLatencyOffset),
    async fetchAll({ signal = new AbortController().signal } = {}) {
      signal.throwIfAborted();
      await rendition.fetchAll(signal);
    },
    retry: then(retry),
    dispose() {
      player.dispose();
      rendition.dispose();
    },
  };
}

/** The app has it, so that loading it costs nothing. */
const isOwned = (source: SpeechSource | LongSource): boolean =>
  isRecordingSource(source) || (isNarrationSource(source) && source.audioUrl === undefined);
