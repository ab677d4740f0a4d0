import { RelayError } from '../errors.js';
import { readErrorBody } from '../wire/error-body.js';

/** What to do about a fault, by the API's word for it or else by the HTTP status. */
const ADVICE: Record<string, string> = {
  invalid_api_key: 'Check the key that the relay holds; it does not belong in the browser.',
  missing_permissions: 'Give the key that the relay holds the permission for this.',
  quota_exceeded: 'The account has no credits left for this: add some, or send less text.',
  payment_required: 'The account must be paid for before it speaks again.',
  voice_not_found: 'Take `voiceId` from the list of voices.',
  model_not_found: 'Check `modelId`.',
  max_character_limit_exceeded: 'Send less text in one request, or choose a model that takes more.',
  text_too_long: 'Send less text in one request, or choose a model that takes more.',
  too_many_concurrent_requests: 'Wait until another request of this account is done, then ask again.',
  system_busy: 'Wait a little, then ask again.',
  400: 'Correct the request.',
  401: 'Check who may use the relay, and the key that it holds.',
  402: 'The account must be paid for before it speaks again.',
  403: "Check the account's plan and the relay's rules.",
  404: 'Check the `url` of the relay and the `voiceId`.',
  422: 'Correct these values.',
  429: 'Wait, then ask again.',
};

/** Reads an answer that is not a success. Never throws; a body that cannot be read leaves only the status. */
export async function responseError(response: Response): Promise<RelayError> {
  const raw = await response.text().catch(() => '');
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(raw);
  } catch {
    // An edge answers HTML, a relay of another make plain text: only the latter is worth showing.
    if (raw && !raw.trimStart().startsWith('<') && raw.length < 300) parsed = raw;
  }
  const { code, message, issues, requestId } = readErrorBody(parsed);
  const { status } = response;
  const said = message ?? (response.statusText || 'no reason given');
  const advice =
    ADVICE[code ?? ''] ?? ADVICE[status] ?? (status >= 500 ? 'Ask again in a moment.' : 'Check the request.');
  return new RelayError(
    `The speech service answered ${status}${code ? ` (${code})` : ''}: ${sentence(said)} So there is nothing new to hear. ${advice}`,
    {
      status,
      code,
      issues,
      requestId: requestId ?? response.headers.get('request-id'),
      retryAfter: retryAfter(response),
    },
  );
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Seconds from `Retry-After`, which is a number or a date. */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}
