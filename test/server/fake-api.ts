import { createRelayHandler, type RelayHandler, type RelayHandlerOptions } from 'react-readalong/server';

/** Looks like a real key, so a leak of it is found in whatever the relay answers. */
export const KEY = 'sk_5f2b0c9d8e7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a';

/** A request that reached the API, its body read. */
export interface Reached {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly redirect: string;
}

/** A relay before a small fake of the API, and what reached that. */
export interface FakeApi {
  readonly relay: RelayHandler;
  readonly reached: Reached[];
}

/** Builds a relay whose API answers as told: with an answer, or with a function that makes one. */
export function relayTo(
  answer: Response | ((request: Request) => Response | Promise<Response>),
  options: Partial<RelayHandlerOptions> = {},
): FakeApi {
  const reached: Reached[] = [];
  const relay = createRelayHandler({
    apiKey: KEY,
    fetch: async (request) => {
      const { url, method, headers, signal, redirect } = request;
      reached.push({ url, method, headers, signal, redirect, body: await request.text() });
      return typeof answer === 'function' ? answer(request) : answer;
    },
    ...options,
  });
  return { relay, reached };
}

/** An answer with JSON, as the API sends it. */
export function json(body: unknown, status = 200, headers: HeadersInit = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** A request for speech, by path below the relay. */
export function speak(path: string, body: unknown = { text: 'Hello.' }, init: RequestInit = {}): Request {
  const headers = new Headers(init.headers);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(`https://app.example${path}`, { method: 'POST', body: sent, ...init, headers });
}

/** A request for voices, by path below the relay. */
export function get(path: string, init: RequestInit = {}): Request {
  return new Request(`https://app.example${path}`, init);
}

/** The status word of an answer in the API's error shape; for a 422, the names of the fields that it refuses. */
export async function refusedFor(answer: Response): Promise<string> {
  const body: { detail: { status: string; message: string } | { loc: (string | number)[] }[] } = await answer.json();
  return Array.isArray(body.detail) ? body.detail.map(({ loc }) => loc.join('.')).join(' ') : body.detail.status;
}

/** All that a client can see of an answer, as one text. */
export async function everythingIn(answer: Response): Promise<string> {
  return `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
}
