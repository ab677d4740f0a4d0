import { endpointPath } from '../../wire/endpoint.js';
import { DEFAULT_MODEL } from '../../wire/models.js';
import { DEFAULT_OUTPUT_FORMAT } from '../../wire/output-format.js';
import type { RelayCall } from '../relay-call.js';

/**
 * The name under which identical calls are shared, made of everything that changes the sound: endpoint, every parameter, the API
 * and the account, and the circle of subjects among whom it is shared. SHA-256 in hex: no text can be read from it.
 */
export async function shareKey(call: RelayCall, account: string, circle: string): Promise<string> {
  const query = new Map(call.query);
  query.set('output_format', query.get('output_format') ?? DEFAULT_OUTPUT_FORMAT);
  const body = { ...call.body, model_id: call.body?.model_id ?? DEFAULT_MODEL };
  // What the operator admits unchecked is compared as it came: nobody here knows what its null means.
  const parts = [
    account,
    circle,
    endpointPath(call.endpoint),
    [...query].sort(byName),
    sorted(body, isGiven),
    sorted(call.further),
  ];
  return sha256(new TextEncoder().encode(JSON.stringify(parts)));
}

/** SHA-256 of bytes, in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', overBuffer(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** With the names of all objects in one order. Objects stay objects, or a list could be written that reads like one. */
function sorted(value: unknown, isKept: (inner: unknown) => boolean = () => true): unknown {
  if (Array.isArray(value)) return value.map((inner) => sorted(inner, isKept));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => isKept(inner));
  return Object.fromEntries(entries.sort(byName).map(([name, inner]) => [name, sorted(inner, isKept)]));
}

/** Of documented parameters null is the API's word for what is left out. */
function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Web Crypto takes no shared memory, which TypeScript wants proved. */
function overBuffer({ buffer, byteOffset, length }: Uint8Array): Uint8Array<ArrayBuffer> {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer, byteOffset, length);
  return Uint8Array.from(new Uint8Array(buffer, byteOffset, length));
}
