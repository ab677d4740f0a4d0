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
  /** Back to the start, silent. @default 'Stop' */
  stop?: string;
  /** Of the ways through the text that are not in the bar. @default 'Skip' */
  skip?: string;
  /** @default 'Search in the text' */
  search?: string;
  /** @default 'Keyboard' */
  keyboard?: string;
  /** In the panel, where what it holds could not be loaded. @default 'This could not be loaded. Close it, and open it again in a moment.' */
  notLoaded?: string;
}
