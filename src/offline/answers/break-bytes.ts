import { createByteQueue } from '../encoders/byte-queue.js';
import { seededNumber } from '../seeded-number.js';
import { type Fault, faultsOf } from './fault.js';

/** The writes of an answer with the faults that have to do with bytes: a cut, then other sizes. */
export function breakBytes(
  writes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  faults: readonly Fault[],
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const cut = faultsOf(faults, 'cut').find((fault) => fault.afterBytes !== undefined);
  const recut = faultsOf(faults, 'recut')[0];
  const kept = cut ? cutBytes(writes, cut.afterBytes ?? 0, cut.how ?? 'error') : writes;
  return recut ? recutBytes(kept, recut) : kept;
}

async function* cutBytes(writes: AsyncIterable<Uint8Array<ArrayBuffer>>, afterBytes: number, how: 'error' | 'end') {
  let left = afterBytes;
  for await (const bytes of writes) {
    if (bytes.length <= left) {
      left -= bytes.length;
      yield bytes;
      continue;
    }
    if (left > 0) yield bytes.slice(0, left);
    if (how === 'end') return;
    throw new TypeError('terminated');
  }
}

async function* recutBytes(writes: AsyncIterable<Uint8Array<ArrayBuffer>>, fault: Extract<Fault, { kind: 'recut' }>) {
  const [smallest, largest] = typeof fault.size === 'number' ? [fault.size, fault.size] : fault.size;
  const queue = createByteQueue();
  let index = 0;
  const nextSize = () =>
    Math.max(1, smallest + Math.floor(seededNumber(fault.seed ?? 0, index++) * (largest - smallest + 1)));
  let size = nextSize();
  for await (const bytes of writes) {
    for (queue.push(bytes); queue.size() >= size; size = nextSize()) yield queue.take(size);
  }
  if (queue.size() > 0) yield queue.take(queue.size());
}
