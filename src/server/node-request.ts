import type { IncomingMessage } from 'node:http';
import { noteClientAddress } from './client-address.js';

/** `.` and `..`, also percent-encoded: URL parsers resolve them, so what a proxy let through would not be what is served. */
const DOT_SEGMENT = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\]|$)/i;

/** A Node request as a web Request, its body read on demand; null where its line makes no safe URL. */
export function nodeRequest(message: IncomingMessage, signal: AbortSignal): Request | null {
  const url = absoluteUrl(message);
  const method = message.method ?? 'GET';
  if (!url) return null;
  const init: RequestInit & { duplex: 'half' } = { method, headers: webHeaders(message), signal, duplex: 'half' };
  if (method !== 'GET' && method !== 'HEAD') init.body = parsedBody(message) ?? bodyStream(message);
  try {
    const request = new Request(url, init);
    noteClientAddress(request, message.socket.remoteAddress);
    return request;
  } catch {
    // TRACE and CONNECT, which no Request may carry.
    return null;
  }
}

function absoluteUrl(message: IncomingMessage): string | null {
  // connect and Express cut the mount path off `url` and keep the whole in `originalUrl`.
  const raw = 'originalUrl' in message && typeof message.originalUrl === 'string' ? message.originalUrl : message.url;
  const path = (raw ?? '').replace(/^https?:\/\/[^/?#]*/i, '');
  if (!path.startsWith('/') || path.includes('\\') || DOT_SEGMENT.test(path.split(/[?#]/, 1).join(''))) return null;
  const scheme = 'encrypted' in message.socket ? 'https' : 'http';
  const host = message.headers.host ?? '';
  const origin = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i.test(host) ? host : 'localhost';
  const url = `${scheme}://${origin}${path}`;
  return URL.canParse(url) ? url : null;
}

function webHeaders(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const name = message.rawHeaders[i] ?? '';
    // HTTP/2 names its pseudo headers with a colon, which no Headers takes.
    if (!name.startsWith(':')) headers.append(name, message.rawHeaders[i + 1] ?? '');
  }
  return headers;
}

/** What a JSON middleware (`express.json()`) made of the body that it has already read, as JSON again. */
function parsedBody(message: IncomingMessage): string | null {
  if (!message.readableEnded || !('body' in message)) return null;
  const { body } = message;
  return typeof body === 'object' && body !== null ? JSON.stringify(body) : null;
}

function bodyStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  let onData = (_chunk: Uint8Array): void => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        if (message.readableEnded) return controller.close();
        onData = (chunk) => {
          message.pause();
          controller.enqueue(new Uint8Array(chunk));
        };
        // Paused first, or a listener for data would start the flow.
        message.pause();
        message.on('data', onData);
        message.once('end', () => closeQuietly(controller));
        message.once('error', (error) => controller.error(error));
        // A body that was cut closes without an end.
        message.once('close', () => controller.error(new TypeError('The request was cut.')));
      },
      pull: () => void message.resume(),
      cancel: () => void message.off('data', onData).pause(),
    },
    { highWaterMark: 0 },
  );
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // Cancelled before its end came.
  }
}
