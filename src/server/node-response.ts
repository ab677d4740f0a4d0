import type { ServerResponse } from 'node:http';

/** Writes a web Response to a Node one, as fast as the client reads. Rejects when the body fails or the client goes away. */
export async function sendNodeResponse(answer: Response, response: ServerResponse): Promise<void> {
  if (response.destroyed) {
    await answer.body?.cancel();
    return;
  }
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  // The loop leaves the last cookie only: they are the one header that repeats.
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (!answer.body) return void response.end();
  const turn = createTurn(response);
  try {
    await pump(answer.body.getReader(), response, turn);
  } finally {
    // What came before a break leaves too: the paid part of the speech is the reader's.
    turn.flush();
  }
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  response: ServerResponse,
  turn: Turn,
): Promise<void> {
  const onClose = () => void reader.cancel().catch(() => {});
  response.once('close', onClose);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    turn.hold();
    if (!response.write(value)) await drained(response);
  }
  response.off('close', onClose);
  response.end();
}

interface Turn {
  /** What is written from here to the end of this turn of the event loop leaves as one packet. */
  hold(): void;
  /** All that was written, and the head, leaves now. */
  flush(): void;
}

/** Gathers what is written within one turn of the event loop. The head waits so long for the first sound, and no longer. */
function createTurn(response: ServerResponse): Turn {
  const { socket } = response;
  let isHeld = false;
  const flush = () => {
    clearImmediate(next);
    if (!response.headersSent && !response.destroyed) response.flushHeaders();
    if (isHeld) socket?.uncork();
    isHeld = false;
  };
  let next = setImmediate(flush);
  return {
    hold() {
      if (isHeld) return;
      isHeld = true;
      socket?.cork();
      clearImmediate(next);
      next = setImmediate(flush);
    },
    flush,
  };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.once('drain', settle);
    response.once('close', settle);
    // Closed in the meantime: neither event comes again.
    if (response.destroyed) settle();
  });
}
