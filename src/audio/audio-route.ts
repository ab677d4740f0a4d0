/** Where a player's sound goes. */
export interface AudioRoute {
  /**
   * Connects; called within the gesture of the first play. Returns how to take it off again.
   * @param onInterrupted To be called when the system silenced it, as when headphones are pulled out: the player pauses.
   */
  connect(context: AudioContext, from: AudioNode, onInterrupted?: () => void): () => void;
}

/** The context's own destination, as a rule the speakers. */
export const toDestination: AudioRoute = {
  connect(context, from) {
    from.connect(context.destination);
    return () => from.disconnect();
  },
};
