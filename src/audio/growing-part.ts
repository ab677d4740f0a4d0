import { AudioError } from '../errors.js';
import type { ByteStore } from './byte-store.js';
import { DESCRIBED, describeBytes } from './describe-bytes.js';
import { createHeardReads } from './heard-reads.js';
import { createListeners } from './listeners.js';
import type { GrowingPart } from './part.js';
import type { SoundContent } from './sound-content.js';

/** A part that fills a store with bytes and lets its content make sound of them. */
export function createGrowingPart(id: string, bytes: ByteStore, content: SoundContent): GrowingPart {
  const listeners = createListeners();
  const head = new Uint8Array(DESCRIBED);
  let final = false;
  return {
    id,
    get sampleRate() {
      return content.sampleRate;
    },
    frames: () => ({ ready: content.ready(final), final }),
    ...createHeardReads(content.read),
    onGrow: listeners.add,
    append(chunk) {
      if (bytes.length < DESCRIBED) head.set(chunk.subarray(0, DESCRIBED - bytes.length), bytes.length);
      // Before the bytes are there: of some formats they are the sound.
      const before = content.ready(final);
      bytes.append(chunk);
      content.push(chunk);
      if (content.ready(final) > before) listeners.call();
    },
    end() {
      content.end();
      final = true;
      listeners.call();
      const fault = content.fault();
      if (fault === null) return null;
      if (bytes.length === 0) {
        return new AudioError(
          `${content.name} was expected, but none came (0 bytes). There is nothing to hear. Ask for it again.`,
        );
      }
      const looks = describeBytes(head.subarray(0, bytes.length));
      return new AudioError(
        `${content.name} was expected, but ${bytes.length} bytes hold ${fault}${looks}. There is nothing to hear. Declare the \`outputFormat\` that was really asked for.`,
      );
    },
    get byteLength() {
      return bytes.length;
    },
    received: () => bytes.read(0, bytes.length),
  };
}
