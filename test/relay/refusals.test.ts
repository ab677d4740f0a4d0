import { RelayError } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from './error-words.js';
import { HELLO, relayThat } from './fake-relay.js';
import { failureOf } from './read-answer.js';

async function refusal(answer: Response): Promise<RelayError> {
  const { relay } = relayThat(() => answer);
  const error = await failureOf(relay.speak(HELLO));
  if (!(error instanceof RelayError)) throw error;
  expectGoodWords(error);
  return error;
}

const json = (status: number, body: unknown, headers: HeadersInit = {}) => Response.json(body, { status, headers });
const detail = (status: string, message: string) => ({ detail: { status, message } });

/** The errors that wire.md lists, as the API words them. */
const LISTED: [status: number, code: string, message: string, advice: RegExp][] = [
  [400, 'max_character_limit_exceeded', 'A maximum of 10000 characters is allowed.', /less text/],
  [400, 'text_too_long', 'The text is too long.', /less text/],
  [400, 'invalid_voice_settings', 'Invalid voice settings received.', /Correct/],
  [400, 'input_text_empty', 'The input text is empty.', /Correct/],
  [400, 'model_not_found', 'A model with that id does not exist.', /modelId/],
  [401, 'invalid_api_key', 'Invalid API key', /relay holds/],
  [401, 'quota_exceeded', 'This request exceeds your quota.', /credits/],
  [401, 'missing_permissions', 'The API key is missing a permission.', /permission/],
  [402, 'payment_required', 'There is an unpaid invoice.', /paid/],
  [403, 'invalid_output_format', 'Not on your plan.', /plan/],
  [403, 'only_for_creator+', 'Only for creators.', /plan/],
  [404, 'voice_not_found', 'A voice with that id was not found.', /voiceId/],
  [429, 'too_many_concurrent_requests', 'Too many concurrent requests.', /[Ww]ait/],
  [429, 'system_busy', 'The system is busy.', /[Ww]ait/],
];

describe('a refusal', () => {
  test.each(LISTED)('%i %s is a RelayError that says what to do', async (status, code, message, advice) => {
    const error = await refusal(json(status, detail(code, message)));
    expect(error).toMatchObject({ status, code, requestId: null, retryAfter: null, issues: [] });
    expect(error.message).toContain(message);
    expect(error.message).toMatch(advice);
  });

  test('that says itself what it means and what to do is not told so again', async () => {
    const said =
      'The API did not answer in time, so there is no speech. Try again in a moment, or with a shorter text.';
    const error = await refusal(json(504, detail('upstream_unreachable', said)));
    expect(error.message).toBe(`The speech service answered 504 (upstream_unreachable): ${said}`);
    const busy =
      'As much is being spoken as the plan of this relay allows, so this was not sent on. Try again in a moment.';
    expect(
      (await refusal(json(429, detail('too_many_concurrent_requests', busy)))).message.match(/again/g),
    ).toHaveLength(1);
  });

  test('takes `detail.status` for its code before `detail.code`, and `detail.code` where that is all', async () => {
    const both = { status: 'quota_exceeded', code: 'other', type: 'x', message: 'No more.', param: null };
    expect((await refusal(json(401, { detail: both }))).code).toBe('quota_exceeded');
    expect((await refusal(json(400, { detail: { code: 'text_too_long', message: 'Too long.' } }))).code).toBe(
      'text_too_long',
    );
  });

  test("knows the request by the body's id, else by the header's", async () => {
    const header = { 'request-id': 'from-header' };
    const named = { detail: { status: 'a', message: 'b', request_id: 'from-body' } };
    expect((await refusal(json(400, named, header))).requestId).toBe('from-body');
    expect((await refusal(json(400, detail('a', 'b'), header))).requestId).toBe('from-header');
  });

  test('with a list of issues hands on each with its place', async () => {
    const issues = [
      { loc: ['body', 'voice_settings', 'speed'], msg: 'Too fast.', type: 'less_than_equal', ctx: { le: 1.2 } },
      { loc: ['body', 'pronunciation_dictionary_locators', 3], msg: 'One too many.', type: 'too_long' },
    ];
    const error = await refusal(json(422, { detail: issues }));
    expect(error).toMatchObject({ status: 422, code: 'less_than_equal' });
    expect(error.issues).toEqual(issues.map(({ loc, msg, type }) => ({ loc, msg, type })));
    expect(error.message).toContain('body.voice_settings.speed: Too fast.');
    expect(error.message).toContain('body.pronunciation_dictionary_locators.3: One too many.');
  });

  const ODD: [string, Response, Partial<RelayError>, RegExp][] = [
    ['a bare string', json(400, { detail: 'Not today' }), { status: 400, code: null }, /Not today\./],
    ['a message without a detail', json(500, { message: 'Broken.' }), { status: 500, code: null }, /Broken\./],
    ['an `error`', json(403, { error: 'Sign in first' }), { status: 403, code: null }, /Sign in first\./],
    ['an `error` object', json(503, { error: { code: 'off', message: 'Off.' } }), { code: 'off' }, /Off\./],
    ['plain text', new Response('Sign in first', { status: 401 }), { status: 401, code: null }, /Sign in first\./],
    ['an empty body', new Response(null, { status: 502 }), { status: 502, code: null }, /502/],
    ['an empty object', json(500, {}), { status: 500, code: null }, /500/],
    ['an empty list', json(422, { detail: [] }), { status: 422, code: null, issues: [] }, /422/],
    ['null', json(500, null), { status: 500, code: null }, /500/],
    ['a number', json(500, 7), { status: 500, code: null }, /500/],
    ['a null detail', json(500, { detail: null }), { status: 500, code: null }, /500/],
    ['issues of odd shapes', json(422, { detail: [null, 'x', {}, { loc: [{}, 1] }] }), { status: 422 }, /422/],
    ['half a JSON', new Response('{"detail": {"sta', { status: 500 }), { status: 500, code: null }, /500/],
    ['a code that every object has', json(400, detail('constructor', 'No.')), { code: 'constructor' }, /No\./],
    [
      'a body that breaks',
      new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) }), {
        status: 500,
      }),
      { status: 500, code: null },
      /500/,
    ],
  ];

  test.each(ODD)('with %s is told as far as it goes', async (_, answer, fields, words) => {
    const error = await refusal(answer);
    expect(error).toMatchObject(fields);
    expect(error.message).toMatch(words);
  });

  test.each([502, 524])('%i with a page of HTML shows none of its markup', async (status) => {
    const page = '<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head><body>cloud</body></html>';
    const error = await refusal(new Response(page, { status, headers: { 'content-type': 'text/html' } }));
    expect(error).toMatchObject({ status, code: null });
    expect(error.message).not.toMatch(/[<>]/);
  });

  test('with a very long text shows none of it', async () => {
    const error = await refusal(new Response('trace '.repeat(1000), { status: 500 }));
    expect(error.message.length).toBeLessThan(300);
  });
});

describe('Retry-After', () => {
  const retryAfter = async (value: string) =>
    (await refusal(json(429, detail('system_busy', 'Busy.'), { 'retry-after': value }))).retryAfter;

  test.each([
    ['30', 30],
    ['0', 0],
    ['1.5', 1.5],
    ['-5', 0],
    ['soon', null],
    ['', null],
    ['1e999', null],
  ])('of "%s" is %s seconds', async (value, seconds) => {
    expect(await retryAfter(value)).toBe(seconds);
  });

  test('as a date is the seconds until then, and 0 when it is over', async () => {
    const seconds = await retryAfter(new Date(Date.now() + 60_000).toUTCString());
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await retryAfter('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  });
});

test('a relay that cannot be reached is a RelayError without a status, with what fetch threw', async () => {
  const cause = new TypeError('fetch failed');
  const { relay } = relayThat(() => Promise.reject(cause));
  const error = await failureOf(relay.speak(HELLO));
  expect(error).toBeInstanceOf(RelayError);
  expect(error).toMatchObject({ status: null, code: 'relay_unreachable', cause });
  expectGoodWords(error);
  expect(error.message).toContain('https://relay.example/speech');
});
