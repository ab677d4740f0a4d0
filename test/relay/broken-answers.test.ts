import { type SpeechRequest, StreamError } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { expectGoodWords } from './error-words.js';
import { bodyOf, HELLO, line, relayThat } from './fake-relay.js';
import { readAnswer } from './read-answer.js';

async function read(pieces: readonly string[], request: Partial<SpeechRequest> = {}, failure?: unknown) {
  const { body } = bodyOf(pieces, failure);
  const { relay } = relayThat(() => new Response(body, { headers: { 'request-id': 'r1' } }));
  return readAnswer(relay.speak({ ...HELLO, ...request }));
}

function expectBroken(failure: unknown, code: string): StreamError {
  expect(failure).toBeInstanceOf(StreamError);
  if (!(failure instanceof StreamError)) throw failure;
  expect(failure.code).toBe(code);
  expect(failure.requestId).toBe('r1');
  expectGoodWords(failure);
  return failure;
}

const quiet = (characters: string) => line(characters).replace(/"audio_base64":"[^"]*"/, '"audio_base64":""');
const untimed = JSON.stringify({ audio_base64: btoa('sound'), alignment: null, normalized_alignment: null });

describe('an answer that is whole', () => {
  const WHOLE: [string, string[]][] = [
    ['in one line', [`${line('Hello.')}\n`]],
    ['without a last line break', [line('Hello.')]],
    ['with blank lines', [`\n\r\n  \n${line('Hel')}\n\n\n${line('lo.', 3)}\n\n`]],
    ['with Windows line breaks', [`${line('Hel')}\r\n${line('lo.', 3)}\r\n`]],
    ['with a byte order mark', [`\ufeff${line('Hello.')}\n`]],
    ['with lines that hold no sound', [`${quiet('Hel')}\n${untimed}\n${quiet('lo.')}\n${untimed}\n`]],
    ['with a line without fields', [`{}\n${line('Hello.')}\n`]],
    ['with null for sound', [`{"audio_base64":null,"alignment":null}\n${line('Hello.')}\n`]],
    ['without a trailing space of the text', [`${line('Hello.')}\n`]],
  ];

  test.each(WHOLE)('%s is read to its end', async (_, pieces) => {
    const { text, audio, failure } = await read(pieces, { text: 'Hello. ' });
    expect(failure).toBeUndefined();
    expect(text).toBe('Hello.');
    expect(audio.length).toBeGreaterThan(4);
  });

  test.each([
    ['all of it', [untimed, untimed]],
    ['its end', [line('Hel'), untimed]],
    ['its middle', [line('He'), untimed, line('.', 5)]],
  ])('may leave out the times of %s', async (_, lines) => {
    const { failure, chunks } = await read(lines.map((text) => `${text}\n`));
    expect(failure).toBeUndefined();
    expect(chunks).toHaveLength(lines.length);
    expect(chunks.some(({ alignment }) => alignment === null)).toBe(true);
  });

  test.each([
    ['tags that the model performs', 'Hello. [laughs]', 'Hello.'],
    ['two of them', 'Hello. [laughs] [sighs]\n', 'Hello. '],
    ['SSML', 'Hello. <break time="1.5s" />', 'Hello.'],
    ['SSML in its middle', 'Hello <break time="1s"/> world.', 'Hello world.'],
    ['white space before it', '  Hello.', 'Hello.'],
    ['words that it speaks otherwise', 'Hello 5.', 'Hello five.'],
  ])('may leave %s out of its characters', async (_, text, spoken) => {
    const { failure, text: received } = await read([`${line(spoken)}\n`], { text });
    expect(failure).toBeUndefined();
    expect(received).toBe(spoken);
  });

  test("may be in the SDK's spelling", async () => {
    const times = { characterStartTimesSeconds: [0], characterEndTimesSeconds: [0.5] };
    const sdk = { audioBase64: btoa('sound'), alignment: null, normalizedAlignment: { characters: ['5'], ...times } };
    const { chunks, failure } = await read([JSON.stringify(sdk)], { stream: false });
    expect(failure).toBeUndefined();
    expect(chunks).toEqual([
      {
        audio: new TextEncoder().encode('sound'),
        alignment: null,
        normalizedAlignment: { characters: ['5'], ...times },
      },
    ]);
  });

  test('buffered, with timestamps, is one chunk, even over many lines', async () => {
    const pretty = JSON.stringify(JSON.parse(line('Hello.')), null, 2);
    const { chunks, failure } = await read([pretty.slice(0, 40), pretty.slice(40)], { stream: false });
    expect(failure).toBeUndefined();
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.alignment?.characterEndTimesSeconds).toHaveLength(6);
  });
});

describe('an answer that is short', () => {
  test.each([
    ['ends cleanly after some words', 'Hello there, you.', [line('Hello'), line(' there', 5)], 11],
    ['ends cleanly after tags', '[laughs] Hello there.', [line('[laughs] Hello')], 14],
    ['ends in front of a bracket that is none', 'Hello [there', [line('Hello')], 5],
    ['had a line without times on its way', 'Hello there, you.', [line('Hello'), untimed, line(' there', 5)], 11],
  ])('%s: says how far it came, and keeps that', async (_, text, lines, reached) => {
    const { failure, text: received } = await read(
      lines.map((one) => `${one}\n`),
      { text },
    );
    const error = expectBroken(failure, 'stream_cut');
    expect(error.message).toContain(`${reached} of ${text.length}`);
    expect(received).toHaveLength(reached);
  });

  test.each([true, false])('in the middle of JSON (stream %s) was cut', async (stream) => {
    const whole = line('Hello.');
    expectBroken((await read([whole.slice(0, whole.length - 9)], { stream })).failure, 'stream_cut');
  });

  test('in the middle of its second line keeps the first', async () => {
    const { failure, text } = await read([`${line('Hel')}\n`, line('lo.', 3).slice(0, 30)]);
    expectBroken(failure, 'stream_cut');
    expect(text).toBe('Hel');
  });

  test.each([true, false])('by a connection that breaks (timestamps %s) keeps what came', async (timestamps) => {
    const cause = new TypeError('terminated');
    const { failure, audio } = await read([`${line('Hel')}\n`], { timestamps }, cause);
    expect(expectBroken(failure, 'stream_cut').cause).toBe(cause);
    expect(audio.length).toBeGreaterThan(0);
  });
});

describe('an answer without any sound', () => {
  test.each([
    ['an empty body', [], {}],
    ['blank lines', ['\n', '\n\n'], {}],
    ['an empty body, buffered', [], { stream: false }],
    ['no bytes', [], { timestamps: false }],
    ['times only', [`${quiet('Hello.')}\n`], {}],
    ['half of the times only', [`${quiet('Hel')}\n`], {}],
    ['lines without fields', ['{}\n{}\n'], {}],
  ])('(%s) says so', async (_, pieces, request) => {
    const { failure } = await read(pieces, request);
    expectBroken(failure, 'no_audio');
  });

  test('(no body at all) says so', async () => {
    const { relay } = relayThat(() => new Response(null, { status: 204, headers: { 'request-id': 'r1' } }));
    expectBroken((await readAnswer(relay.speak(HELLO))).failure, 'no_audio');
  });
});

describe('a success that is none', () => {
  const PAGE = '<!DOCTYPE html>\n<html>\n<body>My app</body>\n</html>';
  const ways: [string, Partial<SpeechRequest>][] = [
    ['stream with timestamps', {}],
    ['timestamps', { stream: false }],
    ['stream', { timestamps: false }],
    ['plain', { stream: false, timestamps: false }],
  ];

  test.each(ways)('a page of HTML (%s) points at the url of the relay', async (_, request) => {
    const { relay } = relayThat(
      () => new Response(PAGE, { headers: { 'content-type': 'text/html', 'request-id': 'r1' } }),
    );
    const { failure, audio } = await readAnswer(relay.speak({ ...HELLO, ...request }));
    const error = expectBroken(failure, 'not_json');
    expect(error.message).toContain('HTML');
    expect(error.message).toContain('url');
    expect(audio).toHaveLength(0);
  });

  test.each(ways)("an error object (%s) has the API's code and words", async (_, request) => {
    const body = { detail: { status: 'quota_exceeded', message: 'No credits left.', request_id: 'r1' } };
    const { relay } = relayThat(() => Response.json(body));
    const { failure } = await readAnswer(relay.speak({ ...HELLO, ...request }));
    const error = expectBroken(failure, 'quota_exceeded');
    expect(error.message).toContain('No credits left.');
    expect(error.message).toContain('credits');
  });

  test.each([['plain words'], ['7'], ['"words"'], ['null'], ['[]'], ['true']])('%s is told', async (body) => {
    expect((await read([body])).failure).toBeInstanceOf(StreamError);
    expectGoodWords((await read([body])).failure);
  });

  test('text between lines is no cut', async () => {
    const { failure, text } = await read([`${line('Hel')}\nnginx: upstream gone\n${line('lo.', 3)}\n`]);
    expectBroken(failure, 'not_json');
    expect(text).toBe('Hel');
  });

  test('sound that is not base64 is told, and what came before is kept', async () => {
    const { failure, text } = await read([`${line('Hel')}\n{"audio_base64":"!!"}\n`]);
    expectBroken(failure, 'not_base64');
    expect(text).toBe('Hel');
  });

  test('sound may begin like a page or an object, whatever its content type says', async () => {
    for (const type of ['audio/mpeg', 'application/octet-stream', 'application/json', 'text/html']) {
      for (const first of ['<', '{']) {
        const bytes = `${first}\u0001\u0002 sound`;
        const { relay } = relayThat(() => new Response(bytes, { headers: { 'content-type': type } }));
        const { failure, audio } = await readAnswer(relay.speak({ ...HELLO, timestamps: false }));
        expect(failure).toBeUndefined();
        expect(audio).toEqual(new TextEncoder().encode(bytes));
      }
    }
  });
});

describe('an error in mid-stream', () => {
  test.each([
    ['an object', { detail: { status: 'system_busy', message: 'Busy.' } }, 'system_busy', 'Busy. '],
    ['a newer object', { detail: { code: 'system_busy', message: 'Busy', type: 'x' } }, 'system_busy', 'Busy. '],
    ['a string', { detail: 'Busy' }, null, 'Busy. '],
    ['an `error`', { error: 'Busy', code: 'busy' }, 'busy', 'Busy. '],
    ['an `error` object', { error: { code: 'busy', message: 'Busy!' } }, 'busy', 'Busy! '],
    ['nothing but an empty detail', { detail: {} }, null, 'no reason'],
  ])('as %s keeps what came before', async (_, body, code, words) => {
    const { failure, text } = await read([`${line('Hel')}\n`, `${JSON.stringify(body)}\n`, `${line('lo.', 3)}\n`]);
    expect(failure).toBeInstanceOf(StreamError);
    expect(failure).toMatchObject({ code, requestId: 'r1' });
    expectGoodWords(failure);
    expect(failure.message).toContain(words);
    expect(text).toBe('Hel');
  });

  test('keeps the id that the error itself names', async () => {
    const body = { detail: { status: 'a', message: 'b', request_id: 'own' } };
    expect((await read([JSON.stringify(body)])).failure).toMatchObject({ requestId: 'own' });
  });
});
