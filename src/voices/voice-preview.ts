import { takeAudioFocus } from '../audio/audio-focus.js';
import { createListeners } from '../audio/listeners.js';

/** Which voice is being heard before it is chosen. `failed` stays until something else is played, or it is stopped. */
export interface VoicePreviewState {
  readonly voiceId: string | null;
  readonly status: 'idle' | 'loading' | 'playing' | 'failed';
}

/** Plays one preview at a time, and gives way to speech, as speech gives way to it. */
export interface VoicePreview {
  getSnapshot(): VoicePreviewState;
  subscribe(listener: () => void): () => void;
  /** Plays a voice instead of what played; `find` gives its address or file, at once or later. Never throws: it is `failed` then. */
  play(voiceId: string, find: () => string | Blob | null | Promise<string | Blob | null>): void;
  /** Silence, and nothing more is loaded. */
  stop(): void;
  /** How much was heard, 0–1; 0 where its length is not known. */
  progress(): number;
}

export interface VoicePreviewOptions {
  /** What plays it. @default () => new Audio() */
  createAudio?: () => HTMLAudioElement;
  /** Seconds after which a preview that has not begun has failed. @default 20 */
  patience?: number;
}

const IDLE: VoicePreviewState = { voiceId: null, status: 'idle' };

/** Creates a player of previews. Loads and plays nothing by itself. */
export function createVoicePreview({
  createAudio = () => new Audio(),
  patience = 20,
}: VoicePreviewOptions = {}): VoicePreview {
  const listeners = createListeners();
  let state = IDLE;
  /** Ends what is going on; whatever comes of that later is not heard. */
  let leave = () => {};

  function show(next: VoicePreviewState): void {
    state = next;
    listeners.call();
  }
  function stop(): void {
    leave();
    if (state !== IDLE) show(IDLE);
  }

  let heard = () => 0;
  function play(voiceId: string, find: Parameters<VoicePreview['play']>[1]): void {
    leave();
    let current = true;
    const audio = createAudio();
    const timer = setTimeout(() => fail(), patience * 1000);
    let giveBack = () => {};
    let own = '';
    leave = () => {
      current = false;
      clearTimeout(timer);
      giveBack();
      audio.pause();
      // What is still being fetched ends only with its address.
      audio.removeAttribute('src');
      audio.load();
      URL.revokeObjectURL(own);
      leave = () => {};
    };
    function end(status: 'idle' | 'failed'): void {
      if (!current) return;
      leave();
      show(status === 'idle' ? IDLE : { voiceId, status });
    }
    const fail = () => end('failed');
    audio.addEventListener('error', fail);
    audio.addEventListener('ended', () => end('idle'));
    audio.addEventListener('playing', () => {
      clearTimeout(timer);
      if (current && state.status !== 'playing') show({ voiceId, status: 'playing' });
    });
    heard = () =>
      audio.duration > 0 && audio.duration < Number.POSITIVE_INFINITY ? audio.currentTime / audio.duration : 0;
    show({ voiceId, status: 'loading' });
    giveBack = takeAudioFocus(() => current && stop());
    Promise.resolve()
      .then(find)
      .then((sound) => {
        if (!current) return undefined;
        if (sound === null) throw new Error('There is nothing to play.');
        if (typeof sound !== 'string') own = URL.createObjectURL(sound);
        audio.src = typeof sound === 'string' ? sound : own;
        return audio.play();
      })
      .catch(fail);
  }

  return {
    getSnapshot: () => state,
    subscribe: listeners.add,
    play,
    stop,
    progress: () => (state.status === 'playing' ? heard() : 0),
  };
}
