import type { MouseEvent } from 'react';

/** Where it is said what an exported name is. */
export interface NameLink {
  href: string;
  target: '_top';
  onClick: (event: MouseEvent) => void;
}

interface CodeProps {
  text: string;
  /** The name that needs no link, since it is here. */
  self: string;
  /** Null for what is not exported. */
  linkTo: (name: string) => NameLink | null;
}

/** Code in which each exported name leads to what is said of it. */
export function Code({ text, self, linkTo }: CodeProps) {
  let at = 0;
  return (
    <code className="reference-code">
      {text.split(/\b/).map((word) => {
        const key = at;
        at += word.length;
        const link = word === self ? null : linkTo(word);
        return link ? (
          <a key={key} {...link}>
            {word}
          </a>
        ) : (
          word
        );
      })}
    </code>
  );
}

/** A doc comment: what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  let at = 0;
  return (
    <p>
      {text.split('`').map((piece, index) => {
        const key = at;
        at += piece.length + 1;
        return index % 2 ? (
          <code key={key} className="reference-code">
            {piece}
          </code>
        ) : (
          piece
        );
      })}
    </p>
  );
}
