import { joinBytes } from '../audio/join-bytes.js';
import type { Relay } from '../relay/relay.js';
import type { SpeechRequest } from '../relay/speech-request.js';

/** What a voice says where it has no preview. It is bought, once for each voice: a text, or all of a request but its voice. */
export type PreviewLine = string | Omit<SpeechRequest, 'voiceId' | 'stream' | 'timestamps' | 'outputFormat'>;

/** Lines that were bought, as addresses for an audio element. */
export interface SpokenLines {
  /** The line of a voice. Buys it the first time, and again only after that failed. */
  url(voiceId: string, line: PreviewLine): Promise<string>;
  /** Ends what is being bought and frees what was. It can be asked again. */
  dispose(): void;
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
export function createSpokenLines(relay: Pick<Relay, 'speak'>): SpokenLines {
  const bought = new Map<string, Promise<string>>();
  const made = new Set<string>();
  let controller = new AbortController();

  async function buy(voiceId: string, line: PreviewLine): Promise<string> {
    const { signal } = controller;
    const request = typeof line === 'string' ? { text: line } : line;
    const { chunks } = await relay.speak({ ...request, voiceId, stream: false, timestamps: false }, { signal });
    const pieces: Uint8Array[] = [];
    for await (const { audio } of chunks) pieces.push(audio);
    signal.throwIfAborted();
    const url = URL.createObjectURL(new Blob([joinBytes(pieces)], { type: 'audio/mpeg' }));
    made.add(url);
    return url;
  }

  return {
    url(voiceId, line) {
      const key = JSON.stringify([voiceId, line]);
      const known = bought.get(key) ?? buy(voiceId, line);
      bought.set(key, known);
      known.catch(() => bought.delete(key));
      return known;
    },
    dispose() {
      controller.abort();
      controller = new AbortController();
      for (const url of made) URL.revokeObjectURL(url);
      made.clear();
      bought.clear();
    },
  };
}

const textOf = (line: PreviewLine): string => (typeof line === 'string' ? line : line.text);
