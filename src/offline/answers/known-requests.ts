/** The requests that later ones may follow on from. */
export interface KnownRequests {
  /** Remembers a request whose body was read to its end just now. */
  add(requestId: string): void;
  has(requestId: string): boolean;
}

const LIFETIME_SECONDS = 2 * 60 * 60;

/** Remembers requests for two hours, as the API does for request stitching. `now` is in seconds. */
export function createKnownRequests(now: () => number): KnownRequests {
  const endedAt = new Map<string, number>();
  const forgetOld = () => {
    for (const [requestId, ended] of endedAt) if (now() - ended > LIFETIME_SECONDS) endedAt.delete(requestId);
  };
  return {
    add(requestId) {
      forgetOld();
      endedAt.set(requestId, now());
    },
    has(requestId) {
      forgetOld();
      return endedAt.has(requestId);
    },
  };
}
