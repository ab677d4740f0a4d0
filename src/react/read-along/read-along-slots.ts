import type { ReactNode } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { Follow } from '../../transcript/follow.js';

/** What a part is drawn with: `standard` is what would stand there. */
export interface ReadAlongPlayer {
  readonly speech: Speech;
  readonly follow: Follow;
  readonly standard: ReactNode;
}

/** What stands in place of a part; null for nothing. */
export type ReadAlongSlot = ReactNode | ((player: ReadAlongPlayer) => ReactNode);

/** Parts of a `ReadAlong` that an app may replace. */
export interface ReadAlongSlots {
  /** The text. */
  readonly transcript?: ReadAlongSlot;
  /** Where the voice is. */
  readonly seek?: ReadAlongSlot;
  /** Whose voice it is, and what it costs. */
  readonly voice?: ReadAlongSlot;
  /** Play, and what is beside it. */
  readonly tape?: ReadAlongSlot;
  /** Speed and volume. */
  readonly tools?: ReadAlongSlot;
  /** Further items under More. */
  readonly more?: ReadAlongSlot;
  /** What is said when something failed. */
  readonly error?: ReadAlongSlot;
}
