import { jsonAnswer } from './answer.js';

/** `GET {prefix}/health` for load balancers: the process answers. It asks neither the API nor a store, and tells nothing. */
export function answerHealth(request: Request, prefix: string): Response | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  return new URL(request.url).pathname === `${prefix}/health` ? jsonAnswer(200, { status: 'ok' }) : null;
}
