import fc from 'fast-check';
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { textOfChildren, textOfElement } from 'react-readalong';
import { describe, expect, it } from 'vitest';

const Strong = ({ children }: { children?: ReactNode }) => <strong>{children}</strong>;
const Heading = ({ children }: { children?: ReactNode }) => <h2>{children}</h2>;
const Card = ({ children }: { children?: ReactNode }) => <section>{children}</section>;

/** What the browser says of the same markup. */
function textInDom(children: ReactNode): string {
  const page = document.createElement('div');
  page.innerHTML = renderToStaticMarkup(children);
  return textOfElement(page);
}

describe('the text of React children', () => {
  it('keeps a sentence whole in which a component stands alone in a link', () => {
    const children = (
      <p>
        See{' '}
        <a href="#x">
          <Strong>the tide</Strong>
        </a>{' '}
        for more.
      </p>
    );
    expect(textOfChildren(children)).toBe('See the tide for more.');
  });

  it('has an empty line between components that only white space parts', () => {
    const children = (
      <>
        <Heading>One</Heading> <Heading>Two</Heading>
      </>
    );
    expect(textOfChildren(children)).toBe('One\n\nTwo');
  });

  it('keeps a line of components in a paragraph, and one beside an element that has text', () => {
    const children = (
      <>
        <p>
          <Strong>One</Strong> <Strong>two</Strong>
        </p>
        <div>
          <em>Three</em> <Strong>four</Strong>
        </div>
      </>
    );
    expect(textOfChildren(children)).toBe('One two\n\nThree four');
  });

  it('takes numbers of any kind for text', () => {
    expect(textOfChildren(['You owe ', 12n, ' or ', 7, <Strong key="much"> francs</Strong>])).toBe(
      'You owe 12 or 7 francs',
    );
  });

  it('is the same that the DOM says, for any tree of elements and components', () => {
    fc.assert(
      fc.property(flow, (children) => {
        expect(textOfChildren(children)).toBe(textInDom(children));
      }),
    );
  });
});

const words = fc.constantFrom<ReactNode>('tide', ' goes', 'out ', ' by ', 7, 'low\n water');
const space = fc.constantFrom<ReactNode>(' ', '\n');

const oneOf = (types: readonly (string | typeof Strong)[], inside: fc.Arbitrary<ReactNode>) =>
  fc.tuple(fc.constantFrom(...types), inside).map(([type, children]) => createElement(type, null, children));

const someOf = (pieces: readonly fc.Arbitrary<ReactNode>[], first: readonly ReactNode[] = []) =>
  fc
    .array(fc.oneof(...pieces), { minLength: 1, maxLength: 4 })
    .map((chosen) => createElement(Fragment, null, ...first, ...chosen));

/** Words with elements and components in their line, and blocks with white space between them. */
const { flow } = fc.letrec<{ line: ReactNode; flow: ReactNode }>((tie) => {
  const inline = oneOf(['em', 'span', 'b', Strong], tie('line'));
  const lines = oneOf(['p', 'h3', 'li', Heading], tie('line'));
  const blocks = oneOf(['div', 'ul', 'section', Card], tie('flow'));
  return {
    line: fc.oneof({ maxDepth: 4 }, words, someOf([words, space, inline, fc.constant(<br />)], ['so'])),
    flow: fc.oneof({ maxDepth: 4 }, lines, someOf([space, lines, blocks])),
  };
});
