import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createWindowCache } from '../../src/audio/window-cache.js';

const { signal } = new AbortController();

it('keeps no more of many parts than of one: what was read last', async () => {
  const decoded: string[] = [];
  const caches = Array.from({ length: 100 }, (_, part) =>
    createWindowCache({
      window: 100,
      total: 1000,
      async decode(from, to) {
        decoded.push(`${part} ${from}`);
        return new Float32Array(to - from).fill(part);
      },
    }),
  );
  for (const cache of caches) await cache.read(0, 100, signal);
  expect(decoded.length).toBe(100);
  // The last 20 are there still.
  for (const cache of caches.slice(80)) await cache.read(0, 100, signal);
  expect(decoded.length).toBe(100);
  const again = await caches[0]?.read(0, 100, signal);
  expect(decoded.at(-1)).toBe('0 0');
  expect(again?.[5]).toBe(0);
});

it('holds nothing of a sound that is gone but its windows', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  async function readOnce(): Promise<WeakRef<object>> {
    const bytes = { all: new Uint8Array(1e6) };
    const cache = createWindowCache({
      window: 1000,
      total: 1e6,
      decode: async (from, to) => new Float32Array(to - from).fill(bytes.all[from] ?? 0),
    });
    await cache.read(0, 10, signal);
    return new WeakRef(bytes);
  }
  const gone = await readOnce();
  await expect
    .poll(() => {
      collect();
      return gone.deref() === undefined;
    })
    .toBe(true);
});
