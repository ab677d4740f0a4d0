/** What a call upstream is made for: a client's request, or a purchase that several share. */
export interface Holder {
  readonly signal: AbortSignal;
}

/** Ties one call upstream to whoever asked for it, until its answer has begun. */
export interface UpstreamLink {
  /** Goes upstream. */
  readonly signal: AbortSignal;
  /** Ends the call upstream, and frees what was taken for it. */
  abort(reason?: unknown): void;
  /** The call has ended by itself: frees what was taken for it. */
  release(): void;
  /** The answer has begun: from here on, whoever reads it ends the call. */
  letGo(): void;
}

/** Links a call to its holder. Throws the holder's own abort reason if that has gone away already. */
export function createUpstreamLink(holder: Holder, free: () => void): UpstreamLink {
  const controller = new AbortController();
  // The holder is kept here on purpose: Node lets a Request's signal go deaf once the Request is collected.
  const onGone = () => controller.abort(holder.signal.reason);
  const letGo = () => holder.signal.removeEventListener('abort', onGone);
  let release = () => {
    release = () => {};
    letGo();
    free();
  };
  holder.signal.addEventListener('abort', onGone, { once: true });
  return {
    signal: controller.signal,
    abort(reason) {
      release();
      controller.abort(reason);
    },
    release: () => release(),
    letGo,
  };
}
