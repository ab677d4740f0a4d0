import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './test/setup/chromium.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The package's own names, so that tests and stories import as its users do. */
const faces = [
  { find: /^react-readalong$/, replacement: at('src/index.ts') },
  { find: /^react-readalong\/server$/, replacement: at('src/server/index.ts') },
  { find: /^react-readalong\/offline$/, replacement: at('src/offline/index.ts') },
  { find: /^react-readalong\/styles\.css$/, replacement: at('src/styles.css') },
];

const react18 = ['react', 'react-dom'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: at(`test/react-18/node_modules/${name}`),
}));

/** A fresh object for each project: Vitest writes the project's name into it and refuses one that carries another's. */
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumFlags() } }),
  instances: [{ browser: 'chromium' as const }],
});

/** Bundled before the first test: a dependency found later reloads the page in the middle of a test. */
const optimizeDeps = {
  include: [
    '@bjorn3/browser_wasi_shim',
    '@tanstack/react-query',
    '@tanstack/react-virtual',
    '@testing-library/user-event',
    'axe-core',
    'downshift',
    'fast-check',
    'idb',
    'react',
    'react-dom',
    'react-dom/client',
    'react-dom/server.browser',
    'react/jsx-dev-runtime',
    'react/jsx-runtime',
    'valibot',
    'vitest-browser-react',
    'wasm-media-encoders',
  ],
};

/** Tests that run on the older React as well. */
const REACT_18 = [
  'bought-once',
  'clear-errors',
  'controls',
  'follow',
  'growing-transcript',
  'hidden-transcript',
  'hooks',
  'long-transcript-words',
  'nothing-lost',
  'read-along',
  'read-along-text',
  'same-place',
  'server-rendering',
  'transcript-keyboard',
  'voice-picker',
  'voices',
];

/** A condition is waited for, not a time: on a busy machine a second is short. */
const patience = { poll: { timeout: 5000 } };

const exclude = ['**/node_modules/**', 'dist/**'];
const onlyThisMachine = ['test/setup/only-this-machine.ts'];
const laws = ['test/setup/laws.ts'];

/** `import 'react-readalong/styles.css'` is for its effect, which TypeScript wants declared. */
const stylesAreDeclared: Plugin = {
  name: 'styles-are-declared',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'styles.d.ts', source: 'export {};\n' });
  },
};

export default defineConfig({
  plugins: [react(), stylesAreDeclared],
  resolve: { alias: faces },
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    lib: {
      entry: {
        index: at('src/index.ts'),
        'server/index': at('src/server/index.ts'),
        'offline/index': at('src/offline/index.ts'),
        'command/react-readalong-relay': at('src/command/react-readalong-relay.ts'),
        styles: at('src/styles.css'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: /^[^./\0]/,
      // A constant that is inlined leaves an empty import behind, of which apps' bundlers warn.
      optimization: { inlineConst: false },
      // One file a module, or 'use client' is lost.
      output: { preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js' },
    },
  },
  test: {
    env: { LAWS: process.env.LAWS ?? '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          // Laws run ten thousand times, beside browsers on the same two cores.
          testTimeout: 60_000,
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.{browser,dom}.test.{ts,tsx}', 'test/{package,site,examples}/**'],
          setupFiles: [...onlyThisMachine, ...laws, 'test/setup/sound-kit.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.dom.test.{ts,tsx}'],
          exclude,
          setupFiles: [...onlyThisMachine, ...laws],
        },
      },
      {
        // What `npm run build` made, by Node's own resolution: no aliases.
        resolve: { alias: [] },
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          exclude,
          setupFiles: onlyThisMachine,
        },
      },
      {
        // What `npm run storybook:build` made, as a web host would serve it.
        test: {
          name: 'site',
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['test/site/**/*.test.ts'],
          exclude,
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        optimizeDeps,
        test: {
          name: 'browser',
          // Sound is made in real time: beside other tests on two cores it would be late.
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          include: ['test/**/*.browser.test.{ts,tsx}'],
          exclude,
          setupFiles: laws,
          expect: patience,
          browser: chromium(),
        },
      },
      {
        extends: true,
        resolve: { alias: react18 },
        optimizeDeps,
        test: {
          name: 'react-18',
          sequence: { groupOrder: 3 },
          // What leans on React itself: its scheduling, its server rendering, refs and effects.
          include: [`test/react/{${REACT_18.join(',')}}.browser.test.tsx`],
          exclude,
          setupFiles: laws,
          expect: patience,
          browser: chromium(),
        },
      },
      {
        extends: true,
        optimizeDeps,
        plugins: [storybookTest({ configDir: at('.storybook') })],
        test: { name: 'storybook', sequence: { groupOrder: 4 }, browser: chromium() },
      },
      {
        // Projects of their own, installed from npm with the packed library: no aliases, and alone on the machine.
        test: {
          name: 'examples',
          sequence: { groupOrder: 5 },
          environment: 'node',
          include: ['test/examples/**/*.test.ts'],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
