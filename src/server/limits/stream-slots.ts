import type { Subject } from '../policy/authorize.js';

/** How many answers of speech a subject may be reading at once. */
export interface StreamSlots {
  readonly most: number;
  /** Takes a slot and returns what frees it (any number of times), or null where all are taken. */
  take(subject: Subject): Promise<(() => void) | null>;
}

/** Slots that one relay counts by itself. */
export function createStreamSlots({ most }: { most: number }): StreamSlots {
  const taken = new Map<Subject, number>();
  return {
    most,
    async take(subject) {
      const count = taken.get(subject) ?? 0;
      if (count >= most) return null;
      taken.set(subject, count + 1);
      let free = () => {
        free = () => {};
        const left = (taken.get(subject) ?? 1) - 1;
        if (left > 0) taken.set(subject, left);
        else taken.delete(subject);
      };
      return () => free();
    },
  };
}
