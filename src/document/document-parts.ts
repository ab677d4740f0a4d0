import type { TextCut } from './cut-text.js';
import type { DocumentPart } from './document-part.js';

/** The parts of a document that somebody asked for, by where they begin, and those that follow from the cut. */
export interface DocumentParts {
  /** Those that exist, in the order of the text. */
  inOrder(): readonly DocumentPart[];
  /** The part that begins at an offset; made where there is none. */
  at(start: number): DocumentPart;
  find(start: number): DocumentPart | undefined;
  /** The part directly before an offset, where that exists. */
  before(start: number): DocumentPart | undefined;
  /** Where a part ends: where the next begins. */
  endOf(start: number): number;
  /** Where the part begins that holds an offset; -1 where the text is empty. */
  startAt(offset: number): number;
}

export function createDocumentParts(cut: TextCut, make: (start: number) => DocumentPart): DocumentParts {
  const parts = new Map<number, DocumentPart>();
  let ordered: readonly DocumentPart[] | null = null;
  return {
    inOrder() {
      ordered ??= [...parts.values()].sort((a, b) => a.start - b.start);
      return ordered;
    },
    at(start) {
      const found = parts.get(start);
      if (found) return found;
      const made = make(start);
      parts.set(start, made);
      ordered = null;
      return made;
    },
    find: (start) => parts.get(start),
    before: (start) => (start > 0 ? parts.get(cut.start(cut.partAt(start - 1))) : undefined),
    endOf: (start) => cut.end(cut.partAt(start)),
    startAt(offset) {
      const part = cut.partAt(offset);
      return part < 0 ? -1 : cut.start(part);
    },
  };
}
