import type { PcmPart } from '../audio/part.js';
import type { Program } from '../audio/program.js';
import { SpeechError } from '../errors.js';

/**
 * The parts of a program of which something is here, in order. Buys nothing.
 * @throws SpeechError where there are none.
 */
export function soundParts(program: Pick<Program, 'part' | 'after'>): readonly PcmPart[] {
  const parts: PcmPart[] = [];
  for (let number: number | 'end' | 'unknown' = 0; typeof number === 'number'; number = program.after(number)) {
    const part = program.part(number);
    if (part && part.frames().ready > 0) parts.push(part);
  }
  if (parts.length > 0) return parts;
  throw new SpeechError(
    "Nothing of this text was spoken yet, so there is no sound to save. Play it first, or pass `whole: 'buy'`, which buys all of it.",
  );
}
