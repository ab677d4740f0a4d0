import type { PageSays, WorkerProgress, WorkerRequest, WorkerSays, WorkerStart } from './worker-messages.js';

/** A `fetch` whose server is a relay in a worker, started with the first request. */
export function createWorkerFetch(
  start: WorkerStart,
  onProgress: (loaded: number, total: number | null) => void,
): typeof fetch {
  let worker: Worker | null = null;
  const startWorker = () => {
    const started = new Worker(new URL('./relay-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<WorkerProgress>) => onProgress(data.loaded, data.total);
    started.postMessage(start);
    return started;
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.method === 'GET' ? null : await request.text();
    request.signal.throwIfAborted();
    worker ??= startWorker();
    const { port1, port2 } = new MessageChannel();
    const answer = receive(port1, request.signal);
    const message: WorkerRequest = { url: request.url, method: request.method, headers: [...request.headers], body };
    worker.postMessage(message, [port2]);
    return answer;
  };
}

/** Answers as the network would: rejects when aborted or unreachable, and hands out the body piece by piece on demand. */
function receive(port: MessagePort, signal: AbortSignal): Promise<Response> {
  const say = (message: PageSays) => port.postMessage(message);
  const listen = (hear: (message: WorkerSays) => void, giveUp: (error: unknown) => void) => {
    port.onmessage = ({ data }: MessageEvent<WorkerSays>) => {
      if (data.kind === 'failure') giveUp(new TypeError(data.message));
      else hear(data);
    };
    signal.onabort = () => {
      say('abort');
      giveUp(signal.reason);
    };
  };
  const body = () =>
    new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          say('pull');
          return new Promise((resolve) => {
            const hear = (message: WorkerSays) => {
              if (message.kind === 'piece') controller.enqueue(message.bytes);
              else controller.close();
              resolve();
            };
            // By the controller: an abort may come while nothing is being pulled.
            listen(hear, (error) => {
              controller.error(error);
              resolve();
            });
          });
        },
        cancel: () => say('abort'),
      },
      // Nothing is asked for before the reader wants it.
      { highWaterMark: 0 },
    );
  return new Promise((resolve, reject) => {
    listen((message) => {
      if (message.kind !== 'head') return;
      resolve(new Response(message.hasBody ? body() : null, { status: message.status, headers: message.headers }));
    }, reject);
  });
}
