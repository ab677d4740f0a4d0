import { issuesBody, readErrorBody, statusBody } from '../wire/error-body.js';
import { jsonAnswer, refusal } from './answer.js';
import type { KeyMask } from './key-mask.js';

const LONGEST_MESSAGE = 1000;
const DETAIL_NAMES = ['status', 'code', 'type', 'message', 'request_id', 'param'] as const;

/** The API's error as the relay passes it on: same status and code, in the API's own shape, without key, stack or page. */
export function upstreamError(status: number, text: string, headers: Headers, mask: KeyMask): Response {
  const body = parse(text);
  if (body === undefined) return unreadable(status, headers);
  if (status === 401) return keyRefused(body, headers, mask);
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : null;
  const { code, message, issues } = readErrorBody(body);
  if (issues.length > 0) {
    const clean = issues.map(({ loc, msg, type }) => ({
      loc: loc.map((step) => (typeof step === 'string' ? sentence(step, mask) : step)),
      msg: sentence(msg, mask),
      type: sentence(type, mask),
    }));
    return jsonAnswer(status, issuesBody(clean), headers);
  }
  if (typeof detail === 'string') return jsonAnswer(status, { detail: sentence(detail, mask) }, headers);
  if (typeof detail === 'object' && detail !== null && (code ?? message) !== null) {
    return jsonAnswer(status, { detail: cleanDetail(detail, mask) }, headers);
  }
  const said = sentence(code ?? 'upstream_error', mask);
  return jsonAnswer(
    status,
    statusBody(said, message === null ? silentMessage(status) : sentence(message, mask)),
    headers,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cleanDetail(detail: object, mask: KeyMask): object {
  const known = new Map<string, unknown>(Object.entries(detail));
  const kept = DETAIL_NAMES.flatMap((name) => {
    const value = known.get(name);
    return typeof value === 'string' ? [[name, sentence(value, mask)]] : [];
  });
  return Object.fromEntries(kept);
}

/** Only the first line, since what follows it in an error is a stack. */
function sentence(text: string, mask: KeyMask): string {
  return mask
    .text(text)
    .trim()
    .split(/[\r\n]/, 1)
    .join('')
    .slice(0, LONGEST_MESSAGE);
}

/** A page of an edge (502, 524), or nothing at all: its number says little, so a fault of the server's side is a plain 502. */
function unreadable(status: number, headers: Headers): Response {
  return refusal(status >= 500 ? 502 : status, 'upstream_error', silentMessage(status), headers);
}

function silentMessage(status: number): string {
  return `The API answered ${status} without saying why, so there is no speech. ${
    status >= 500 ? 'Try again in a moment.' : 'Check the request; if it looks right, ask the operator of this relay.'
  }`;
}

/** A reader can do nothing about the relay's own key, and the API's words about it may quote some of it. */
function keyRefused(body: unknown, headers: Headers, mask: KeyMask): Response {
  const { code, message } = readErrorBody(body);
  const status = sentence(code ?? 'invalid_api_key', mask);
  if (code === 'quota_exceeded' && message !== null) {
    return jsonAnswer(401, statusBody(status, sentence(message, mask)), headers);
  }
  return refusal(
    401,
    status,
    "The API refused the relay's own key, so nothing can be spoken through this relay. Its operator must give createRelayHandler a valid `apiKey` with the permissions for text to speech and voices.",
    headers,
  );
}
