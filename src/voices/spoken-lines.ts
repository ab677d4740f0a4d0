import { joinBytes } from '../audio/join-bytes.js';
import type { Relay } from '../relay/relay.js';
import type { SpeechRequest } from '../relay/speech-request.js';

/** What a voice says where it has no preview. It is bought, once for each voice: a text, or all of a request but its voice. */
export type PreviewLine = string | Omit<SpeechRequest, 'voiceId' | 'stream' | 'timestamps' | 'outputFormat'>;

/** Lines that were bought, as files that can be played. */
export interface SpokenLines {
  /** The line of a voice. Buys it the first time, and again only after that failed or was long ago. */
  open(voiceId: string, line: PreviewLine): Promise<Blob>;
}

export interface SpokenLinesOptions {
  /** Bytes of lines to keep; those that were heard longest ago go first. @default 30 MB, some hundred lines */
  keptBytes?: number;
}

/** Whether a line says anything. */
export const hasWords = (line: PreviewLine): boolean => textOf(line).trim() !== '';

/** What the API counts of a line: Unicode code points. */
export function lineLength(line: PreviewLine): number {
  return [...textOf(line)].length;
}

const shelves = new WeakMap<Pick<Relay, 'speak'>, SpokenLines>();

/** The lines that were bought through a relay, by whatever component: what was paid for outlives a list that closes. */
export function spokenLinesOf(relay: Pick<Relay, 'speak'>): SpokenLines {
  const lines = shelves.get(relay) ?? createSpokenLines(relay);
  shelves.set(relay, lines);
  return lines;
}

/** Creates an empty shelf of lines. Buys nothing by itself. */
export function createSpokenLines(
  relay: Pick<Relay, 'speak'>,
  { keptBytes = 30e6 }: SpokenLinesOptions = {},
): SpokenLines {
  // Files and not addresses: an address keeps its bytes until the page goes, a file can lie on disk and goes with its relay.
  const bought = new Map<string, Promise<Blob>>();
  const sizes = new Map<string, number>();

  async function buy(voiceId: string, line: PreviewLine): Promise<Blob> {
    const request = typeof line === 'string' ? { text: line } : line;
    // Whatever a line without types asks for, the file is what it says that it is.
    const playable = { voiceId, stream: false, timestamps: false, outputFormat: 'mp3_44100_128' } as const;
    const { chunks } = await relay.speak({ ...request, ...playable });
    const pieces: Uint8Array[] = [];
    for await (const { audio } of chunks) pieces.push(audio);
    return new Blob([joinBytes(pieces)], { type: 'audio/mpeg' });
  }
  /** The one that was heard last stays, whatever its size. */
  function keep(key: string, size: number): void {
    sizes.delete(key);
    sizes.set(key, size);
    let kept = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    for (const [oldest, bytes] of sizes) {
      if (kept <= keptBytes || oldest === key) break;
      kept -= bytes;
      sizes.delete(oldest);
      bought.delete(oldest);
    }
  }

  return {
    open(voiceId, line) {
      const key = JSON.stringify([voiceId, line]);
      const known = bought.get(key) ?? buy(voiceId, line);
      bought.set(key, known);
      known.then(
        ({ size }) => bought.get(key) === known && keep(key, size),
        () => bought.delete(key),
      );
      return known;
    },
  };
}

const textOf = (line: PreviewLine): string => (typeof line === 'string' ? line : line.text);
