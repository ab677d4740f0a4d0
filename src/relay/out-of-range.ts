import { RelayError, type RelayIssue } from '../errors.js';
import { withoutApiKeys } from './api-key.js';

/** A refusal of our own, before anything was sent: names the fields as the caller wrote them; `issues` as the API would. */
export function outOfRange(issues: readonly RelayIssue[]): RelayError {
  const faults = issues.map(({ loc, msg }) => {
    const name = loc
      .slice(1)
      .join('.')
      .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return `${name}: ${withoutApiKeys(msg).replace(/\.$/, '')}`;
  });
  return new RelayError(
    `The request is out of the API's range: ${faults.join('; ')}. Nothing was sent. Correct these values.`,
    { code: 'invalid_request', issues },
  );
}
