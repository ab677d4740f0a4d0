import { endpointMethod, endpointPath } from '../wire/endpoint.js';
import { API_KEY_HEADER } from '../wire/headers.js';
import type { RelayCall } from './relay-call.js';

/** What goes to the API, for `fetch` or a Request. */
export type UpstreamRequest = readonly [url: string, init: RequestInit];

/** The request to the API, built anew from what was checked: no header, path or parameter of the client's own. */
export function upstreamRequest(call: RelayCall, baseUrl: string, key: string, signal: AbortSignal): UpstreamRequest {
  const { endpoint, query, body, further } = call;
  const parameters = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  const url = `${baseUrl}${endpointPath(endpoint)}${parameters ? `?${parameters}` : ''}`;
  const headers = new Headers({ [API_KEY_HEADER]: key });
  headers.set('accept', endpoint.kind === 'speech' && !endpoint.timestamps ? '*/*' : 'application/json');
  // A compressed stream waits for its compressor's window, and its reader hears the first word later.
  if (endpoint.kind === 'speech') headers.set('accept-encoding', 'identity');
  if (body) headers.set('content-type', 'application/json');
  const sent = body ? JSON.stringify({ ...further, ...body }) : null;
  return [url, { method: endpointMethod(endpoint), headers, body: sent, redirect: 'manual', signal }];
}
