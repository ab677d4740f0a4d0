import { type Fault, faultsOf } from './fault.js';
import type { OfflineClock } from './pace.js';

const PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** The answer of the faults that leave nothing of the real one, or null where none of them is asked for. Stalls first, where one should. */
export async function faultResponse(
  faults: readonly Fault[],
  headers: Readonly<Record<string, string>>,
  clock: OfflineClock,
  signal: AbortSignal,
): Promise<Response | null> {
  for (const stall of faultsOf(faults, 'stall')) {
    if (stall.afterLines === undefined) await clock.wait(stall.seconds, signal);
  }
  if (faultsOf(faults, 'network').length > 0) throw new TypeError('fetch failed');
  const status = faultsOf(faults, 'status')[0];
  if (status) return statusResponse(status, headers);
  if (faultsOf(faults, 'not-json').length > 0)
    return new Response(PAGE, { headers: { ...headers, 'content-type': 'text/html' } });
  return null;
}

function statusResponse(
  { status, body = null, headers: own }: Extract<Fault, { kind: 'status' }>,
  headers: Readonly<Record<string, string>>,
): Response {
  const requestId = headers['request-id'];
  const sent = new Headers(requestId === undefined ? {} : { 'request-id': requestId });
  if (typeof body === 'string') sent.set('content-type', body.startsWith('<') ? 'text/html' : 'text/plain');
  else if (body !== null) sent.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(own ?? {})) sent.set(name, value);
  return new Response(typeof body === 'object' && body !== null ? JSON.stringify(body) : body, {
    status,
    headers: sent,
  });
}
