import type { PcmPart } from './part.js';

/** A way to read of which others hear: what was decoded once to be heard need not be decoded again to be looked at. */
export function createHeardReads(read: PcmPart['read']): Required<Pick<PcmPart, 'read' | 'onRead'>> {
  const listeners = new Set<Parameters<Required<PcmPart>['onRead']>[0]>();
  return {
    async read(from, count, signal) {
      const samples = await read(from, count, signal);
      for (const listener of listeners) listener(from, samples);
      return samples;
    },
    onRead(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
