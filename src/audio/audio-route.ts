/** Where a player's sound goes. */
export interface AudioRoute {
  /** Connects; called within the gesture of the first play. Returns how to take it off again. */
  connect(context: AudioContext, from: AudioNode): () => void;
}

/** The context's own destination, as a rule the speakers. */
export const toDestination: AudioRoute = {
  connect(context, from) {
    from.connect(context.destination);
    return () => from.disconnect();
  },
};
