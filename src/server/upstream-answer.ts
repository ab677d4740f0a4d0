import type { Endpoint } from '../wire/endpoint.js';
import { isErrorBody } from '../wire/error-body.js';
import { EXPOSED_HEADERS } from '../wire/headers.js';
import { jsonAnswer, refusal } from './answer.js';
import type { SpeechAnswer } from './byte-source.js';
import type { KeyMask } from './key-mask.js';
import { publicSingleVoice, publicVoicePage } from './public-voice.js';
import { readLimited } from './read-limited.js';
import { upstreamError } from './upstream-error.js';
import type { UpstreamLink } from './upstream-link.js';
import { upstreamSource } from './upstream-source.js';
import { within } from './within.js';

/** Seconds of silence that are borne, and the voices that may be seen. */
export interface AnswerLimits {
  readonly idle: number;
  readonly firstByte: number;
  readonly voices: readonly string[] | undefined;
}

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
  { idle, firstByte, voices }: AnswerLimits,
): Promise<SpeechAnswer | Response> {
  const headers = passedHeaders(upstream.headers, mask);
  if (upstream.status < 200 || (upstream.status >= 300 && upstream.status < 400)) {
    link.abort();
    return unexpected(headers, 'sent the relay elsewhere, where a key must not follow', 'upstream_redirect');
  }
  if (upstream.status >= 400) {
    const text = await wholeText(upstream.body, LONGEST_ERROR, idle, link);
    return upstreamError(upstream.status, text ?? '', headers, mask);
  }
  if (PAGE_TYPE.test(upstream.headers.get('content-type') ?? '')) {
    link.abort();
    return unexpected(headers, 'answered with a web page');
  }
  if (endpoint.kind === 'speech') return speechAnswer(upstream, headers, link, mask, idle);
  const text = await wholeText(upstream.body, LONGEST_VOICES, firstByte, link);
  // Masked as it is written anew, since an escape could hide the key in the API's own text.
  const body = text === null ? null : parsed(mask.text(JSON.stringify(parsed(text))));
  if (isErrorBody(body)) return upstreamError(502, JSON.stringify(body), headers, mask);
  const open = endpoint.kind === 'voices' ? publicVoicePage(body, voices) : publicSingleVoice(body);
  return open ? jsonAnswer(upstream.status, open, headers) : unexpected(headers, 'answered with no voices');
}

/** A body as text, or null where it is too long or no text. Rejects where it is cut or too slow. */
async function wholeText(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  seconds: number,
  link: UpstreamLink,
): Promise<string | null> {
  const read = await within(seconds, readLimited(body, limit));
  if ('text' in read) link.release();
  else link.abort();
  return 'text' in read ? read.text : null;
}

function speechAnswer(
  upstream: Response,
  headers: Headers,
  link: UpstreamLink,
  mask: KeyMask,
  idle: number,
): SpeechAnswer {
  const type = upstream.headers.get('content-type') ?? '';
  headers.set('content-type', HARMLESS_TYPE.test(type) ? mask.text(type) : 'application/octet-stream');
  const { body, status } = upstream;
  if (!body) link.release();
  link.letGo();
  return { status, headers, source: body && upstreamSource(body, link, mask, idle) };
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
