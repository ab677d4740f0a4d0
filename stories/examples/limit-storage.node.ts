import { limitStorage } from 'react-readalong/server';
import { createStorage } from 'unstorage';

/** A storage that is kept below a hundred bytes: what was used longest ago goes. */
export default async function keepBelow() {
  const storage = createStorage();
  const limited = limitStorage(storage, { maxBytes: 100 });
  for (const name of ['first', 'second', 'third']) await limited.setItemRaw(name, new Uint8Array(40));
  return (await storage.getKeys()).join('\n');
}
