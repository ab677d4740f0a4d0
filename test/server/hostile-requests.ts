import fc from 'fast-check';
import { KEY } from './fake-api.js';

/** A request as an attacker writes it, for the handler and for a socket alike. */
export interface Hostile {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const guess = `${KEY.slice(0, -1)}0`;
const good = '/v1/text-to-speech/abc/stream';
const paths = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(good, '/v1/text-to-speech/abc/with-timestamps') },
  fc.constantFrom(
    good,
    '/v1/text-to-speech/abc',
    `${good}?output_format=../../v1/user`,
    `${good}?output_format=mp3_44100_128&output_format=pcm_44100`,
    `${good}?enable_logging=True`,
    `${good}?xi-api-key=${guess}`,
    `${good}?%00`,
    `${good}#/v1/user`,
    '/v1/text-to-speech/..%2f..%2fv1%2fuser',
    '/v1/text-to-speech/%2e%2e/%2e%2e/v1/user',
    '/v1/text-to-speech/abc/../../../v1/user',
    '/v1/text-to-speech/abc%2fstream',
    '/v1/text-to-speech/abc%0d%0aHost:%20evil',
    '/v1/text-to-speech/abc%00/stream',
    '/v1/voices/..;/user',
    '/v1/user/subscription',
    '/v1/history',
    '//evil.example/v1/text-to-speech/abc',
    '/v2/voices?voice_ids=a&voice_ids=../user&page_size=1e9',
    '/v2/voices?search=%0d%0ax',
    '/health/../v1/user',
    '/metrics',
    '/.env',
    '/v1/text-to-speech/abc\\..\\user',
  ),
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '%5c',
        'v1',
        'v2',
        'user',
        'voices',
        'text-to-speech',
        'abc',
        '%00',
        ';',
        '%c0%af',
      ),
      { maxLength: 7 },
    )
    .map((steps) => `/${steps.join('/')}`),
);

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const bodies = fc.oneof(
  fc.constantFrom(
    '',
    'null',
    '[]',
    '"text"',
    '{"text":',
    `{"text":${nested(5000, '[', ']')}}`,
    `{"text":"a","voice_settings":${nested(2000, '{"a":', '}').replace(':}', ':1}')}}`,
    nested(200_000, '[', ']'),
    JSON.stringify({ text: 'x'.repeat(300_000) }),
    '{"text":"a","text":{"$gt":""}}',
    '{"text":"a","model_id":"eleven_v3","model_id":["eleven_v3"]}',
    '{"text":"a","__proto__":{"admin":true}}',
    '{"text":"a","constructor":{"prototype":{}}}',
    '{"text":"a","xi-api-key":"x","api_key":"x"}',
    '{"text":"a","voice_id":"../user"}',
    '{"text":"a","seed":1e400}',
    '{"text":"a","seed":"1"}',
    '{"text":"a","voice_settings":{"stability":"0.5"}}',
    '{"text":"a\\u0000\\ud800"}',
    '\uFEFF{"text":"a"}',
    'text=a',
    '{"text":"a"}\r\n\r\nGET /v1/user HTTP/1.1\r\nHost: x\r\n\r\n',
    JSON.stringify({ text: KEY }),
    JSON.stringify({ text: guess }),
  ),
  fc.json({ maxDepth: 4 }),
  fc
    .record(
      { text: fc.jsonValue(), seed: fc.jsonValue(), model_id: fc.jsonValue(), voice_settings: fc.jsonValue() },
      { requiredKeys: [] },
    )
    .map((body) => JSON.stringify(body)),
  fc.constant('{"text":"a"}'),
);

const json = ['content-type', 'application/json'] as const;
const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant([json]) },
  fc.constantFrom(
    [['content-type', 'text/plain']],
    [['content-type', 'application/json, text/plain']],
    [['content-type', 'application/json; charset=utf-7']],
    [json, ['content-encoding', 'gzip']],
    [json, ['xi-api-key', guess]],
    [json, ['xi-api-key', KEY]],
    [json, ['authorization', `Bearer ${KEY}`]],
    [json, ['origin', 'https://evil.example']],
    [json, ['origin', 'null']],
    [json, ['x-forwarded-host', 'evil.example'], ['x-forwarded-proto', 'gopher']],
    [json, ['x-original-url', '/v1/user'], ['x-rewrite-url', '/v1/user']],
    [json, ['x-http-method-override', 'DELETE']],
    [json, ['cookie', 'a=b; __proto__=c']],
    [json, ['accept', '../../../../etc/passwd']],
    [json, ['range', 'bytes=0-']],
    [json, ['expect', 'nothing']],
  ) as fc.Arbitrary<[string, string][]>,
);

/** Requests that no honest client sends, and some that differ from an honest one in a single thing. */
export const hostileRequests: fc.Arbitrary<Hostile> = fc.record({
  method: fc.oneof(
    { weight: 5, arbitrary: fc.constant('POST') },
    fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'post'),
  ),
  path: paths,
  headers,
  body: bodies,
});

/** The head of a request that only a socket can send: what servers and proxies read in different ways. */
export const rawRequests: readonly (readonly [what: string, bytes: string])[] = [
  [
    'two lengths',
    `POST ${good} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12\r\nContent-Length: 5\r\n\r\n{"text":"a"}`,
  ],
  [
    'a length and chunks',
    `POST ${good} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{"text":"a"}\r\n0\r\n\r\n`,
  ],
  [
    'chunks by a bad name',
    `POST ${good} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /v1/user HTTP/1.1\r\n\r\n`,
  ],
  ['a space before the colon', `POST ${good} HTTP/1.1\r\nHost: x\r\nContent-Length : 12\r\n\r\n{"text":"a"}`],
  ['a folded header', `POST ${good} HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c: d\r\n\r\n`],
  ['a bare line feed', `POST ${good} HTTP/1.1\nHost: x\nContent-Length: 0\n\n`],
  ['a NUL in a header', `GET /v2/voices HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n`],
  ['a CRLF in the line', 'GET /v2/voices\r\nX-Api: y HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['another host as the target', 'GET http://evil.example/v1/user HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['a host that is a path', 'GET /v2/voices HTTP/1.1\r\nHost: x/../../v1/user?\r\n\r\n'],
  ['a host with credentials', 'GET /v2/voices HTTP/1.1\r\nHost: api.elevenlabs.io@evil.example\r\n\r\n'],
  ['two hosts', 'GET /v2/voices HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
  ['an authority', 'CONNECT api.elevenlabs.io:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['TRACE', 'TRACE /v2/voices HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['dots as they are', 'GET /v1/voices/../../v1/user HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['encoded dots', 'GET /v1/voices/%2e%2e/user HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a back slash', 'GET /v1/voices\\..\\user HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a head without end', `GET /v2/voices HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(70_000)}\r\n\r\n`],
  [
    'a chunk that lies',
    `POST ${good} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{"text":"a"}`,
  ],
  [
    'two requests in one',
    `POST ${good} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\nGET /v1/user HTTP/1.1\r\nHost: x\r\n\r\n`,
  ],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
];
