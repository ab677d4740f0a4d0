/** Every name that each entry exports, types included. A change here is a change of the public contract. */
export const EXPORTED_NAMES: Readonly<Record<string, readonly string[]>> = {
  'src/index.ts': [],
  'src/server/index.ts': [],
  'src/offline/index.ts': [],
};
