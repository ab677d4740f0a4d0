import { RelayError, type RelayOptions } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from './error-words.js';
import { HELLO, KEY, line, relayThat } from './fake-relay.js';
import { failureOf } from './read-answer.js';

const PATH = `/v1/text-to-speech/${HELLO.voiceId}/stream/with-timestamps`;
const answer = () => new Response(line(HELLO.text));

async function sentWith(options: Partial<RelayOptions>, request = {}) {
  const { relay, sent } = relayThat(answer, options);
  await relay.speak({ ...HELLO, ...request });
  const [call] = sent;
  if (!call) throw new Error('Nothing was sent.');
  return call;
}

describe('the url of the relay', () => {
  test.each<[string | URL, string]>([
    ['/api/speech', `/api/speech${PATH}`],
    ['/api/speech/', `/api/speech${PATH}`],
    ['/api/speech//', `/api/speech${PATH}`],
    ['/', PATH],
    ['', PATH],
    ['speech', `speech${PATH}`],
    ['../speech', `../speech${PATH}`],
    ['https://relay.example', `https://relay.example${PATH}`],
    ['https://relay.example/', `https://relay.example${PATH}`],
    [new URL('https://relay.example'), `https://relay.example${PATH}`],
    [new URL('https://relay.example:8080/a/b/'), `https://relay.example:8080/a/b${PATH}`],
    ['https://relay.example/s?app=1', `https://relay.example/s${PATH}?app=1`],
    [new URL('https://relay.example/s/?app=1&b=2'), `https://relay.example/s${PATH}?app=1&b=2`],
    ['/s?next=a?b', `/s${PATH}?next=a?b`],
    ['/s?', `/s${PATH}`],
    ['https://relay.example/s#there', `https://relay.example/s${PATH}`],
  ])('%s is joined with the path of the endpoint', async (url, expected) => {
    expect((await sentWith({ url })).url).toBe(expected);
  });

  test('keeps its own query beside that of the request', async () => {
    const { url } = await sentWith({ url: '/s?app=1' }, { outputFormat: 'pcm_16000', enableLogging: false });
    expect(Object.fromEntries(new URL(url, 'https://page.example').searchParams)).toEqual({
      app: '1',
      output_format: 'pcm_16000',
      enable_logging: 'false',
    });
  });
});

describe('own headers', () => {
  const forms: [string, RelayOptions['headers']][] = [
    ['an object', { authorization: 'Bearer session' }],
    ['a list of pairs', [['Authorization', 'Bearer session']]],
    ['Headers', new Headers({ authorization: 'Bearer session' })],
    ['a function', () => ({ authorization: 'Bearer session' })],
    ['an async function', async () => new Headers({ authorization: 'Bearer session' })],
  ];

  test.each(forms)('as %s travel with the request', async (_, headers) => {
    const sent = await sentWith({ headers });
    expect(sent.headers.get('authorization')).toBe('Bearer session');
    expect(sent.headers.get('content-type')).toBe('application/json');
  });

  test('from a function are asked for at each request, so that a session may be renewed', async () => {
    let asked = 0;
    const { relay, sent } = relayThat(answer, { headers: () => ({ 'x-count': String(++asked) }) });
    await relay.speak(HELLO);
    await relay.speak(HELLO);
    expect(sent.map(({ headers }) => headers.get('x-count'))).toEqual(['1', '2']);
  });

  test('that cannot be had say so, and nothing is sent', async () => {
    const cause = new Error('The session is over.');
    const { relay, sent } = relayThat(answer, { headers: () => Promise.reject(cause) });
    const error = await failureOf(relay.speak(HELLO));
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ status: null, code: 'headers_failed', cause });
    expectGoodWords(error);
    expect(sent).toEqual([]);
  });

  test('that no request can carry say so without repeating them', async () => {
    const { relay, sent } = relayThat(answer, { headers: { 'x-token': `${KEY}\nsecond line` } });
    const error = await failureOf(relay.speak(HELLO));
    expectGoodWords(error);
    expect(error).toMatchObject({ status: null });
    expect(String(error.cause)).not.toContain(KEY);
    expect(sent).toEqual([]);
  });
});

test.each(['include', 'same-origin', 'omit'] as const)('credentials %s are passed to fetch', async (credentials) => {
  expect((await sentWith({ credentials })).init.credentials).toBe(credentials);
});

test('a client sends nothing by being made', () => {
  expect(relayThat(answer).sent).toEqual([]);
});
