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
  // The head goes at once: a reader learns of the status before the first sound is made.
  response.flushHeaders();
  await pump(answer.body.getReader(), response);
}

async function pump(reader: ReadableStreamDefaultReader<Uint8Array>, response: ServerResponse): Promise<void> {
  const onClose = () => void reader.cancel().catch(() => {});
  response.once('close', onClose);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!response.write(value)) await drained(response);
  }
  response.off('close', onClose);
  response.end();
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
