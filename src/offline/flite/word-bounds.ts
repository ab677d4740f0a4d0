import { alignPhones } from './align-phones.js';
import type { WordBounds } from './character-ends.js';
import { PAUSE, type Phone } from './flite-phones.js';

/** Where each word of a sentence is in its sound, given how each sounds alone. A word that was not spoken has no length. */
export function wordBounds(phones: readonly Phone[], alone: readonly (readonly string[])[]): WordBounds[] {
  const sounding = phones.filter((phone) => phone.name !== PAUSE);
  const owners = alignPhones(
    sounding.map((phone) => phone.name),
    alone,
  );
  let time = sounding[0]?.start ?? 0;
  return alone.map((_, index) => {
    const own = sounding.filter((_phone, at) => owners[at] === index);
    const first = own[0];
    if (!first) return [time, time];
    time = own.at(-1)?.end ?? time;
    return [first.start, ...own.map((phone) => phone.end)];
  });
}
