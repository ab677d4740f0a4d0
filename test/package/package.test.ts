import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORTED_NAMES } from '../architecture/faces.js';
import { readModule } from '../architecture/read-module.js';
import { readRepository } from '../architecture/read-repository.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
/** Runs a module in a bare Node, which finds the package by its own name and its exports. */
const node = (script: string, ...flags: string[]) =>
  execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' });

beforeAll(() => {
  if (!existsSync(`${root}dist/index.js`)) throw new Error('There is no dist/ to test. Run `npm run build` first.');
});

describe('the built package', () => {
  test.each(['react-readalong', 'react-readalong/server', 'react-readalong/offline'])(
    '%s loads where there is no page',
    (entry) => {
      expect(node(`const names = Object.keys(await import('${entry}')); console.log(names.length > 0)`)).toBe('true\n');
    },
  );

  test.each(Object.keys(EXPORTED_NAMES))('%s exports the same values as its source', (path) => {
    const built = path.replace(/^src/, 'dist').replace(/\.ts$/, '.js');
    const values = readModule(built, read(built)).exports;
    expect(values.length).toBeGreaterThan(0);
    expect(EXPORTED_NAMES[path]).toEqual(expect.arrayContaining([...values]));
  });

  test('the server entry is not to be had in a browser, where it would ask for the key', () => {
    const load = () => node("await import('react-readalong/server')", '--conditions=browser');
    expect(load).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/);
  });

  test("each module that says 'use client' in the source says it in the build", () => {
    const client = readRepository('src/react', /\.tsx?$/).filter(([path, text]) => readModule(path, text).hasUseClient);
    const built = client
      .map(([path]) => path.replace(/^src/, 'dist').replace(/\.tsx?$/, '.js'))
      .filter((path) => existsSync(root + path));
    expect(built.length).toBeGreaterThan(0);
    for (const path of built) expect(read(path)).toMatch(/^["']use client["']/);
  });

  test('server components that import names of the library get client references, not a broken face', () => {
    expect(read('dist/index.js')).not.toMatch(/use client/);
  });

  test('no module imports another for nothing, of which bundlers warn', () => {
    const built = readdirSync(`${root}dist`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.js'),
    );
    expect(built.length).toBeGreaterThan(10);
    expect(built.filter((path) => /^import ["']/m.test(read(`dist/${path}`)))).toEqual([]);
  });

  test('the theme is plain CSS in a cascade layer', () => {
    expect(read('dist/styles.css')).toMatch(/@layer readalong/);
  });

  test('nothing but the build, its declarations and the documents is published', () => {
    const [pack] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
    );
    const paths: string[] = pack.files.map((file: { path: string }) => file.path);
    const strange = paths.filter(
      (path) => !/^(dist\/.+\.(js|js\.map|d\.ts|css)|package\.json|README\.md|LICENSE)$/.test(path),
    );
    expect(strange).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'dist/index.d.ts', 'dist/styles.css']));
  });
});
