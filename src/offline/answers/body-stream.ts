/** A response body that asks for the next write only when its reader wants it, and stops the writer when its reader leaves or the request is aborted. */
export function bodyStream(
  writes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  request: Request,
  stop: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = writes[Symbol.asyncIterator]();
  const leave = () => {
    stop();
    // A writer that waits ends by its signal, one that does not by this.
    iterator.return?.().catch(() => {});
  };
  return new ReadableStream(
    {
      start(controller) {
        const abort = () => {
          controller.error(request.signal.reason);
          leave();
        };
        if (request.signal.aborted) abort();
        else request.signal.addEventListener('abort', abort, { once: true });
      },
      async pull(controller) {
        const step = await iterator.next();
        if (request.signal.aborted) return;
        if (step.done) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
}
