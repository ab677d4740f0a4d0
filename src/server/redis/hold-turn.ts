import { base64FromBytes } from '../../wire/base64.js';
import type { OwnTurn } from '../sharing/turn.js';
import type { RunScript } from './redis-client.js';
import { BROKEN, END, ENDED, PUBLISH, RENEW } from './redis-turn-scripts.js';

/** Keeps the lease of a purchase, and publishes it from the moment a relay elsewhere waits for it. */
export function holdTurn(run: RunScript, lease: number): OwnTurn {
  let waiters = 0;
  let isOver = false;
  let publish = async (): Promise<void> => {};
  let onUnwanted = (): void => {};
  let publishing: Promise<void> | null = null;

  async function renew(): Promise<void> {
    const count = Number(await run(RENEW).catch(() => 0));
    if (isOver) return;
    waiters = Math.max(0, count);
    if (waiters > 0) publishing ??= publish();
    else onUnwanted();
  }

  // Often enough that who waits elsewhere waits half a second at most.
  const renewal = setInterval(() => void renew(), Math.min(500, (lease * 1000) / 3));
  return {
    mine: true,
    begin({ status, headers }, running, whenUnwanted) {
      onUnwanted = whenUnwanted;
      publish = async () => {
        if (!running.isWhole()) return;
        const source = running.read();
        try {
          await run(PUBLISH, JSON.stringify({ status, headers: [...headers] }));
          for (;;) {
            const chunk = await source.next();
            await run(PUBLISH, chunk ? base64FromBytes(chunk) : ENDED);
            if (!chunk) break;
          }
        } catch {
          await run(PUBLISH, BROKEN).catch(() => {});
        }
        source.cancel();
      };
      if (waiters > 0) publishing ??= publish();
    },
    isWanted: () => waiters > 0,
    end() {
      if (isOver) return;
      isOver = true;
      clearInterval(renewal);
      // What is being published is in memory by now: it may take its time, but not keep others from buying.
      void (publishing ?? Promise.resolve()).finally(() => run(END).catch(() => {}));
    },
  };
}
