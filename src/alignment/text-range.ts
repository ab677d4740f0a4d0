/** A stretch of the text that is shown, in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
