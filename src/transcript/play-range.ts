import type { TextRange } from '../alignment/text-range.js';
import { onJump, type VoicePlace } from './voice-place.js';

/**
 * Plays a stretch of the text, and pauses at the first animation frame at which what is heard has left it: within a
 * frame (17 ms at 60 Hz) of its end in a page that is seen. A jump out of it by the reader lets it play on.
 * Returns how to let it play on.
 *
 * @example playRange(speech, { start: 120, end: 180 })
 */
export function playRange(voice: VoicePlace, { start, end }: TextRange): () => void {
  const isWithin = (): boolean => {
    const offset = voice.currentOffset();
    return offset >= start && offset < end;
  };
  voice.seekToOffset(start);
  const leave = [
    voice.subscribeFrames(() => {
      // Null: it has come to the end of the whole text.
      if (voice.litOffset() !== null && voice.currentOffset() < end) return;
      if (voice.litOffset() !== null) voice.pause();
      release();
    }),
    onJump(voice, () => {
      if (!isWithin()) release();
    }),
  ];
  function release(): void {
    for (const stop of leave) stop();
  }
  voice.play();
  return release;
}
