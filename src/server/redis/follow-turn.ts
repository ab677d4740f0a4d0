import { StreamError } from '../../errors.js';
import { bytesFromBase64 } from '../../wire/base64.js';
import type { SpeechAnswer } from '../byte-source.js';
import type { RunScript } from './redis-client.js';
import { BROKEN, ENDED, FOLLOW, LEAVE } from './redis-turn-scripts.js';

/** The answer that another relay publishes, as it comes; null where that relay gave up before it began. */
export async function followTurn(
  run: RunScript,
  name: string,
  every: number,
  signal: AbortSignal,
): Promise<SpeechAnswer | null> {
  const items: string[] = [];
  let at = 0;
  let isOver = false;

  async function more(): Promise<boolean> {
    while (items.length === 0) {
      signal.throwIfAborted();
      const found = await run(FOLLOW, name, at);
      const [isAlive, ...chunks] = Array.isArray(found) ? found.map(String) : ['0'];
      at += chunks.length;
      items.push(...chunks);
      if (items.length === 0 && isAlive === '0') return false;
      if (items.length === 0) await new Promise((resolve) => setTimeout(resolve, every * 1000));
    }
    return true;
  }

  function leave(): void {
    if (!isOver) run(LEAVE, name).catch(() => {});
    isOver = true;
  }

  try {
    const head = (await more()) ? readHead(items.shift()) : null;
    if (!head) return null;
    return {
      ...head,
      source: {
        async next() {
          if (isOver) return null;
          const item = (await more().catch(() => false)) ? items.shift() : BROKEN;
          if (item !== undefined && item !== ENDED && item !== BROKEN) return bytesFromBase64(item);
          leave();
          if (item === ENDED) return null;
          throw new StreamError(
            'The relay that was buying this speech broke off, so the rest is missing. Keep what came, and ask again for the rest.',
          );
        },
        cancel: leave,
      },
    };
  } catch {
    // Redis cannot be asked any more: whoever waits buys for itself.
    leave();
    return null;
  }
}

function readHead(item: string | undefined): Pick<SpeechAnswer, 'status' | 'headers'> | null {
  if (item === undefined || item === BROKEN) return null;
  const { status, headers }: { status: number; headers: [string, string][] } = JSON.parse(item);
  return { status, headers: new Headers(headers) };
}
