import { RelayError } from '../errors.js';
import { readErrorBody } from '../wire/error-body.js';
import { adviceOn, explained, NOTHING_NEW } from './advice.js';
import { withoutApiKeys } from './api-key.js';

/** Reads an answer that is not a success. Never throws; a body that cannot be read leaves only the status. */
export async function responseError(response: Response): Promise<RelayError> {
  const raw = withoutApiKeys(await response.text().catch(() => ''));
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(raw);
  } catch {
    // An edge answers HTML, a relay of another make plain text: only the latter is worth showing.
    if (raw && !/^\s*[<{[]/.test(raw) && raw.length < 300) parsed = raw;
  }
  const { code, message, issues, requestId } = readErrorBody(parsed);
  const { status } = response;
  const said = message ?? (response.statusText || 'no reason given');
  const advice = adviceOn(code, status) ?? (status >= 500 ? 'Ask again in a moment.' : 'Check the request.');
  return new RelayError(
    `The speech service answered ${status}${code ? ` (${code})` : ''}: ${explained(said, NOTHING_NEW, advice)}`,
    {
      status,
      code,
      issues,
      requestId: requestId ?? response.headers.get('request-id'),
      retryAfter: retryAfter(response),
    },
  );
}

/** Seconds from `Retry-After`, which is a number or a date. */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}
