import { statusBody } from '../wire/error-body.js';

/** Headers of each answer: speech and voices belong to one reader, and no browser shall guess their type. */
export const ANSWER_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** An answer that holds JSON. */
export function jsonAnswer(status: number, body: unknown, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) all.set(name, value);
  all.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** An error answer in the API's own shape. The message says what happened, why it matters and what to do. */
export function refusal(status: number, code: string, message: string, headers?: HeadersInit): Response {
  return jsonAnswer(status, statusBody(code, message), headers);
}
