import type * as v from 'valibot';
import type { RelayIssue } from '../errors.js';
import { type Endpoint, endpointMethod, matchEndpoint } from '../wire/endpoint.js';
import { wireSpeechBody, wireSpeechQuery } from '../wire/speech-body.js';
import { validate } from '../wire/validate.js';
import { wireVoiceQuery, wireVoicesQuery } from '../wire/voices-query.js';
import { readLimited } from './read-limited.js';
import type { RelayCall } from './relay-call.js';
import {
  refuseForIssues,
  refuseForJson,
  refuseForMethod,
  refuseForPace,
  refuseForPath,
  refuseForSize,
  refuseForType,
} from './request-refusals.js';
import { within } from './within.js';

/** Levels of a parameter that passes unchecked. */
const DEEPEST = 32;

/** Where the relay is mounted, and how many bytes of body it reads. */
export interface CheckOptions {
  readonly prefix: string;
  readonly maxBodyBytes: number;
  /** Seconds within which the body must come. */
  readonly bodySeconds: number;
  /** Names of speech parameters that are admitted unchecked. */
  readonly parameters: readonly string[];
}

/** Checks a request from outside, and returns what of it may travel on, or the answer that refuses it. */
export async function checkRequest(request: Request, options: CheckOptions): Promise<RelayCall | Response> {
  const url = new URL(request.url);
  const endpoint = matchPath(url.pathname, options.prefix);
  if (!endpoint) return refuseForPath();
  const method = endpointMethod(endpoint);
  if (request.method !== method) return refuseForMethod(method);
  const query = checkQuery(endpoint, url.searchParams, options.parameters);
  if (query instanceof Response) return query;
  if (endpoint.kind !== 'speech') return { endpoint, query, body: null, further: {} };
  const json = await readJson(request, options);
  if (json instanceof Response) return json;
  const [further, documented] = apart(json.value, options.parameters);
  const deep = Object.keys(further).find((name) => isDeeper(further[name], DEEPEST));
  if (deep !== undefined) {
    return refuseForIssues([{ loc: ['body', deep], msg: `"${deep}" is nested too deeply.`, type: 'too_deep' }]);
  }
  const body = validate(wireSpeechBody, documented, 'body');
  return body.ok ? { endpoint, query, body: body.value, further } : refuseForIssues(body.issues);
}

/** What the operator admits beyond the documented parameters, and those, with the first of any others: one is enough to refuse. */
function apart(value: object, admitted: readonly string[]): [further: Record<string, unknown>, documented: object] {
  const further: [string, unknown][] = [];
  const documented: [string, unknown][] = [];
  let other: [string, unknown] | null = null;
  for (const entry of Object.entries(value)) {
    if (Object.hasOwn(wireSpeechBody.entries, entry[0])) documented.push(entry);
    else if (admitted.includes(entry[0])) further.push(entry);
    else other ??= entry;
  }
  if (other) documented.push(other);
  return [Object.fromEntries(further), Object.fromEntries(documented)];
}

/** Whether a value is nested deeper than so many levels; what is, no JSON could be made of again. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Matched as it came: a percent-encoded slash or dot is never decoded into another path. */
function matchPath(path: string, prefix: string): Endpoint | null {
  return path.startsWith(`${prefix}/`) ? matchEndpoint(path.slice(prefix.length)) : null;
}

function checkQuery(
  endpoint: Endpoint,
  parameters: URLSearchParams,
  admitted: readonly string[],
): RelayCall['query'] | Response {
  const schema =
    endpoint.kind === 'speech' ? wireSpeechQuery : endpoint.kind === 'voices' ? wireVoicesQuery : wireVoiceQuery;
  const values = new Map<string, string | string[]>();
  const issues: RelayIssue[] = [];
  for (const name of new Set(parameters.keys())) {
    const given = parameters.getAll(name);
    if (endpoint.kind === 'voices' && name === 'voice_ids') values.set(name, given);
    else if (given.length > 1)
      issues.push({ loc: ['query', name], msg: `"${name}" came more than once.`, type: 'repeated' });
    else if (endpoint.kind !== 'speech' || !admitted.includes(name) || Object.hasOwn(wireSpeechQuery.entries, name))
      values.set(name, given[0] ?? '');
  }
  const checked = validate<v.GenericSchema>(schema, Object.fromEntries(values), 'query');
  if (!checked.ok) issues.push(...checked.issues);
  return issues.length > 0 ? refuseForIssues(issues) : [...parameters];
}

async function readJson(
  request: Request,
  { maxBodyBytes: limit, bodySeconds }: CheckOptions,
): Promise<{ value: object } | Response> {
  if (!isPlainJson(request.headers)) return refuseForType();
  if (Number(request.headers.get('content-length') ?? 0) > limit) return refuseForSize(limit);
  const read = await within(bodySeconds, readLimited(request.body, limit)).catch(refuseForPace);
  if (read instanceof Response) return read;
  if ('fault' in read) return read.fault === 'too_large' ? refuseForSize(limit) : refuseForJson();
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch {
    return refuseForJson();
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value };
  return refuseForIssues([
    { loc: ['body'], msg: 'Expected a JSON object with a "text".', type: 'model_attributes_type' },
  ]);
}

/** Browsers send this type across origins only after a preflight, so a plain form on another page buys nothing. */
function isPlainJson(headers: Headers): boolean {
  const type = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?$/i;
  return type.test(headers.get('content-type')?.trim() ?? '') && !headers.has('content-encoding');
}
