import { buyKept } from './buy-kept.js';
import { shelfNotes } from './shelf-notes.js';

/** What a store needs that keeps what it buys. One object, so that a page loads one file. */
export const keepers = { buyKept, shelfNotes };
