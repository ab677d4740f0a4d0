import type { Endpoint } from '../wire/endpoint.js';
import type { WireSpeechBody } from '../wire/speech-body.js';

/** A request that passed every check: nothing else of what a client sent travels on, and policy may judge it. */
export interface RelayCall {
  readonly endpoint: Endpoint;
  /** Checked query parameters, in the order of the request. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** The checked body of a speech endpoint; null for voices. */
  readonly body: WireSpeechBody | null;
  /** Body parameters beyond the documented ones that the operator allows, unchecked. */
  readonly further: Readonly<Record<string, unknown>>;
}
