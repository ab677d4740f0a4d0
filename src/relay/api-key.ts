import { RelayError } from '../errors.js';
import { API_KEY_HEADER } from '../wire/headers.js';

/** A key as ElevenLabs hands it out. Older ones are 32 hexadecimal digits, which a session token may be as well. */
const API_KEY = /\bsk_[0-9a-f]{32,}\b/gi;
const KEY_NAME = /^(?:xi[-_]?)?api[-_]?key$/i;
const KEY_PARAMETER = /^xi[-_]?api[-_]?key$/i;

/** The text with every API key in it blotted out: one that was repeated to the page need not reach its logs too. */
export function withoutApiKeys(text: string): string {
  return text.replace(API_KEY, 'sk_…');
}

/**
 * A key in a browser is a key given away: anyone can read it from the page and from its traffic.
 * @throws RelayError where the options of a client, its url included, or a request hold one.
 */
export function refuseKeyInOptions(options: object, url = ''): void {
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  // The name is enough: a key that is not set here may be set where the app is built.
  const named = Object.keys(options).some((name) => KEY_NAME.test(name));
  if (named || holdsApiKey(url) || [...query.keys()].some((name) => KEY_PARAMETER.test(name))) refuse();
}

/** @throws RelayError where headers hold an API key. */
export function refuseKeyInHeaders(headers: Headers): void {
  if (headers.has(API_KEY_HEADER) || [...headers.values()].some(holdsApiKey)) refuse();
}

/** @throws RelayError where a text that becomes part of the address is an API key. */
export function refuseKeyInPath(text: string): void {
  if (holdsApiKey(text)) refuse();
}

function holdsApiKey(text: string): boolean {
  return withoutApiKeys(text) !== text;
}

function refuse(): never {
  throw new RelayError(
    'An ElevenLabs API key was handed to the relay client. Anyone who opens the page could read it and spend its credits, so nothing was sent. Keep the key on your server, in the relay, and take it out of the page.',
    { code: 'api_key_in_browser' },
  );
}
