// A reading of a book that keeps what it buys, in this page or in a frame of it.
import {
  bindBookmark,
  createDocument,
  createIndexedDbShelf,
  createSpeech,
  createSpeechStore,
  type Shelf,
  type Speech,
} from 'react-readalong';
import { startStandIn } from './book-stand-in.js';

export interface ReadingOptions {
  /** Of the database. */
  name: string;
  text: string;
  /** @default 60 */
  ahead?: number;
  maxBytes?: number;
  /** The name of a bookmark to come back to. */
  bookmark?: string;
}

/** What a frame hands to its window. */
export interface BookFrame {
  open(options: ReadingOptions): Speech;
}

declare global {
  interface Window {
    bookFrame?: BookFrame;
  }
}

export const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

/** A reading with a stand-in, a store and a shelf of its own. */
export function openReading({ name, text, ahead, maxBytes, bookmark }: ReadingOptions): {
  speech: Speech;
  shelf: Shelf;
} {
  const shelf = createIndexedDbShelf({ name, ...(maxBytes && { maxBytes }) });
  const store = createSpeechStore({ keep: shelf });
  const { relay } = startStandIn();
  const document = createDocument({ ahead, concurrency: ahead ? 4 : 2 });
  const speech = createSpeech({ text, voiceId }, { relay, store, document, audioFocus: 'shared' });
  if (bookmark) bindBookmark(speech, { name: bookmark });
  speech.subscribe(() => {});
  return { speech, shelf };
}

export const bookFrame: BookFrame = { open: (options) => openReading(options).speech };
