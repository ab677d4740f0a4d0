import { RelayError, type RelayOptions } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from './error-words.js';
import { HELLO, KEY, line, relayThat } from './fake-relay.js';
import { failureOf, readAnswer } from './read-answer.js';

const answer = () => new Response(line(HELLO.text));
/** What JavaScript lets through and TypeScript would not. */
const loose = (options: Record<string, unknown>): Partial<RelayOptions> => options;
/** Keys made before 2024 have no prefix. */
const OLD_KEY = '0123456789abcdef0123456789abcdef';

const HANDED_OVER: [string, Partial<RelayOptions>][] = [
  ['a header', { headers: { 'xi-api-key': KEY } }],
  ['a header in other letters', { headers: { 'XI-API-Key': KEY } }],
  ['a header without a prefix in the key', { headers: { 'xi-api-key': OLD_KEY } }],
  ['a list of headers', { headers: [['Xi-Api-Key', KEY]] }],
  ['Headers', { headers: new Headers({ 'xi-api-key': KEY }) }],
  ['a function', { headers: () => ({ 'xi-api-key': KEY }) }],
  ['an async function', { headers: async () => ({ 'xi-api-key': KEY }) }],
  ['a header with a line break, as a file with one line gives it', { headers: { 'xi-api-key': `${KEY}\n` } }],
  ['a bearer token', { headers: { Authorization: `Bearer ${KEY}` } }],
  ['an authorization without a scheme', { headers: { authorization: KEY } }],
  ['a header of an own name', { headers: { 'x-elevenlabs-key': KEY } }],
  ['an option apiKey', loose({ apiKey: KEY })],
  ['an option apiKey without a prefix', loose({ apiKey: OLD_KEY })],
  ['an option apiKey that is not set yet', loose({ apiKey: undefined })],
  ['an option xiApiKey', loose({ xiApiKey: KEY })],
  ["an option of the API's own spelling", loose({ 'xi-api-key': KEY })],
  ['the query', { url: `https://relay.example?xi-api-key=${OLD_KEY}` }],
  ['the query in other letters', { url: `/speech?XI_API_KEY=${OLD_KEY}` }],
  ['the query under an own name', { url: new URL(`https://relay.example/?token=${KEY}`) }],
  ['the user of a url', { url: `https://${KEY}@relay.example/speech` }],
  ['the password of a url', { url: `https://me:${KEY}@relay.example/speech` }],
  ['the path of a url', { url: `/speech/${KEY}` }],
];

describe('an API key', () => {
  test.each(HANDED_OVER)('in %s is refused with the reason, and nothing is sent', async (_, options) => {
    const { relay, sent } = relayThat(answer, options);
    const error = await failureOf(relay.speak(HELLO));
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ status: null, code: 'api_key_in_browser' });
    expectGoodWords(error);
    expect(error.message).not.toContain(OLD_KEY);
    expect(error.message).toContain('server');
    expect(error.cause).toBeUndefined();
    expect(sent).toEqual([]);
  });

  test.each([
    ['a session token', { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.abc' }],
    ["another service's key", { authorization: 'Bearer sk_test_4eC39HqLyjWDarjtT1zdp7dc' }],
    ['a token of hexadecimal digits', { authorization: `Bearer ${OLD_KEY}` }],
  ])('is not seen in %s', async (_, headers) => {
    const { relay, sent } = relayThat(answer, { headers });
    await relay.speak(HELLO);
    expect(sent).toHaveLength(1);
  });

  test("that a careless relay repeats is taken out of the error's message", async () => {
    const body = { detail: { status: 'invalid_api_key', message: `Invalid API key ${KEY}` } };
    const { relay } = relayThat(() => Response.json(body, { status: 401 }));
    expectGoodWords(await failureOf(relay.speak(HELLO)));

    const listed = { detail: [{ loc: ['header', 'xi-api-key'], msg: `${KEY} is wrong`, type: 'value_error' }] };
    const refusing = relayThat(() => Response.json(listed, { status: 422 })).relay;
    const error = await failureOf(refusing.speak(HELLO));
    expectGoodWords(error);
    expect(JSON.stringify(error)).not.toContain(KEY);

    const breaking = relayThat(() => new Response(`${line('Hel')}\n${JSON.stringify(body)}\n`)).relay;
    expectGoodWords((await readAnswer(breaking.speak(HELLO))).failure);
  });
});

describe("the API's own address in the place of a relay's", () => {
  test.each(['https://api.elevenlabs.io', 'https://api.us.elevenlabs.io/', new URL('https://API.elevenlabs.io/v1')])(
    '%s is refused, since the page has no key and must have none',
    async (url) => {
      const { relay } = relayThat(answer, { url, fetch: undefined });
      const error = await failureOf(relay.speak(HELLO));
      expect(error).toMatchObject({ status: null, code: 'relay_is_the_api' });
      expectGoodWords(error);
    },
  );

  test('is fine with a fetch of your own, which may run where a key is safe', async () => {
    const { relay, sent } = relayThat(answer, { url: 'https://api.elevenlabs.io' });
    await relay.speak(HELLO);
    expect(sent).toHaveLength(1);
  });
});
