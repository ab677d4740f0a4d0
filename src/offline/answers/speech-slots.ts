/** How many answers are being spoken at once. */
export interface SpeechSlots {
  /** Takes a place until the returned function is called, or returns null where all are taken. */
  take(): (() => void) | null;
  taken(): number;
}

/** Places for so many answers at once. */
export function createSpeechSlots(limit: number): SpeechSlots {
  const answers = new Set<symbol>();
  return {
    take() {
      if (answers.size >= limit) return null;
      const answer = Symbol();
      answers.add(answer);
      return () => answers.delete(answer);
    },
    taken: () => answers.size,
  };
}
