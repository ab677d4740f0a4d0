/** Ties one call upstream to the client's request: whichever ends first ends the other. */
export interface UpstreamLink {
  /** Goes upstream. */
  readonly signal: AbortSignal;
  /** Ends the call upstream. */
  abort(reason?: unknown): void;
  /** Runs when the client has gone away; not for `abort()`. One listener. */
  onAbort(listener: (reason: unknown) => void): void;
  /** Lets go of the client's request, once nothing is left to abort. */
  release(): void;
}

/** Links a call to a request. Throws the request's own abort reason if that has gone away already. */
export function createUpstreamLink(request: Request): UpstreamLink {
  request.signal.throwIfAborted();
  const controller = new AbortController();
  let listener: ((reason: unknown) => void) | null = null;
  // The request is held here on purpose: Node lets a Request's signal go deaf once the Request is collected.
  const onClientGone = () => {
    const reason: unknown = request.signal.reason;
    controller.abort(reason);
    listener?.(reason);
    listener = null;
  };
  const release = () => {
    request.signal.removeEventListener('abort', onClientGone);
    listener = null;
  };
  request.signal.addEventListener('abort', onClientGone, { once: true });
  return {
    signal: controller.signal,
    abort(reason) {
      release();
      controller.abort(reason);
    },
    onAbort(next) {
      if (request.signal.aborted) next(request.signal.reason);
      else listener = next;
    },
    release,
  };
}
