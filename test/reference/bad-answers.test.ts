import { RelayError, type SpeechRequest, StreamError } from 'react-readalong';
import type { Fault } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from '../relay/error-words.js';
import { HELLO, relayThat } from '../relay/fake-relay.js';
import { failureOf } from '../relay/read-answer.js';
import { createWorld, hear, SPEECH_ENDPOINTS, VOICE, type World } from './world.js';

type Ask = (world: World) => Promise<unknown>;

const speechEndpoints: [string, Ask][] = SPEECH_ENDPOINTS.map((endpoint) => [
  `speech (stream ${endpoint.stream}, timestamps ${endpoint.timestamps})`,
  ({ relay }) => hear(relay, endpoint),
]);
const ENDPOINTS: [string, Ask][] = [
  ...speechEndpoints,
  ['the list of voices', ({ relay }) => relay.listVoices()],
  ['one voice', ({ relay }) => relay.getVoice(VOICE)],
];

const detail = (status: string, message: string) => ({ detail: { status, message } });
const page = '<!doctype html><title>502</title><h1>Bad gateway</h1>';
const status = (code: number, body: object | string | null, headers?: Record<string, string>): Fault => ({
  kind: 'status',
  status: code,
  body,
  headers,
});

/** What the API answers, and what the client makes of it behind our relay. */
const ANSWERS: [what: string, fault: Fault, fields: Partial<RelayError>, words: RegExp][] = [
  [
    'an object with a status',
    status(400, detail('max_character_limit_exceeded', 'Too many characters.')),
    { status: 400, code: 'max_character_limit_exceeded' },
    /Too many characters\..*Send less text/,
  ],
  [
    'an object of the newer kind',
    status(403, {
      detail: { type: 'authorization_error', code: 'only_for_creator+', message: 'Upgrade.', param: 'output_format' },
    }),
    { status: 403, code: 'only_for_creator+' },
    /Upgrade\..*plan/,
  ],
  [
    'a list of issues',
    status(422, { detail: [{ loc: ['body', 'seed'], msg: 'Too large', type: 'less_than_equal', ctx: { le: 1 } }] }),
    {
      status: 422,
      code: 'less_than_equal',
      issues: [{ loc: ['body', 'seed'], msg: 'Too large', type: 'less_than_equal' }],
    },
    /body\.seed: Too large.*Correct/,
  ],
  ['a bare string', status(404, { detail: 'Not Found' }), { status: 404, code: null }, /Not Found.*Check/],
  [
    'a refused key',
    status(401, detail('invalid_api_key', 'Invalid API key')),
    { status: 401, code: 'invalid_api_key' },
    /relay's own key.*Check the key that the relay holds/,
  ],
  [
    'a spent quota',
    status(401, detail('quota_exceeded', 'You have 3 credits left.')),
    { status: 401, code: 'quota_exceeded' },
    /3 credits left.*credits/,
  ],
  [
    'an unpaid bill',
    status(402, detail('payment_required', 'Pay.')),
    { status: 402, code: 'payment_required' },
    /paid/,
  ],
  [
    'too many requests, with a time to wait',
    status(429, detail('system_busy', 'Busy.'), { 'retry-after': '2.5' }),
    { status: 429, code: 'system_busy', retryAfter: 2.5 },
    /Busy\..*Wait/,
  ],
  [
    'a page of HTML from an edge',
    status(524, page),
    { status: 502, code: 'upstream_error' },
    /524.*again in a moment\.$/,
  ],
  [
    'a page of HTML after a 200',
    { kind: 'not-json' },
    { status: 502, code: 'upstream_unexpected' },
    /web page.*again in a moment\.$/,
  ],
  ['nothing at all', status(500, null), { status: 502, code: 'upstream_error' }, /500.*again in a moment\.$/],
  [
    'a redirect',
    status(307, null, { location: 'https://elsewhere.example/' }),
    { status: 502, code: 'upstream_redirect' },
    /elsewhere.*again in a moment\.$/,
  ],
  [
    'half a JSON',
    status(503, '{"detail": {"sta'),
    { status: 502, code: 'upstream_error' },
    /503.*again in a moment\.$/,
  ],
];

describe.each(ENDPOINTS)('%s, answered with', (_, ask) => {
  test.each(ANSWERS)('%s, is a RelayError with all that is known', async (_what, fault, fields, words) => {
    const error = await failureOf(ask(createWorld({ faults: [fault] })));
    expect(error).toBeInstanceOf(RelayError);
    expectGoodWords(error);
    expect(error).toMatchObject({ ...fields, requestId: expect.stringMatching(/^\w{20}$/) });
    expect(error.message).toMatch(words);
    expect(error.message).not.toMatch(/[<>]|elsewhere\.example/);
  });
});

const errorAfterSuccess = status(200, detail('quota_exceeded', 'No credits left.'));

test.each(speechEndpoints)('%s, an error object after a 200 is a StreamError with its code', async (_, ask) => {
  const error = await failureOf(ask(createWorld({ faults: [errorAfterSuccess] })));
  expect(error).toBeInstanceOf(StreamError);
  expectGoodWords(error);
  expect(error).toMatchObject({ code: 'quota_exceeded', requestId: expect.stringMatching(/^\w{20}$/) });
  expect(error.message).toContain('No credits left.');
});

test.each(speechEndpoints)('%s, an empty body after a 200 is a StreamError', async (_, ask) => {
  const error = await failureOf(ask(createWorld({ faults: [status(200, null)] })));
  expect(error).toBeInstanceOf(StreamError);
  expectGoodWords(error);
  expect(error).toMatchObject({ code: 'no_audio', requestId: expect.stringMatching(/^\w{20}$/) });
});

describe('voices that are none', () => {
  const headers = { 'request-id': 'r1' };
  const ways: [string, (answer: () => Response) => Promise<unknown>][] = [
    ['the list', (answer) => relayThat(answer).relay.listVoices()],
    ['one', (answer) => relayThat(answer).relay.getVoice(VOICE)],
  ];

  test.each(ways)('but an error object after a 200 have its code and words (%s)', async (_, ask) => {
    const body = detail('missing_permissions', 'The key may not read voices.');
    const error = await failureOf(ask(() => Response.json(body, { headers })));
    expect(error).toBeInstanceOf(RelayError);
    expectGoodWords(error);
    expect(error).toMatchObject({ status: 200, code: 'missing_permissions', requestId: 'r1' });
    expect(error.message).toMatch(/The key may not read voices\..*Give the key/);
  });

  test.each(
    ways.flatMap(([name, ask]) =>
      [null, '', page, '[]', 'null', '7', '{}', '{"voices":{}}', '{"vo'].map((body) => [name, body, ask] as const),
    ),
  )('are told (%s, %j)', async (_, body, ask) => {
    const error = await failureOf(ask(() => new Response(body, { headers })));
    expect(error).toBeInstanceOf(RelayError);
    expectGoodWords(error);
    expect(error).toMatchObject({ status: 200, code: 'not_voices', requestId: 'r1' });
  });

  test('behind our relay are its 502, with the code and the words of the API', async () => {
    const world = createWorld({ faults: [errorAfterSuccess] });
    const failures = [await failureOf(world.relay.listVoices()), await failureOf(world.relay.getVoice(VOICE))];
    for (const error of failures) {
      expect(error).toBeInstanceOf(RelayError);
      expectGoodWords(error);
      expect(error).toMatchObject({
        status: 502,
        code: 'quota_exceeded',
        requestId: expect.stringMatching(/^\w{20}$/),
      });
      expect(error.message).toContain('No credits left.');
    }
  });
});

test.each<[string, Partial<SpeechRequest>]>([
  ['timed', {}],
  ['raw', { timestamps: false }],
])('a redirect that no browser followed is a RelayError with its status (%s)', async (_, request) => {
  const headers = { location: '/elsewhere', 'request-id': 'r1' };
  const { relay } = relayThat(() => new Response(null, { status: 302, headers }));
  const error = await failureOf(relay.speak({ ...HELLO, ...request }));
  expect(error).toBeInstanceOf(RelayError);
  expectGoodWords(error);
  expect(error).toMatchObject({ status: 302, requestId: 'r1' });
});
