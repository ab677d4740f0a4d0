import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocumentation } from '../../.storybook/read-documentation.js';
import { readReference } from '../../.storybook/read-reference.js';
import type { ReferenceEntry } from '../../.storybook/reference.js';
import { partsOf } from '../../stories/reference/parts-of.js';
import { EXPORTED_NAMES } from '../architecture/faces.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const reference = readReference(root);
const entries = reference.flatMap((face) => face.entries);
const find = (name: string) => entries.find((entry) => entry.name === name);
const namesOf = (some: readonly ReferenceEntry[]) => some.map(({ name }) => name);

describe('the reference', () => {
  it('has every name that each entry exports', () => {
    const documented = reference.map((face) => namesOf(face.entries).toSorted());
    const exported = Object.values(EXPORTED_NAMES).map((names) => [...names].toSorted());
    expect(documented).toEqual(exported);
  });

  it('says what each name is, in words', () => {
    expect(namesOf(entries.filter(({ documentation }) => !/^\S.*[a-z]{2}/.test(documentation.text)))).toEqual([]);
  });

  it('shows every component and hook at work, in a story that is there', () => {
    const shown = entries.filter(({ kind }) => kind === 'component' || kind === 'hook');
    expect(shown.length).toBeGreaterThan(30);
    expect(namesOf(shown.filter(({ live, stories }) => !live || stories.length === 0))).toEqual([]);
    expect(shown.filter(({ live }) => !existsSync(`${root}stories/${live?.file}`))).toEqual([]);
  });

  it('shows a hook where that is called itself, not the component that is made of it', () => {
    expect(find('PlayButton')?.live).toEqual({ file: 'react/PlayButton.stories.tsx', exportName: 'Default' });
    expect(find('usePlayButton')?.live).toEqual({ file: 'react/PlayButton.stories.tsx', exportName: 'ByHook' });
    expect(find('SleepTimerControl')?.live?.file).toBe('react/PracticeControls.stories.tsx');
  });

  it('links to pages of stories by their titles, whatever else is a title in their files', () => {
    expect(find('useMediaSession')?.stories).toEqual([
      { title: 'Hooks/useMediaSession', id: 'hooks-usemediasession--docs' },
    ]);
  });

  it('shows every function in a program that calls it', () => {
    const functions = entries.filter(({ kind }) => kind === 'function');
    expect(functions.length).toBeGreaterThan(40);
    expect(namesOf(functions.filter(({ programs }) => programs.length === 0))).toEqual([]);
  });

  it('leads from each name to its kin', () => {
    expect(find('PlayButton')?.related).toEqual(
      expect.arrayContaining(['usePlayButton', 'PlayButtonProps', 'PlayButtonLabels']),
    );
    expect(find('RelayError')?.related).toContain('RelayErrorFields');
    const alone = entries.filter(({ kind, related }) => kind !== 'constant' && related.length === 0);
    expect(alone.length).toBeLessThan(entries.length / 10);
  });

  it('knows what a property is, whether it may be left out, what it is then, and what it means', () => {
    const props = find('HighlightedTranscriptProps');
    expect(props?.extended).toEqual(["Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'dangerouslySetInnerHTML'>"]);
    expect(props?.properties.find(({ name }) => name === 'look')).toEqual({
      name: 'look',
      type: 'Look',
      isOptional: true,
      documentation: expect.objectContaining({
        text: expect.stringMatching(/^How what is heard is marked\./),
        defaultValue: "'pill'",
      }),
    });
  });

  it('lists what a name takes, also where that is made of types that nobody can import', () => {
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    const propertiesOf = (name: string) => {
      const entry = find(name);
      return entry ? partsOf(entry, byName).flatMap(({ properties }) => properties.map((one) => one.name)) : [];
    };
    expect(propertiesOf('ReadAlong')).toEqual(
      expect.arrayContaining(['variant', 'title', 'look', 'slots', 'labels', 'text', 'voiceId', 'document']),
    );
    expect(propertiesOf('useSpeech')).toEqual(expect.arrayContaining(['preload', 'document', 'error', 'blocked']));
    expect(propertiesOf('createSpeech')).toEqual(expect.arrayContaining(['relay', 'store', 'preload']));
  });

  it('says what an error tells in its fields', () => {
    const fields = find('RelayError')?.properties ?? [];
    expect(fields.map(({ name }) => name)).toEqual(['status', 'code', 'requestId', 'retryAfter', 'issues']);
    expect(fields[0]?.documentation.text).toMatch(/^HTTP status, or null/);
  });

  it('tells what is thrown, and what each parameter is, apart from what it does', () => {
    expect(find('takeAudio')?.documentation).toMatchObject({
      text: 'The sound of a speech as a file.',
      throws: [expect.stringMatching(/^Rejects with SpeechError where there is none, .*reason\.$/)],
    });
    expect(find('createTextFinder')?.documentation).toMatchObject({
      text: expect.stringMatching(/^Creates a `TextFinder`: looks for words/),
      parameters: [
        { name: 'show', text: 'How a place is brought into view.', defaultValue: expect.any(String) },
        { name: 'last' },
      ],
    });
    expect(
      readDocumentation('* Reads it. Never wrong. Throws an Error for `a.b`.\n * @throws TypeError where it is none.'),
    ).toEqual({
      text: 'Reads it. Never wrong.',
      defaultValue: null,
      examples: [],
      throws: ['Throws an Error for `a.b`.', 'TypeError where it is none.'],
      parameters: [],
    });
  });

  it('says how a constant is called that is a function', () => {
    const { kind, signatures } = find('createSpeech') ?? {};
    expect(kind).toBe('function');
    expect(signatures?.join('\n')).toMatch(/^createSpeech\(source[\s\S]*\): Speech;?\ncreateSpeech\(source/);
  });
});
