/** Every error of this library. The message says what happened, why it matters and what to do. An abort is never one. */
export class SpeechError extends Error {
  override name = 'SpeechError';
}

/** One field that was refused, as the API reports it: where it is, why, and the kind of fault. */
export interface RelayIssue {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** What an answer of the relay said of what went wrong. */
export interface RelayErrorFields {
  /** HTTP status, or null when no answer came (nothing was sent, or the relay could not be reached). */
  status?: number | null;
  /** The API's own word for the fault (`detail.status ?? detail.code`), or ours in the same style; null when the answer named none. */
  code?: string | null;
  /** The API's `request-id`, for its support. */
  requestId?: string | null;
  /** Seconds to wait before asking again, from `Retry-After`. */
  retryAfter?: number | null;
  issues?: readonly RelayIssue[];
  cause?: unknown;
}

/** The relay, or the API behind it, did not answer with speech or voices. Key on `code` before `status`. */
export class RelayError extends SpeechError {
  override name = 'RelayError';
  readonly status: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryAfter: number | null;
  readonly issues: readonly RelayIssue[];

  constructor(message: string, fields: RelayErrorFields = {}) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.status = fields.status ?? null;
    this.code = fields.code ?? null;
    this.requestId = fields.requestId ?? null;
    this.retryAfter = fields.retryAfter ?? null;
    this.issues = fields.issues ?? [];
  }
}

/** An answer that began well and then broke: cut, not JSON, or an error object in mid-stream. What came before it is kept. */
export class StreamError extends SpeechError {
  override name = 'StreamError';
  readonly code: string | null;
  readonly requestId: string | null;

  constructor(message: string, fields: Pick<RelayErrorFields, 'code' | 'requestId' | 'cause'> = {}) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = fields.code ?? null;
    this.requestId = fields.requestId ?? null;
  }
}

/** Sound that cannot be decoded or played. */
export class AudioError extends SpeechError {
  override name = 'AudioError';

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** A stretch of a long text that could not be had, after every attempt that was allowed. `cause` says why. */
export class PartError extends SpeechError {
  override name = 'PartError';
  /** Where it begins in the text that was sent, as a UTF-16 offset. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;

  constructor(message: string, { start, end, cause }: { start: number; end: number; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.start = start;
    this.end = end;
  }
}

/** Going on would cost more than the app allows. What was bought stays; a greater budget and `retry()` go on. */
export class BudgetError extends SpeechError {
  override name = 'BudgetError';
}
