import { placeInEdit } from '../alignment/place-in-edit.js';
import { createPlayer } from '../audio/player.js';
import { createRecordingFeed } from './recording-feed.js';

/** All that a text needs once it has sound. One object, so that a page loads one file. */
export interface SoundKit {
  readonly createRecordingFeed: typeof createRecordingFeed;
  readonly createPlayer: typeof createPlayer;
  readonly placeInEdit: typeof placeInEdit;
}

export const soundMakers: SoundKit = { createRecordingFeed, createPlayer, placeInEdit };
