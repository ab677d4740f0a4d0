/** A text to be spoken, gathered from content with markup. */
export interface SpokenText {
  /** White space in it is collapsed, as when it is rendered. */
  add(text: string): void;
  breakLine(): void;
  breakParagraph(): void;
  toString(): string;
}

const SPACES = /[ \t\n\r\f]+/g;

/** Creates an empty text. */
export function createSpokenText(): SpokenText {
  let spoken = '';
  let gap: '' | ' ' | '\n' | '\n\n' = '';
  return {
    add(text) {
      const collapsed = text.replace(SPACES, ' ');
      const inner = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined);
      if (collapsed.startsWith(' ')) gap ||= ' ';
      if (inner === '') return;
      spoken += (spoken && gap) + inner;
      gap = collapsed.endsWith(' ') ? ' ' : '';
    },
    breakLine() {
      // Two in a row leave an empty line, which parts paragraphs.
      gap = gap.startsWith('\n') ? '\n\n' : '\n';
    },
    breakParagraph() {
      gap = '\n\n';
    },
    toString: () => spoken,
  };
}
