import type { createTimeTrack } from '../alignment/time-track.js';
import type { createPart } from '../audio/create-part.js';
import { SpeechError } from '../errors.js';

/** What makes sound and times of an answer. Loaded by itself, so that a page which only shows text does not wait for it. */
export interface SoundKit {
  readonly createPart: typeof createPart;
  readonly createTimeTrack: typeof createTimeTrack;
}

let kit: SoundKit | null = null;
let coming: Promise<SoundKit> | null = null;

/** The kit where it is here already. */
export const soundKit = (): SoundKit | null => kit;

/** Loads the kit, once a page. It costs no speech, so it may come before anybody plays. @throws SpeechError where it cannot be had. */
export function loadSoundKit(): Promise<SoundKit> {
  coming ??= load();
  return coming;
}

async function load(): Promise<SoundKit> {
  try {
    const [{ createPart }, { createTimeTrack }] = await Promise.all([
      import('../audio/create-part.js'),
      import('../alignment/time-track.js'),
    ]);
    kit = { createPart, createTimeTrack };
    return kit;
  } catch (cause) {
    coming = null;
    throw new SpeechError(
      'A part of this page that makes sound of an answer could not be loaded, so nothing was bought. Check the connection, and reload the page if the app was renewed meanwhile.',
      { cause },
    );
  }
}
