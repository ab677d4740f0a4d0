import type { LookLabels } from './LookControl.js';

/** What the panel of further things says. */
export interface MoreLabels {
  /** Of the button and its panel. @default 'More' */
  more?: string;
  look?: LookLabels;
  /** @default 'Follow the voice' */
  follow?: string;
  /** @default 'Repeat this sentence' */
  repeat?: string;
  /** @default 'Search in the text' */
  search?: string;
  /** @default 'Keyboard' */
  keyboard?: string;
}
