/** Something that goes wrong with an answer, on request. Lines are counted from 0, and only NDJSON answers have them. */
export type Fault =
  /** Another HTTP status. An object becomes JSON, a string is sent as it is (HTML where it begins with `<`), null is an empty body. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: object | string | null;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** `fetch` rejects with a TypeError, as when nothing can be reached. */
  | { readonly kind: 'network' }
  /** Status 200 with a page of HTML where JSON or sound was promised. */
  | { readonly kind: 'not-json' }
  /** The body stops after so many lines or bytes: with an error, or as if it were whole. @default how: 'error' */
  | { readonly kind: 'cut'; readonly afterLines?: number; readonly afterBytes?: number; readonly how?: 'error' | 'end' }
  /** After so many lines comes an error object as a line, and then the end. */
  | { readonly kind: 'error-line'; readonly afterLines: number; readonly body?: object }
  /** Both alignments are null in all lines, or in those named. */
  | { readonly kind: 'null-alignment'; readonly lines?: readonly number[] }
  /** Each line becomes two: its alignment with empty audio, then its audio without an alignment. */
  | { readonly kind: 'empty-audio' }
  /** A blank line before each line. */
  | { readonly kind: 'blank-lines' }
  /** The last line has no newline. */
  | { readonly kind: 'unterminated' }
  /** The same bytes in pieces of these sizes: one size, or seeded ones between two. */
  | {
      readonly kind: 'recut';
      readonly size: number | readonly [smallest: number, largest: number];
      readonly seed?: number;
    }
  /** Nothing comes for so many seconds: before the answer, or after so many lines. */
  | { readonly kind: 'stall'; readonly seconds: number; readonly afterLines?: number };

/** The faults of one kind, in order. */
export function faultsOf<Kind extends Fault['kind']>(
  faults: readonly Fault[],
  kind: Kind,
): Extract<Fault, { kind: Kind }>[] {
  return faults.filter((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind);
}
