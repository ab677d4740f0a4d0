import { seededNumber } from './seeded-number.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A text of 20 letters and digits, as the API's ids are, always the same for the same seed. */
export function offlineId(seed: number): string {
  return Array.from({ length: 20 }, (_, index) => LETTERS[Math.floor(seededNumber(seed, index) * LETTERS.length)]).join(
    '',
  );
}
