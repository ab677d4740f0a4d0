import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readReference } from './read-reference.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const NAME = 'virtual:reference';

/** Hands `virtual:reference` to stories: all that the package exports, read from its sources when Storybook is built. */
export function referencePlugin(): Plugin {
  return {
    name: 'readalong-reference',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const reference = readReference(root);
      for (const { entries } of reference) for (const { file } of entries) this.addWatchFile(join(root, file));
      return `export default ${JSON.stringify(reference)}`;
    },
  };
}
