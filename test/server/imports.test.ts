import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const room = new URL('../../src/server/', import.meta.url);
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('node/'),
);
const sources = files.map((name) => ({ name, text: readFileSync(new URL(name, room), 'utf8') }));

it('runs wherever there are Request and Response: no React, no Web Audio, nothing of Node at run time', () => {
  expect(files).toContain('index.ts');
  for (const { name, text } of sources) {
    const imports = [...text.matchAll(/^(import|export)( type)? [^;]*? from '([^']+)'/gm)];
    for (const [, , isType, from] of imports) {
      const allowed = isType ? /^(?:\.\/|(?:\.\.\/)+[a-z]|node:http$|valibot$)/ : /^(?:\.\/|(?:\.\.\/)+[a-z]|valibot$)/;
      expect(from, `${name} imports ${from}`).toMatch(allowed);
    }
    expect(text, `${name} touches a global of browsers or Node`).not.toMatch(
      /\b(?:window|document|navigator|AudioContext|process|Buffer)[.(]/,
    );
  }
});
