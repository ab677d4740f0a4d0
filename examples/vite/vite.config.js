import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { relay } from './relay.js';

/** The relay, in the dev server and in the preview of the build. In production your own server mounts it. */
const relayPlugin = {
  name: 'relay',
  configureServer: ({ middlewares }) => void middlewares.use('/api/speech', relay),
  configurePreviewServer: ({ middlewares }) => void middlewares.use('/api/speech', relay),
};

export default defineConfig({ plugins: [react(), relayPlugin] });
