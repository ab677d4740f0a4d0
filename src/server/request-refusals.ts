import type { RelayIssue } from '../errors.js';
import { issuesBody } from '../wire/error-body.js';
import { jsonAnswer, refusal } from './answer.js';

/** For a path that is none of the relay. */
export function refuseForPath(): Response {
  return refusal(
    404,
    'endpoint_not_found',
    "This path is none of the relay's, which speaks /v1/text-to-speech/:voice_id[/stream][/with-timestamps], /v2/voices and /v1/voices/:voice_id only. Check the path; where the relay is mounted below one, that must be its `prefix`.",
  );
}

/** For another method than the endpoint takes. */
export function refuseForMethod(method: string): Response {
  return refusal(
    405,
    'method_not_allowed',
    `This endpoint takes ${method} only, so nothing was sent on. Send a ${method} request.`,
    { allow: `${method}, OPTIONS` },
  );
}

/** For parameters, each by name. */
export function refuseForIssues(issues: readonly RelayIssue[]): Response {
  return jsonAnswer(422, issuesBody(issues));
}

/** For a body that is not plain JSON. */
export function refuseForType(): Response {
  return refusal(
    415,
    'unsupported_media_type',
    'The body is not sent as plain JSON, and the relay reads nothing else. Send `content-type: application/json` (UTF-8, not compressed).',
  );
}

/** For a body of more bytes than are read. */
export function refuseForSize(limit: number): Response {
  return refusal(
    413,
    'body_too_large',
    `The body is larger than ${limit} bytes, more than this relay reads. Send a shorter text, or several requests.`,
  );
}

/** For a body that was cut, or comes too slowly. */
export function refuseForPace(): Response {
  return refusal(
    408,
    'request_timeout',
    'The body did not come whole, or not in time, so there is nothing to speak. Send it again in one go.',
    { connection: 'close' },
  );
}

/** For a body that cannot be parsed. */
export function refuseForJson(): Response {
  return refusal(
    400,
    'invalid_json',
    'The body is not JSON in UTF-8, so there is nothing to speak. Send a JSON object with a "text".',
  );
}
