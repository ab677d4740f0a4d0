import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal } from './answer.js';
import { nodeRequest } from './node-request.js';
import { sendNodeResponse } from './node-response.js';

/**
 * A handler as a listener for `node:http`, connect and Express. The request's signal aborts when the client goes away,
 * and a slow client slows the handler's stream down.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    answer(message, handler, gone.signal)
      .then((answered) => sendNodeResponse(answered, response))
      // Nobody is left to be told: the client went away, or the stream broke after its head was sent.
      .catch(() => response.destroy());
  };
}

async function answer(
  message: IncomingMessage,
  handler: (request: Request) => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  const request = nodeRequest(message, signal);
  if (!request) {
    return refusal(
      400,
      'invalid_request',
      'The request line is not one that HTTP allows here. Send a plain absolute path.',
    );
  }
  try {
    return await handler(request);
  } catch (error) {
    if (signal.aborted) throw error;
    return refusal(500, 'relay_failed', 'The server failed, so nothing was spoken. Its operator should check its log.');
  }
}
