import type { RelayIssue } from '../errors.js';
import { issuesBody, statusBody } from '../wire/error-body.js';

/** An answer that is no speech: an HTTP status and a body in the API's own shape. */
export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** A refusal with a status word and a sentence. */
export function refuse(status: number, word: string, message: string): Refusal {
  return { status, body: statusBody(word, message) };
}

/** A 422 that names the fields. */
export function refuseFields(issues: readonly RelayIssue[]): Refusal {
  return { status: 422, body: issuesBody(issues) };
}

/** A refusal of the API's own router, which says only a few words. */
export function refuseRoute(status: 404 | 405): Refusal {
  return { status, body: { detail: status === 404 ? 'Not Found' : 'Method Not Allowed' } };
}

/** The refusal as a response. */
export function refusalResponse(refusal: Refusal, headers: HeadersInit): Response {
  const response = new Response(JSON.stringify(refusal.body), { status: refusal.status, headers });
  response.headers.set('content-type', 'application/json');
  return response;
}
