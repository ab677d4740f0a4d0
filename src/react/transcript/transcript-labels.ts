/** Every word that a transcript says itself. */
export interface TranscriptLabels {
  /** Of the text, where no `aria-label` or `aria-labelledby` names it. @default 'Transcript' */
  text?: string;
  /** What a screen reader says of the place when it is asked: the word that is heard and its sentence, or null where nothing is heard. */
  place?: (place: { word: string; sentence: string } | null) => string;
}

/** In English. */
export const transcriptLabels: Required<TranscriptLabels> = {
  text: 'Transcript',
  place: (place) => (place ? `At “${place.word}”, in: ${place.sentence}` : 'Nothing is being heard.'),
};
