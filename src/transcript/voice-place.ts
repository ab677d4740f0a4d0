/** What moving in a text needs of the speech that speaks it. Offsets are UTF-16 units of the text that is shown. */
export interface VoicePlace {
  /** The character that is heard, or null while there is none to show. */
  litOffset(): number | null;
  currentOffset(): number;
  seekToOffset(offset: number): void;
  play(): void;
  pause(): void;
  /** Keeps its identity while nothing in it changed. */
  getSnapshot(): unknown;
  /** Calls back at every new snapshot and after every jump. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** Calls back once an animation frame while it plays, and after every jump. Returns how to stop. */
  subscribeFrames(listener: () => void): () => void;
}

/** Calls back after every jump of the voice, not when it merely goes on. Returns how to stop. */
export function onJump(voice: Pick<VoicePlace, 'getSnapshot' | 'watch'>, listener: () => void): () => void {
  let last = voice.getSnapshot();
  return voice.watch(() => {
    const snapshot = voice.getSnapshot();
    // Called without news in the snapshot: then the news is the place.
    if (snapshot === last) listener();
    last = snapshot;
  });
}
