import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, json, refusedFor, relayTo, speak } from './fake-api.js';

const hostile = [
  '/',
  '/v1',
  '/v1/user',
  '/v1/history',
  '/v1/voices',
  '/v1/voices/',
  '/v1/voices/abc/',
  '/v1/voices/abc/settings',
  '/v2/voices/',
  '/v2/voices/abc',
  '//v2/voices',
  '/v2//voices',
  '/V2/voices',
  '/v2/voices;a=b',
  '/v2%2fvoices',
  '/%76%32/voices',
  '/v1/voices/abc%2fedit',
  '/v1/voices/abc%2Fedit',
  '/v1/voices/abc%5cedit',
  '/v1/voices/..%2fuser',
  '/v1/voices/%252e%252e%252fuser',
  '/v1/voices/%2e%2e%2f%2e%2e%2fv1%2fuser',
  '/v1/voices/abc%00',
  '/v1/voices/abc%0d%0axi-api-key:%20x',
  '/v1/voices/abc%3fadmin=1',
  '/v1/voices/abc%23',
  '/v1/voices/abc%20',
  '/v1/voices/ä',
  '/v1/voices/@',
  `/v1/voices/${'a'.repeat(129)}`,
  '/v1/text-to-speech/',
  '/v1/text-to-speech/abc/',
  '/v1/text-to-speech/abc/stream/',
  '/v1/text-to-speech/abc/streams',
  '/v1/text-to-speech/abc/with-timestamps/stream',
  '/v1/text-to-speech/abc%2fstream',
  '/v1/text-to-speech/abc/stream%2fwith-timestamps',
  '/v1/text-to-speech/abc/stream/with-timestamps/x',
];

describe('a path that is none of the relay', () => {
  it.each(hostile)('is a 404, and reaches nothing: %s', async (path) => {
    const { relay, reached } = relayTo(json({}));
    for (const request of [get(path), speak(path)]) {
      const answer = await relay(request);
      expect([answer.status, await refusedFor(answer)]).toEqual([404, 'endpoint_not_found']);
    }
    expect(reached).toHaveLength(0);
  });

  it('never reaches the API as another one, whatever is made of slashes, dots and percent signs', async () => {
    const bit = fc.constantFrom(
      'v1',
      'v2',
      'voices',
      'abc',
      'user',
      '..',
      '.',
      '/',
      '//',
      '%2f',
      '%2e',
      '%00',
      '\\',
      '%',
      ';',
      '@',
      ':',
      '\r\n',
    );
    const open = /^https:\/\/api\.elevenlabs\.io\/(?:v2\/voices|v1\/voices\/[\w-]+)$/;
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 10 }), async (bits) => {
        const { relay, reached } = relayTo(() => json({}));
        const answer = await relay(get(`/${bits.join('')}`));
        expect(answer.status).not.toBe(500);
        for (const { url } of reached) expect(url).toMatch(open);
      }),
      { numRuns: 1000 },
    );
  });
});
