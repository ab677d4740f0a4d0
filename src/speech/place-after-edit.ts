import { soundKit } from '../store/sound-kit.js';

/**
 * Where a place of a text is after an edit, as UTF-16 offsets. What searches for it comes with what makes sound, so it is here once
 * anything was heard; in the moment before, a place behind the first change goes to that.
 */
export function placeAfterEdit(before: string, after: string, offset: number): number {
  const kit = soundKit();
  if (kit) return kit.placeInEdit(before, after, offset);
  let place = 0;
  while (place < offset && before[place] === after[place] && place < after.length) place++;
  return place;
}
