import { Fragment } from 'react';
import type { ReferenceEntry, ReferencePart } from '../../.storybook/reference.js';
import { Code, type NameLink, Prose } from './Code.js';
import { Live } from './Live.js';
import { Program } from './Program.js';
import { Properties } from './Properties.js';

interface EntryProps {
  entry: ReferenceEntry;
  /** The types that its properties, its options and its result have names for. */
  parts: readonly ReferencePart[];
  linkTo: (name: string) => NameLink | null;
  /** What is chosen in the toolbar, where the entry is a page of its own and shows itself at work; null in a list. */
  page: { globals: object } | null;
}

/** One exported name: what it does, how it is written, what it takes and throws, what belongs to it, and itself at work. */
export function Entry({ entry, parts, linkTo, page }: EntryProps) {
  const { name, file, signatures, documentation, properties, extended, stories, live, programs, related } = entry;
  const code = (text: string) => <Code text={text} self={name} linkTo={linkTo} />;
  const shown = properties.length > 0 ? [entry, ...parts] : parts;
  const Heading = page ? 'h2' : 'h3';
  return (
    <article id={name} className={page ? 'reference-page' : undefined}>
      <Heading className="reference-name">
        <a {...linkTo(name)}>{name}</a>
      </Heading>
      <Prose text={documentation.text} />
      <pre>{code(signatures.join('\n'))}</pre>
      {documentation.parameters.map(({ name: parameter, text, defaultValue }) => (
        <Prose key={parameter} text={`\`${parameter}\`: ${text}${defaultValue ? ` By default ${defaultValue}` : ''}`} />
      ))}
      {documentation.throws.length > 0 && <Prose text={saysThrows(documentation.throws)} />}
      {documentation.examples.map((example) => (
        <pre key={example} className="reference-example">
          <code className="reference-code">{example}</code>
        </pre>
      ))}
      {page && live && <Live story={live} name={name} globals={page.globals} />}
      {page && programs.map((program) => <Program key={program} file={program} />)}
      {shown.map((part) => (
        <Fragment key={part.name}>
          {part.properties.length > 0 && <Properties of={part.name} properties={part.properties} code={code} />}
          {part.extended.length > 0 && (
            <p>
              {part.name} has all of {code(part.extended.join(', '))} as well.
            </p>
          )}
        </Fragment>
      ))}
      {extended.length > 0 && shown.length === 0 && <p>All of {code(extended.join(', '))}.</p>}
      {page && related.length > 0 && <p>See also {code(related.join(', '))}.</p>}
      <p className="reference-places">
        {stories.map(({ id, title }) => (
          <a key={id} href={`./?path=/docs/${id}`} target="_top">
            Live: {title}
          </a>
        ))}
        <code className="reference-code">{file}</code>
      </p>
    </article>
  );
}

/** Sentences of their own as they are; a tag's text begins with what is thrown. */
const saysThrows = (throws: readonly string[]): string =>
  throws.map((text) => (/^(It |Throws|Rejects)/.test(text) ? text : `Throws ${text.replace(/\.?$/, '.')}`)).join(' ');
