import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../.storybook/read-reference.js';
import { EXPORTED_NAMES } from '../architecture/faces.js';

const reference = readReference(fileURLToPath(new URL('../../', import.meta.url)));

describe('the reference', () => {
  it('has every name that each entry exports', () => {
    const documented = reference.map(({ entries }) => entries.map(({ name }) => name).toSorted());
    const exported = Object.values(EXPORTED_NAMES).map((names) => [...names].toSorted());
    expect(documented).toEqual(exported);
  });

  it.each(reference.map(({ name, entries }) => ({ name, entries })))(
    'says what each name of $name is',
    ({ entries }) => {
      expect(entries.filter(({ documentation }) => documentation.text === '').map(({ name }) => name)).toEqual([]);
    },
  );

  it('shows every component and hook alive', () => {
    const shown = reference.flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind === 'component' || kind === 'hook'),
    );
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter(({ stories }) => stories.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('knows what a property is, whether it may be left out, what it is then, and what it means', () => {
    const props = reference[0]?.entries.find(({ name }) => name === 'HighlightedTranscriptProps');
    expect(props?.extended).toEqual(["Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'dangerouslySetInnerHTML'>"]);
    expect(props?.properties.find(({ name }) => name === 'look')).toEqual({
      name: 'look',
      type: 'Look',
      isOptional: true,
      documentation: {
        text: expect.stringMatching(/^How what is heard is marked\./),
        defaultValue: "'pill'",
        examples: [],
      },
    });
  });
});
