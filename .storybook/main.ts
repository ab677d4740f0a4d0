import { defineMain } from '@storybook/react-vite/node';
import { mergeConfig } from 'vite';
import { referencePlugin } from './reference-plugin.js';
import { relayPlugin } from './relay-plugin.js';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (config) =>
    mergeConfig(config, {
      plugins: [relayPlugin(), referencePlugin()],
      // Stories within pages: a dependency that is found later reloads the page in the middle of a test.
      optimizeDeps: { include: ['@storybook/react-vite'] },
      // The relay's worker loads its encoder on demand, which only modules can.
      worker: { format: 'es' },
      // light-dark() stays: what older targets get instead ignores a color-scheme that is set by an attribute.
      build: { cssTarget: 'esnext' },
      server: { watch: { ignored: ['**/dist/**', '**/storybook-static/**', '**/test-results/**'] } },
    }),
});
