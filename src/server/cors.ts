import { SpeechError } from '../errors.js';
import { API_KEY_HEADER, EXPOSED_HEADERS } from '../wire/headers.js';
import { ANSWER_HEADERS, refusal } from './answer.js';
import { isFromAnotherOrigin } from './policy/origin.js';

interface CorsCommon {
  /** Seconds for which a browser may remember a preflight. @default 600 */
  maxAge?: number;
}

/** Which other origins may use the relay. Any origin (`'*'`) and credentials exclude each other, as in browsers. */
export type CorsOptions =
  | (CorsCommon & { origins: '*'; credentials?: false })
  | (CorsCommon & {
      /** Origins as browsers write them (`https://app.example`), or a test of one. */
      origins: readonly string[] | ((origin: string) => boolean);
      /** Whether cookies may come along. @default false */
      credentials?: boolean;
    });

/** Answers preflights, and lets allowed origins read every other answer, errors included. */
export interface Cors {
  isPreflight(request: Request): boolean;
  preflight(request: Request): Response;
  apply(request: Request, answer: Response): Response;
  /** Whether a request comes from a page of the relay's own origin, of an allowed one, or from no page. */
  mayAsk(request: Request): boolean;
  /** The answer for those that may not. */
  refuse(): Response;
}

const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/;
const ORIGIN = /^(?:null|[a-z][a-z0-9+.-]*:\/\/[^/\s?#]+)$/;

/** The relay's CORS. Without options only the relay's own origin may use it. Throws a SpeechError for options that cannot work. */
export function createCors(options?: CorsOptions): Cors {
  const isAllowed = originTest(options);
  const anyOrigin = options?.origins === '*';

  function allow(request: Request, headers: Headers): boolean {
    if (!options) return false;
    headers.append('vary', 'Origin');
    const origin = request.headers.get('origin');
    if (origin === null || !isAllowed(origin)) return false;
    headers.set('access-control-allow-origin', anyOrigin ? '*' : origin);
    if (options.credentials === true) headers.set('access-control-allow-credentials', 'true');
    return true;
  }

  return {
    mayAsk: (request) => !isFromAnotherOrigin(request) || isAllowed(request.headers.get('origin') ?? ''),
    refuse: () => refuseOrigin({}),
    isPreflight: (request) => request.method === 'OPTIONS' && request.headers.has('access-control-request-method'),

    preflight(request) {
      const headers = new Headers(ANSWER_HEADERS);
      if (!allow(request, headers)) return refuseOrigin(headers);
      headers.set('access-control-allow-methods', 'GET, POST');
      headers.set('access-control-allow-headers', allowedHeaders(request).join(', '));
      headers.set('access-control-max-age', String(options?.maxAge ?? 600));
      return new Response(null, { status: 204, headers });
    },

    apply(request, answer) {
      if (allow(request, answer.headers)) {
        answer.headers.set('access-control-expose-headers', EXPOSED_HEADERS.join(', '));
      }
      return answer;
    },
  };
}

/** Whatever an app adds for its own sign-in may come, but never a key of the API: keys do not belong in browsers. */
function allowedHeaders(request: Request): string[] {
  const asked = (request.headers.get('access-control-request-headers') ?? '').toLowerCase().split(',');
  const names = asked.map((name) => name.trim()).filter((name) => HEADER_NAME.test(name) && name !== API_KEY_HEADER);
  return [...new Set(['content-type', ...names])].slice(0, 64);
}

function refuseOrigin(headers: HeadersInit): Response {
  return refusal(
    403,
    'origin_not_allowed',
    'This relay does not answer pages of this origin, so the browser will not send the request. Add the origin to `cors.origins` of createRelayHandler.',
    headers,
  );
}

function originTest(options: CorsOptions | undefined): (origin: string) => boolean {
  if (!options) return () => false;
  const { origins, credentials, maxAge } = options;
  if (maxAge !== undefined && !(Number.isInteger(maxAge) && maxAge >= 0)) {
    throw new SpeechError(
      `cors.maxAge is ${maxAge}, and browsers only understand whole seconds from 0. Pass such a number, or leave it out for 600.`,
    );
  }
  if (origins === '*') {
    if (!credentials) return () => true;
    throw new SpeechError(
      "cors.origins is '*' and cors.credentials is true: browsers refuse that pair, since any page could then speak in a user's name. List the origins instead.",
    );
  }
  // Only true: a function that answers with a promise would let in everybody.
  if (typeof origins === 'function') return (origin) => origins(origin) === true;
  const listed = new Set(origins.map(checkedOrigin));
  if (credentials && listed.has('null')) {
    throw new SpeechError(
      'cors.origins holds "null" and cors.credentials is true: any page can make itself a frame of that origin, and speak in a user\'s name. List real origins instead.',
    );
  }
  return (origin) => listed.has(origin.toLowerCase());
}

function checkedOrigin(origin: string): string {
  const lower = origin.toLowerCase();
  if (ORIGIN.test(lower) && !lower.includes('*')) return lower;
  throw new SpeechError(
    `cors.origins holds "${origin}", which is no origin, so no browser's request would ever match it. Write scheme, host and port only, as in "https://app.example", or pass a function for patterns.`,
  );
}
