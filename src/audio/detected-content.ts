import { CONTAINER_HEAD, containerOf } from './containers.js';
import type { SoundContent } from './sound-content.js';

/** The formats that say in their first bytes what they are. */
export interface DetectableContents {
  mp3(): SoundContent;
  wav(): SoundContent;
  ogg(): SoundContent;
}

/**
 * Sound of which nothing is declared: the first bytes say what it is. What opens like no container is looked through
 * for MP3 frames, of which no other bytes hold any.
 */
export function createDetectedContent(contents: DetectableContents, usualRate: number): SoundContent {
  let content: SoundContent | null = null;
  let head = new Uint8Array();
  let unknown = false;

  function pick(): SoundContent {
    const container = containerOf(head);
    if (container === 'wav') return contents.wav();
    if (container === 'ogg') return contents.ogg();
    unknown = container !== 'mp3';
    return contents.mp3();
  }

  function begin(): void {
    content = pick();
    content.push(head);
  }

  return {
    get name() {
      return unknown || !content ? 'MP3, WAV or Ogg Opus' : content.name;
    },
    get sampleRate() {
      return content?.sampleRate ?? usualRate;
    },
    ready: (final) => content?.ready(final) ?? 0,
    push(bytes) {
      if (content) return content.push(bytes);
      const joined = new Uint8Array(head.length + bytes.length);
      joined.set(head);
      joined.set(bytes, head.length);
      head = joined;
      if (head.length >= CONTAINER_HEAD) begin();
    },
    end() {
      if (!content) begin();
      content?.end();
    },
    fault() {
      const fault = content?.fault() ?? null;
      return fault && unknown ? 'none of them, and a format without a header cannot be told from its bytes' : fault;
    },
    async read(from, count, signal) {
      return content ? content.read(from, count, signal) : new Float32Array(count);
    },
  };
}
