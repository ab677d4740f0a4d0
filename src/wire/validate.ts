import * as v from 'valibot';
import type { RelayIssue } from '../errors.js';

/** A checked value, or the faults in the API's 422 form. `place` is the first step of each `loc`: `body` or `query`. */
export type Checked<T> = { ok: true; value: T } | { ok: false; issues: RelayIssue[] };

/** Checks a value against a schema of the wire. */
export function validate<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: 'body' | 'query',
): Checked<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, issues: result.issues.map((issue) => toRelayIssue(issue, place)) };
}

function toRelayIssue(issue: v.BaseIssue<unknown>, place: string): RelayIssue {
  const path = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
  const name = path.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { loc: [place, ...path], msg: `Unknown parameter "${name}".`, type: 'extra_forbidden' };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return { loc: [place, ...path], msg: 'Field required', type: 'missing' };
  }
  return { loc: [place, ...path], msg: issue.message, type: `value_error.${issue.type}` };
}
