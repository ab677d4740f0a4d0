/** Who plays alone on this page, and how it is told to give way. */
let holder: (() => void) | null = null;

/**
 * Takes the right to be heard alone: whoever had it is told to give way. Returns how to give it back.
 * The word is the platforms': one app, here one player, holds the audio focus.
 */
export function takeAudioFocus(giveWay: () => void): () => void {
  const before = holder;
  holder = giveWay;
  before?.();
  return () => {
    if (holder === giveWay) holder = null;
  };
}
