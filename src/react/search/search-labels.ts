/** What a search says. */
export interface TextSearchLabels {
  /** Of the search and its input. @default 'Search in the text' */
  search?: string;
  /** Which hit of how many is shown; the number is 0 where there is none. @default "3 of 12", "Not found" */
  count?: (number: number, count: number) => string;
  /** @default 'Previous hit' */
  previous?: string;
  /** @default 'Next hit' */
  next?: string;
  /** @default 'Play from here' */
  play?: string;
  /** @default 'Close the search' */
  close?: string;
}

export const SEARCH_LABELS: Required<TextSearchLabels> = {
  search: 'Search in the text',
  count: (number, count) =>
    count === 0 ? 'Not found' : `${number.toLocaleString('en')} of ${count.toLocaleString('en')}`,
  previous: 'Previous hit',
  next: 'Next hit',
  play: 'Play from here',
  close: 'Close the search',
};
