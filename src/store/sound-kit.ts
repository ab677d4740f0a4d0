import { AudioError } from '../errors.js';
import type { SoundKit } from './sound-makers.js';

let kit: SoundKit | null = null;
let coming: Promise<SoundKit> | null = null;

/** What makes sound and times of an answer, where it is here already. */
export const soundKit = (): SoundKit | null => kit;

/**
 * Loads the kit, once a page: a file by itself, so that a page which only shows text does not wait for it. It costs no speech, so
 * it may come before anybody plays. @throws AudioError where it cannot be had.
 */
export function loadSoundKit(): Promise<SoundKit> {
  coming ??= load();
  return coming;
}

async function load(): Promise<SoundKit> {
  try {
    kit = (await import('./sound-makers.js')).soundMakers;
    return kit;
  } catch (cause) {
    coming = null;
    throw new AudioError(
      'A part of this page that makes sound of an answer could not be loaded, so nothing was bought. Check the connection, and reload the page if the app was renewed meanwhile.',
      cause,
    );
  }
}
