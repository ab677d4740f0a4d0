import { createRelay, RelayError, type SpeechRequest, StreamError } from 'react-readalong';
import { createOfflineElevenLabs, createTonesEngine, type Fault, type OfflineCall } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from './error-words.js';
import { HELLO } from './fake-relay.js';
import { failureOf, readAnswer } from './read-answer.js';

const TEXT = 'Well — “hello”, said 3 cats. 你好 👩‍👩‍👧!\n\nAnd that was all.';

/** Client, relay and the stand-in for the API, each the true one. */
function world(faults: readonly Fault[] = []) {
  const calls: OfflineCall[] = [];
  const api = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: 'instant',
    faults,
    onCall: (call) => calls.push(call),
  });
  const handler = createRelayHandler({ apiKey: 'a-key', prefix: '/api/speech', fetch: api });
  const relay = createRelay({
    url: 'https://app.example/api/speech',
    fetch: (url, init) => handler(new Request(url, init)),
  });
  const read = (request: Partial<SpeechRequest> = {}) =>
    readAnswer(relay.speak({ ...HELLO, text: TEXT, outputFormat: 'pcm_16000', ...request }));
  return { relay, calls, read };
}

describe('from the client through the relay to the API and back', () => {
  test('text comes back as sound with a time for each character', async () => {
    const { read, calls } = world();
    const { text, audio, failure } = await read();
    expect(failure).toBeUndefined();
    expect(text).toBe(TEXT);
    expect(audio.length).toBeGreaterThan(16000);
    expect(calls).toMatchObject([{ status: 200, characters: [...TEXT].length, outputFormat: 'pcm_16000' }]);
  });

  test('the four endpoints give the same sound', async () => {
    const { read } = world();
    const { audio } = await read();
    for (const request of [{ stream: false }, { timestamps: false }, { stream: false, timestamps: false }]) {
      expect((await read(request)).audio).toEqual(audio);
    }
  });

  test('what it cost and its id reach the client', async () => {
    const { relay, calls } = world();
    const { characterCost, requestId } = await relay.speak({ ...HELLO, text: 'Hello. 👋' });
    expect(characterCost).toBe(8);
    expect(requestId).toBe(calls[0]?.requestId);
  });

  const HARMLESS: [string, Fault][] = [
    ['blank lines', { kind: 'blank-lines' }],
    ['no last line break', { kind: 'unterminated' }],
    ['sound and times in turns', { kind: 'empty-audio' }],
    ['pieces of one byte', { kind: 'recut', size: 1 }],
    ['pieces of odd sizes', { kind: 'recut', size: [1, 900], seed: 7 }],
  ];

  test.each(HARMLESS)('%s changes nothing', async (_, fault) => {
    const whole = await world().read();
    const { text, audio, failure } = await world([fault]).read();
    expect(failure).toBeUndefined();
    expect(text).toBe(whole.text);
    expect(audio).toEqual(whole.audio);
  });

  test('null alignments leave the sound whole', async () => {
    const { audio, text, failure } = await world([{ kind: 'null-alignment' }]).read();
    expect(failure).toBeUndefined();
    expect(text).toBe('');
    expect(audio).toEqual((await world().read()).audio);
  });

  const BREAKING: [string, Fault, string][] = [
    ['a cut with an error', { kind: 'cut', afterLines: 1 }, 'stream_cut'],
    ['a cut in a line', { kind: 'cut', afterBytes: 9000 }, 'stream_cut'],
    ['a cut that looks like an end', { kind: 'cut', afterLines: 1, how: 'end' }, 'stream_cut'],
    ['a cut in a line that looks like an end', { kind: 'cut', afterBytes: 9000, how: 'end' }, 'stream_cut'],
    [
      'an error line',
      { kind: 'error-line', afterLines: 1, body: { detail: { status: 'system_busy', message: 'Busy.' } } },
      'system_busy',
    ],
  ];

  test.each(BREAKING)('%s is told, and what came before is kept', async (_, fault, code) => {
    const { failure, text, audio } = await world([fault]).read({ text: TEXT.repeat(5) });
    expect(failure).toBeInstanceOf(StreamError);
    expect(failure).toMatchObject({ code, requestId: expect.stringMatching(/./) });
    expectGoodWords(failure);
    expect(text.length).toBeGreaterThanOrEqual(fault.kind === 'cut' && fault.afterBytes ? 0 : 1);
    expect(audio.length).toBeGreaterThanOrEqual(fault.kind === 'cut' && fault.afterBytes ? 0 : 1);
    expect(TEXT.repeat(5).startsWith(text)).toBe(true);
  });

  const REFUSING: [string, Fault, Partial<RelayError>][] = [
    [
      '401',
      { kind: 'status', status: 401, body: { detail: { status: 'quota_exceeded', message: 'No credits.' } } },
      { status: 401, code: 'quota_exceeded' },
    ],
    [
      '429',
      {
        kind: 'status',
        status: 429,
        body: { detail: { status: 'system_busy', message: 'Busy.' } },
        headers: { 'retry-after': '7' },
      },
      { status: 429, code: 'system_busy', retryAfter: 7 },
    ],
    ['422', { kind: 'status', status: 422, body: { detail: 'No.' } }, { status: 422 }],
  ];

  test.each(REFUSING)('%s is a RelayError with what the API said', async (_, fault, fields) => {
    const { relay } = world([fault]);
    const error = await failureOf(relay.speak(HELLO));
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ ...fields, requestId: expect.stringMatching(/./) });
    expectGoodWords(error);
  });

  test.each<Fault>([{ kind: 'network' }, { kind: 'status', status: 502, body: '<html>Bad gateway</html>' }])(
    'an API that is away ($kind) is a RelayError of the relay',
    async (fault) => {
      const error = await failureOf(world([fault]).relay.speak(HELLO));
      expect(error).toBeInstanceOf(RelayError);
      expect(error).toMatchObject({ status: expect.toSatisfy((status) => status >= 500) });
      expectGoodWords(error);
    },
  );

  test('an unknown voice is the 404 of the API', async () => {
    const { relay } = world();
    const error = await failureOf(relay.speak({ ...HELLO, voiceId: 'nobody' }));
    expect(error).toMatchObject({ status: 404, code: 'voice_not_found' });
    expectGoodWords(error);
  });

  test('a relay under another path is a 404 that says to check the url', async () => {
    const handler = createRelayHandler({ apiKey: 'a-key', prefix: '/elsewhere' });
    const relay = createRelay({ url: 'https://app.example/s', fetch: (url, init) => handler(new Request(url, init)) });
    const error = await failureOf(relay.speak(HELLO));
    expect(error).toMatchObject({ status: 404 });
    expectGoodWords(error);
    expect(error.message).toContain('url');
  });
});
