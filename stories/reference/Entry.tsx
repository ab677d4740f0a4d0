import type { ReferenceEntry } from '../../.storybook/reference.js';
import { Code, type NameLink, Prose } from './Code.js';
import { Properties } from './Properties.js';

interface EntryProps {
  entry: ReferenceEntry;
  /** The entry of its properties, where that is another. */
  own: ReferenceEntry | undefined;
  linkTo: (name: string) => NameLink | null;
}

/** One exported name: what it does, how it is written, what it takes, and where it can be seen. */
export function Entry({ entry, own, linkTo }: EntryProps) {
  const { name, file, signatures, documentation, properties, extended, stories } = entry;
  const code = (text: string) => <Code text={text} self={name} linkTo={linkTo} />;
  const { properties: shown, extended: base } = own ?? { properties, extended };
  return (
    <article id={name}>
      <h3>
        <a {...linkTo(name)}>{name}</a>
      </h3>
      <Prose text={documentation.text} />
      <pre>{code(signatures.join('\n'))}</pre>
      {shown.length > 0 && <Properties of={name} properties={shown} code={code} />}
      {base.length > 0 && <p>And all of {code(base.join(', '))}.</p>}
      {documentation.examples.map((example) => (
        <pre key={example} className="reference-example">
          <code>{example}</code>
        </pre>
      ))}
      <p className="reference-places">
        {stories.map(({ id, title }) => (
          <a key={id} href={`./?path=/docs/${id}`} target="_top">
            Live: {title}
          </a>
        ))}
        <code>{file}</code>
      </p>
    </article>
  );
}
