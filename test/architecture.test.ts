import { describe, expect, test } from 'vitest';
import { EXPORTED_NAMES } from './architecture/faces.js';
import { type Module, readModule } from './architecture/read-module.js';
import { readRepository } from './architecture/read-repository.js';
import * as rules from './architecture/rules.js';

const modulesOf = (folder: string) => readRepository(folder, /\.tsx?$/).map(([path, text]) => readModule(path, text));
const source = modulesOf('src');
const sample = (files: Record<string, string>): Module[] =>
  Object.entries(files).map(([path, text]) => readModule(path, text));

describe('the architecture', () => {
  test('is checked on the whole source', () => {
    expect(source.length).toBeGreaterThan(10);
  });

  test.each([
    ['a room imports only what lies below it', rules.roomsLookDown],
    ['a relative import names a file as it is built', rules.importsLeadSomewhere],
    ['no file reaches itself again, not even by types', rules.noCircles],
    ['only the faces pass names on, and they do nothing else', rules.onlyFacesPassOn],
    ['no file or folder is a drawer for a kind of code', rules.noDrawers],
    ['files are small', rules.filesAreSmall],
    ['server and offline speak of nothing that only a page has', rules.serversNeedNoPage],
    ['a file with hooks is marked for the client', rules.hooksAreForClients],
  ])('%s', (_, rule) => {
    expect(rule(source)).toEqual([]);
  });

  test.each(Object.entries(EXPORTED_NAMES))('%s exports the names of the contract and no other', (path, names) => {
    const face = source.find((module) => module.path === path);
    expect([...(face?.exports ?? [])].sort()).toEqual([...names].sort());
  });

  test('stories and benches see the faces only', () => {
    expect(rules.storiesSeeOnlyFaces([...modulesOf('stories'), ...modulesOf('bench')])).toEqual([]);
  });

  test('no file names a registry, so that an install uses the one its user has set', () => {
    const texts = readRepository('', /(^|\/)(\.npmrc|[^/]*\.(json|m?js|tsx?|ya?ml|sh|md)|run)$/);
    expect(texts.length).toBeGreaterThan(10);
    expect(rules.namesRegistry(texts)).toEqual([]);
  });
});

describe('a breach is found', () => {
  test.each<[string, rules.Rule, Record<string, string>, string]>([
    [
      'the core imports React',
      rules.roomsLookDown,
      { 'src/speech/speech.ts': "import {\n  useState,\n} from 'react';\nexport const a = useState;" },
      'react',
    ],
    [
      'the core imports a type of React’s room',
      rules.roomsLookDown,
      {
        'src/audio/player.ts': "import type {\n  A } from '../react/a.js';",
        'src/react/a.ts': 'export interface A {}',
      },
      'src/react/a.ts',
    ],
    [
      'neighbours know each other by an inline type',
      rules.roomsLookDown,
      { 'src/audio/a.ts': "export type T = import('../relay/relay.js').Relay;", 'src/relay/relay.ts': '' },
      'src/relay/relay.ts',
    ],
    [
      'the server loads audio on demand',
      rules.roomsLookDown,
      { 'src/server/a.ts': "export const a = () => import('../audio/player.js');", 'src/audio/player.ts': '' },
      'src/audio/player.ts',
    ],
    [
      'a file passes on what it may not see',
      rules.roomsLookDown,
      { 'src/relay/a.ts': "export { x } from '../alignment/x.js';", 'src/alignment/x.ts': '' },
      'src/alignment/x.ts',
    ],
    ['a folder is no room', rules.roomsLookDown, { 'src/misc/a.ts': '' }, 'no room'],
    [
      'an import has no .js',
      rules.importsLeadSomewhere,
      { 'src/wire/a.ts': "import './b';", 'src/wire/b.ts': '' },
      './b',
    ],
    ['an import names nothing', rules.importsLeadSomewhere, { 'src/wire/a.ts': "import './b.js';" }, './b.js'],
    [
      'a circle of three, one link of types',
      rules.noCircles,
      {
        'src/wire/a.ts': "import './b.js';",
        'src/wire/b.ts': "import type { C } from './c.js'; export type B = C;",
        'src/wire/c.tsx': "export * from './a.js';",
      },
      'src/wire/a.ts → src/wire/b.ts → src/wire/c.tsx → src/wire/a.ts',
    ],
    [
      'a file imports itself',
      rules.noCircles,
      { 'src/wire/a.ts': "import './a.js';" },
      'src/wire/a.ts → src/wire/a.ts',
    ],
    ['a barrel', rules.onlyFacesPassOn, { 'src/wire/all.ts': "export { a } from './a.js';" }, 'barrel'],
    ['a face exports all', rules.onlyFacesPassOn, { 'src/index.ts': "export * from './errors.js';" }, '*'],
    ['a face holds logic', rules.onlyFacesPassOn, { 'src/index.ts': 'export const a = 1;' }, 'logic'],
    ['a drawer', rules.noDrawers, { 'src/wire/utils.ts': '' }, 'drawer'],
    ['a folder of kinds', rules.noDrawers, { 'src/react/types/speech.ts': '' }, 'drawer'],
    ['a long file', rules.filesAreSmall, { 'src/wire/a.ts': 'export {};\n'.repeat(301) }, '301'],
    ['a source of long files', rules.filesAreSmall, { 'src/wire/a.ts': 'export {};\n'.repeat(81) }, 'median'],
    ['sound in the server', rules.serversNeedNoPage, { 'src/server/a.ts': 'new AudioContext();' }, 'AudioContext'],
    [
      'a hook in a file for servers',
      rules.hooksAreForClients,
      { 'src/react/use-a.ts': "import { useState } from 'react';\nexport const useA = () => useState(0);" },
      'src/react/use-a.ts',
    ],
    [
      'a story that looks inside',
      rules.storiesSeeOnlyFaces,
      { 'stories/a.stories.tsx': "import { a } from '../src/react/a.js';" },
      '../src/react/a.js',
    ],
  ])('%s', (_, rule, files, place) => {
    expect(rule(sample(files)).join('\n')).toContain(place);
  });

  test('words in comments and strings are no breach', () => {
    const text = "// import 'react'; AudioContext\nexport const a = `import 'react'`; /* export * from './a.js' */";
    const quiet = sample({ 'src/server/a.ts': text });
    expect([rules.roomsLookDown, rules.serversNeedNoPage, rules.noCircles].flatMap((rule) => rule(quiet))).toEqual([]);
  });

  test('a lockfile or a setting that names a registry', () => {
    const host = ['registry', 'example', 'org'].join('.');
    const texts = [
      ['package-lock.json', `"resolved": ${JSON.stringify(`https://${host}/a.tgz`)}`],
      ['.npmrc', ['registry', 'https://example.org'].join('=')],
      ['README.md', 'It works with any registry. See npm.'],
    ] as const;
    expect(rules.namesRegistry(texts)).toEqual(['package-lock.json', '.npmrc']);
  });
});
