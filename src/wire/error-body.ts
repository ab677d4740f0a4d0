import type { RelayIssue } from '../errors.js';

/** What an error body of the API says, whatever its shape. */
export interface ErrorBody {
  readonly code: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  readonly issues: readonly RelayIssue[];
}

const NOTHING: ErrorBody = { code: null, message: null, requestId: null, issues: [] };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Whether a parsed body or line is an error of the API: an object with a `detail`, or with an `error`, and no audio. */
export function isErrorBody(body: unknown): boolean {
  return isObject(body) && !('audio_base64' in body) && ('detail' in body || 'error' in body);
}

/** Reads the three shapes of `detail` (object, array of a 422, bare string) and the looser ones seen in streams. */
export function readErrorBody(body: unknown): ErrorBody {
  if (typeof body === 'string') return { ...NOTHING, message: text(body) };
  if (!isObject(body)) return NOTHING;
  const detail = body.detail ?? body.error ?? body;
  if (typeof detail === 'string') return { ...NOTHING, message: text(detail), code: text(body.code) };
  if (Array.isArray(detail)) {
    const issues = detail.filter(isObject).map(issueFrom);
    const message = issues.map((issue) => `${issue.loc.join('.')}: ${issue.msg}`).join('; ');
    return { ...NOTHING, message: text(message), code: issues[0]?.type ?? null, issues };
  }
  if (!isObject(detail)) return NOTHING;
  return {
    code: text(detail.status) ?? text(detail.code),
    message: text(detail.message),
    requestId: text(detail.request_id),
    issues: [],
  };
}

function issueFrom(item: Record<string, unknown>): RelayIssue {
  const place = Array.isArray(item.loc) ? item.loc : [];
  return {
    loc: place.filter((step): step is string | number => typeof step === 'string' || typeof step === 'number'),
    msg: text(item.msg) ?? 'Refused.',
    type: text(item.type) ?? 'value_error',
  };
}

/** An error body in the API's own shape, with a status word and a sentence. */
export function statusBody(status: string, message: string): { detail: { status: string; message: string } } {
  return { detail: { status, message } };
}

/** A 422 body in the API's own shape. */
export function issuesBody(issues: readonly RelayIssue[]): { detail: readonly RelayIssue[] } {
  return { detail: issues };
}
