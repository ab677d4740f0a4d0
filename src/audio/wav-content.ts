import type { ByteStore } from './byte-store.js';
import { readSamples } from './sample-coding.js';
import type { SoundContent } from './sound-content.js';
import { createWavHeaderReader } from './wav-header.js';

/** WAV as it arrives: samples behind a header, which says their rate. Several channels are mixed to one. */
export function createWavContent(bytes: ByteStore, declaredRate: number): SoundContent {
  const reader = createWavHeaderReader();

  function ready(): number {
    const { header } = reader;
    if (!header) return 0;
    const length = Math.min(header.length, bytes.length - header.offset);
    return Math.max(0, Math.floor(length / (header.channels * header.coding.bytes)));
  }

  return {
    name: 'WAV',
    get sampleRate() {
      return reader.header?.sampleRate ?? declaredRate;
    },
    ready,
    push: reader.push,
    end() {},
    fault: () => reader.fault ?? (!reader.header ? 'no WAV header' : ready() > 0 ? null : 'a header and no sound'),
    async read(from, count, signal) {
      const { header } = reader;
      if (!header || count === 0) return new Float32Array(count);
      const each = header.channels * header.coding.bytes;
      const raw = await bytes.read(header.offset + from * each, header.offset + (from + count) * each);
      signal.throwIfAborted();
      return readSamples(raw, count, header.coding, header.channels);
    },
  };
}
