import { createRecording, type Recipe, type Recording } from './recording.js';

/** Recordings by what they are of, so that the same speech is bought once by all who share a store. One to a provider. */
export interface SpeechStore {
  /** The recording of a recipe: the one that is there, else a new one, which is bought at once. */
  open(recipe: Recipe): Recording;
  /** The recording that is there, whole or coming, without buying. */
  peek(key: string): Recording | null;
  /** Buys again what failed, in the place of what is there. */
  renew(recipe: Recipe): Recording;
}

export interface CreateSpeechStoreOptions {
  /** Seconds after the last listener left before a request that still runs is ended. @default 5 */
  graceSeconds?: number;
  /** Bytes of received sound to keep for hearing again, beside what is in use. @default 50 MB */
  keptBytes?: number;
}

/** Creates an empty store in memory. */
export function createSpeechStore({ graceSeconds = 5, keptBytes = 50e6 }: CreateSpeechStoreOptions = {}): SpeechStore {
  const recordings = new Map<string, Recording>();
  /** Those that nobody holds, oldest first. */
  const resting = new Map<Recording, number>();

  function released(recording: Recording): void {
    if (recordings.get(recording.key) !== recording) return;
    // What was cut short is not worth keeping: the next to ask wants the whole.
    if (recording.loading !== 'complete') {
      recordings.delete(recording.key);
      return;
    }
    resting.delete(recording);
    resting.set(recording, recording.audio.byteLength);
    let kept = [...resting.values()].reduce((sum, bytes) => sum + bytes, 0);
    for (const [oldest, bytes] of resting) {
      if (kept <= keptBytes) break;
      kept -= bytes;
      resting.delete(oldest);
      recordings.delete(oldest.key);
    }
  }

  function renew(recipe: Recipe): Recording {
    const recording: Recording = createRecording(recipe, graceSeconds, () => released(recording));
    recordings.set(recipe.key, recording);
    return recording;
  }

  function peek(key: string): Recording | null {
    const found = recordings.get(key);
    if (found) resting.delete(found);
    return found && found.loading !== 'abandoned' ? found : null;
  }

  return { open: (recipe) => peek(recipe.key) ?? renew(recipe), peek, renew };
}
