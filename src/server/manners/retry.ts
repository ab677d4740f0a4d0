/** How calls that bought nothing are tried again. */
export interface RetryOptions {
  /** Further attempts. @default 2 */
  retries?: number;
  /** Seconds of the first pause at most, doubled each time; chance picks from the upper half, so that relays do not come back at once. @default 0.5 */
  pause?: number;
  /** Seconds above which a `Retry-After` is passed on instead of waited for. @default 2 */
  longest?: number;
}

/** Statuses by which the API says that it did not begin. */
const NOT_BEGUN = new Set([429, 503]);
/** Faults of a connection that never was: nothing can have been bought. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Sends until an answer is final. Speech is sent again only where nothing can have been bought; voices (`isFree`) after any fault.
 */
export async function sendWithRetry(
  send: () => Promise<Response>,
  isFree: boolean,
  signal: AbortSignal,
  { retries = 2, pause = 0.5, longest = 2 }: RetryOptions,
): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const longestPause = pause * 2 ** attempt;
    let wait = longestPause * (0.5 + Math.random() / 2);
    try {
      const answer = await send();
      if (attempt >= retries || !(NOT_BEGUN.has(answer.status) || (isFree && answer.status >= 500))) return answer;
      const asked = Number(answer.headers.get('retry-after') ?? 0);
      if (!(asked <= longest)) return answer;
      wait = Math.max(wait, asked);
      answer.body?.cancel().catch(() => {});
    } catch (error) {
      if (signal.aborted || attempt >= retries || !(isFree || wasNeverSent(error))) throw error;
    }
    await pauseFor(wait, signal);
  }
}

function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_SENT.has(String(cause.code));
}

function pauseFor(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onGone = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onGone);
      resolve();
    }, seconds * 1000);
    if (signal.aborted) onGone();
    signal.addEventListener('abort', onGone, { once: true });
  });
}
