import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Endpoint, endpointMethod, endpointPath, isVoiceId, matchEndpoint } from '../../src/wire/endpoint.js';

const voiceId = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/);
const endpoint: fc.Arbitrary<Endpoint> = fc.oneof(
  fc.record({ kind: fc.constant('speech' as const), voiceId, stream: fc.boolean(), timestamps: fc.boolean() }),
  fc.record({ kind: fc.constant('voice' as const), voiceId }),
  fc.constant({ kind: 'voices' as const }),
);

describe('the endpoints', () => {
  test('are named by their paths and by no others', () => {
    fc.assert(
      fc.property(endpoint, (one) => {
        expect(matchEndpoint(endpointPath(one))).toEqual(one);
        expect(matchEndpoint(`${endpointPath(one)}/`)).toBeNull();
        expect(matchEndpoint(`/x${endpointPath(one)}`)).toBeNull();
      }),
    );
  });

  test.each([
    '',
    '/',
    '/v1/voices',
    '/v1/voices/',
    '/v2/voices/',
    '/v2/voices/abc',
    '/v1/text-to-speech',
    '/v1/text-to-speech/',
    '/v1/text-to-speech/a/with-timestamps/stream',
    '/v1/text-to-speech/a/stream/',
    '/v1/text-to-speech/a%2fb',
    '/v1/text-to-speech/..',
    '/v1/voices/../user',
    '/v1/voices/a/settings',
    '/v3/text-to-speech/a',
    'v1/voices/a',
  ])('"%s" names none', (path) => {
    expect(matchEndpoint(path)).toBeNull();
  });

  test('that speak are posted to, the others are got', () => {
    expect(endpointMethod({ kind: 'speech', voiceId: 'a', stream: true, timestamps: true })).toBe('POST');
    expect(endpointMethod({ kind: 'voices' })).toBe('GET');
    expect(endpointMethod({ kind: 'voice', voiceId: 'a' })).toBe('GET');
  });

  test.each(['', 'a/b', '..', 'a b', 'a'.repeat(129), 'é', 'a\n', 7, null, undefined])('%j is no voice id', (value) => {
    expect(isVoiceId(value)).toBe(false);
  });
});
