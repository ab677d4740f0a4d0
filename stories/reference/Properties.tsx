import type { ReactNode } from 'react';
import type { ReferenceProperty } from '../../.storybook/reference.js';
import { Prose } from './Code.js';

interface PropertiesProps {
  /** Whose they are. */
  of: string;
  properties: readonly ReferenceProperty[];
  code: (text: string) => ReactNode;
}

/** Properties with their types, defaults and what they mean. */
export function Properties({ of, properties, code }: PropertiesProps) {
  return (
    <table className="reference-table">
      <caption>{of}</caption>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Type</th>
          <th scope="col">Default</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {properties.map(({ name, type, isOptional, documentation }) => (
          <tr key={`${name} ${type}`}>
            <th scope="row">
              <code className="reference-code">
                {name}
                {isOptional ? '?' : ''}
              </code>
            </th>
            <td>{code(type)}</td>
            <td data-default={documentation.defaultValue ?? '–'}>{documentation.defaultValue ?? '–'}</td>
            <td>
              <Prose text={documentation.text} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
