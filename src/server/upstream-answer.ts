import type { Endpoint } from '../wire/endpoint.js';
import { isErrorBody } from '../wire/error-body.js';
import { EXPOSED_HEADERS } from '../wire/headers.js';
import { ANSWER_HEADERS, jsonAnswer, refusal } from './answer.js';
import type { KeyMask } from './key-mask.js';
import { publicSingleVoice, publicVoicePage } from './public-voice.js';
import { readLimited } from './read-limited.js';
import { relayBody } from './relay-body.js';
import { upstreamError } from './upstream-error.js';
import type { UpstreamLink } from './upstream-link.js';

/** A page of 100 voices with every part is some 2 MB. */
const LONGEST_VOICES = 16 * 1024 * 1024;
const LONGEST_ERROR = 64 * 1024;

/** Types that a browser does nothing with on the relay's own origin. */
const HARMLESS_TYPE =
  /^(?:audio\/[\w.+-]+|application\/(?:json|x-ndjson|ndjson|octet-stream|ogg)|text\/event-stream)\s*(?:;|$)/i;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)/i;

/** Turns the API's answer into the relay's: speech streams through, voices lose their private parts, errors are cleaned. */
export async function upstreamAnswer(
  upstream: Response,
  endpoint: Endpoint,
  link: UpstreamLink,
  mask: KeyMask,
): Promise<Response> {
  const headers = passedHeaders(upstream.headers, mask);
  if (upstream.status < 200 || (upstream.status >= 300 && upstream.status < 400)) {
    link.abort();
    return unexpected(headers, 'sent the relay elsewhere, where a key must not follow', 'upstream_redirect');
  }
  if (upstream.status >= 400) {
    const read = await readLimited(upstream.body, LONGEST_ERROR);
    link.release();
    return upstreamError(upstream.status, 'text' in read ? read.text : '', headers, mask);
  }
  if (PAGE_TYPE.test(upstream.headers.get('content-type') ?? '')) {
    link.abort();
    return unexpected(headers, 'answered with a web page');
  }
  if (endpoint.kind === 'speech') return speechAnswer(upstream, headers, link, mask);
  const read = await readLimited(upstream.body, LONGEST_VOICES);
  link.release();
  // Masked as it is written anew, since an escape could hide the key in the API's own text.
  const body = 'text' in read ? parsed(mask.text(JSON.stringify(parsed(read.text)))) : null;
  if (isErrorBody(body)) return upstreamError(502, JSON.stringify(body), headers, mask);
  const open = endpoint.kind === 'voices' ? publicVoicePage(body) : publicSingleVoice(body);
  return open ? jsonAnswer(upstream.status, open, headers) : unexpected(headers, 'answered with no voices');
}

function speechAnswer(upstream: Response, headers: Headers, link: UpstreamLink, mask: KeyMask): Response {
  const type = upstream.headers.get('content-type') ?? '';
  headers.set('content-type', HARMLESS_TYPE.test(type) ? mask.text(type) : 'application/octet-stream');
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) headers.set(name, value);
  const { body, status } = upstream;
  if (!body) link.release();
  return new Response(body ? relayBody(body, link, mask) : null, { status, headers });
}

function passedHeaders(upstream: Headers, mask: KeyMask): Headers {
  const headers = new Headers();
  for (const name of EXPOSED_HEADERS) {
    const value = upstream.get(name);
    if (value !== null) headers.set(name, mask.text(value));
  }
  return headers;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unexpected(headers: Headers, what: string, code = 'upstream_unexpected'): Response {
  return refusal(
    502,
    code,
    `The API ${what}, so the relay has nothing to pass on. Check \`baseUrl\` of createRelayHandler, or try again in a moment.`,
    headers,
  );
}
