/** Who plays alone on this page, and how it is told to give way. */
let holder: { giveWay(): void } | null = null;

/**
 * Takes the right to be heard alone: whoever had it is told to give way. Returns how to give it back.
 * The word is the platforms': one app, here one player, holds the audio focus.
 * Take it last: who is told to give way may tell others, and one of them may take it again at once.
 */
export function takeAudioFocus(giveWay: () => void): () => void {
  const before = holder;
  const own = { giveWay };
  holder = own;
  before?.giveWay();
  return () => {
    if (holder === own) holder = null;
  };
}
