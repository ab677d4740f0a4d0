import { createStandIn } from './stand-in.js';
import type { PageSays, WorkerProgress, WorkerRequest, WorkerSays, WorkerStart } from './worker-messages.js';

let handle: ReturnType<typeof createStandIn> | null = null;

self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<WorkerStart | WorkerRequest>) => {
  if ('prefix' in data) {
    handle = createStandIn({
      ...data,
      onProgress: (loaded, total) => self.postMessage({ loaded, total } satisfies WorkerProgress),
    });
  } else if (port && handle) {
    void answer(handle, data, port);
  }
});

async function answer(handler: ReturnType<typeof createStandIn>, { url, ...init }: WorkerRequest, port: MessagePort) {
  const say = (message: WorkerSays, bytes?: Uint8Array<ArrayBuffer>) =>
    port.postMessage(message, bytes ? [bytes.buffer] : []);
  const fail = (error: unknown) => say({ kind: 'failure', message: String(error) });
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  port.onmessage = ({ data }: MessageEvent<PageSays>) => {
    if (data === 'abort') {
      controller.abort();
      reader?.cancel().catch(() => {});
      port.close();
      return;
    }
    reader?.read().then(({ done, value }) => {
      if (done) {
        say({ kind: 'end' });
        port.close();
        return;
      }
      // A copy: the chunk may be a view of memory that its maker still uses.
      const bytes = new Uint8Array(value);
      say({ kind: 'piece', bytes }, bytes);
    }, fail);
  };

  try {
    const response = await handler(new Request(url, { ...init, signal: controller.signal }));
    reader = response.body?.getReader();
    say({ kind: 'head', status: response.status, headers: [...response.headers], hasBody: reader !== undefined });
  } catch (error) {
    fail(error);
  }
}
