import { milliseconds } from './milliseconds.js';

/** A wait that may last so long, one of many for one stream: `begin` and `pause` cost next to nothing, since one timer serves them all. */
export interface Silence {
  begin(): void;
  pause(): void;
  /** Lets go of the timer. */
  end(): void;
}

/** Calls `onSilent` when a wait has lasted so many seconds. */
export function createSilence(seconds: number, onSilent: () => void): Silence {
  const most = milliseconds(seconds);
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const check = () => {
    timer = null;
    if (since === null) return;
    const left = most - (performance.now() - since);
    if (left <= 0) onSilent();
    else timer = setTimeout(check, left);
  };
  return {
    begin() {
      since = performance.now();
      timer ??= setTimeout(check, most);
    },
    pause() {
      since = null;
    },
    end() {
      since = null;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
