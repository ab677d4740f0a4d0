import type { Fault } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { ask, askVoices, instantTones, joinAlignments, joinAudio, parseLines } from './ask.js';

const TEXT =
  'Everything goes wrong — ünïcödé 👋 too. But what came before it is kept, as it should be, to the last line.';

const speak = (...faults: Fault[]) => instantTones({ faults })(ask({ text: TEXT }));

/** What came until the body ended, and the error that ended it. */
async function drain(response: Response): Promise<{ writes: Uint8Array[]; text: string; error: unknown }> {
  const writes: Uint8Array[] = [];
  let error: unknown = null;
  try {
    for await (const bytes of response.body ?? []) writes.push(bytes);
  } catch (thrown) {
    error = thrown;
  }
  return { writes, text: Buffer.concat(writes).toString(), error };
}

const whole = async () => (await drain(await speak())).text;

describe('a stream that breaks', () => {
  test('is cut after so many lines, with an error or as if it were whole', async () => {
    const broken = await drain(await speak({ kind: 'cut', afterLines: 2 }));
    const ended = await drain(await speak({ kind: 'cut', afterLines: 2, how: 'end' }));
    expect(broken.error).toBeInstanceOf(TypeError);
    expect(ended.error).toBeNull();
    expect(broken.text).toBe(ended.text);
    expect(parseLines(broken.text)).toEqual(parseLines(await whole()).slice(0, 2));
  });

  test('is cut after so many bytes, inside a line', async () => {
    const broken = await drain(await speak({ kind: 'cut', afterBytes: 1234 }));
    expect(broken.error).toBeInstanceOf(TypeError);
    expect(broken.text).toHaveLength(1234);
    const ended = await drain(await speak({ kind: 'cut', afterBytes: 1234, how: 'end' }));
    expect(ended).toMatchObject({ error: null, text: broken.text });
  });

  test('is cut in sound without times too', async () => {
    const response = await instantTones({ faults: [{ kind: 'cut', afterBytes: 5001 }] })(
      ask({ text: TEXT }, { tail: '/stream' }),
    );
    const { error, writes } = await drain(response);
    expect(error).toBeInstanceOf(TypeError);
    expect(Buffer.concat(writes)).toHaveLength(5001);
  });

  test('says so in a line, and ends', async () => {
    const { text, error } = await drain(await speak({ kind: 'error-line', afterLines: 1 }));
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(error).toBeNull();
    expect(lines).toHaveLength(2);
    expect(lines[1]).toEqual({ detail: { status: 'system_busy', message: expect.stringContaining('heavy traffic') } });
    const own = await drain(await speak({ kind: 'error-line', afterLines: 0, body: { error: 'quota_exceeded' } }));
    expect(own.text).toBe('{"error":"quota_exceeded"}\n');
  });

  test('has no last newline', async () => {
    const { text } = await drain(await speak({ kind: 'unterminated' }));
    expect(`${text}\n`).toBe(await whole());
  });

  test('has blank lines', async () => {
    const { text } = await drain(await speak({ kind: 'blank-lines' }));
    expect(text.split('\n').filter((line) => line === '').length).toBeGreaterThan(5);
    expect(text.replace(/\n+/g, '\n').trimStart()).toBe(await whole());
  });
});

describe('a stream without its times or its sound', () => {
  test('has null alignments in all lines, or in those named', async () => {
    const none = parseLines((await drain(await speak({ kind: 'null-alignment' }))).text);
    expect(none.every((line) => line.alignment === null && line.normalized_alignment === null)).toBe(true);
    expect(joinAudio(none)).toEqual(joinAudio(parseLines(await whole())));
    const some = parseLines((await drain(await speak({ kind: 'null-alignment', lines: [1, 3] }))).text);
    expect(some.map((line) => line.alignment === null).slice(0, 5)).toEqual([false, true, false, true, false]);
    const buffered = await instantTones({ faults: [{ kind: 'null-alignment' }] })(
      ask({ text: TEXT }, { tail: '/with-timestamps' }),
    );
    expect(await buffered.json()).toMatchObject({
      alignment: null,
      normalized_alignment: null,
      audio_base64: expect.any(String),
    });
  });

  test('has lines with empty audio, and loses nothing', async () => {
    const lines = parseLines((await drain(await speak({ kind: 'empty-audio' }))).text);
    const plain = parseLines(await whole());
    expect(lines).toHaveLength(plain.length * 2);
    expect(lines.filter((line) => line.audio_base64 === '')).toHaveLength(plain.length);
    expect(joinAlignments(lines)).toEqual(joinAlignments(plain));
    expect(Buffer.compare(joinAudio(lines), joinAudio(plain))).toBe(0);
  });
});

describe('a stream in other pieces', () => {
  test('comes byte by byte, inside UTF-8 sequences, and is the same', async () => {
    const { writes, text } = await drain(await speak({ kind: 'recut', size: 1 }));
    expect(writes.every((bytes) => bytes.length === 1)).toBe(true);
    expect(text).toBe(await whole());
  });

  test('comes in sizes that a seed gives', async () => {
    const sizes = async (seed: number) =>
      (await drain(await speak({ kind: 'recut', size: [1, 40], seed }))).writes.map((bytes) => bytes.length);
    const first = await sizes(1);
    expect(Math.max(...first)).toBe(40);
    expect(Math.min(...first.slice(0, -1))).toBe(1);
    expect(await sizes(1)).toEqual(first);
    expect(await sizes(2)).not.toEqual(first);
  });
});

describe('an answer that is none', () => {
  test.each<[string, Extract<Fault, { kind: 'status' }>, string, string | null]>([
    [
      'an object',
      { kind: 'status', status: 429, body: { detail: { status: 'system_busy', message: 'Busy.' } } },
      '{"detail":{"status":"system_busy","message":"Busy."}}',
      'application/json',
    ],
    [
      'an array',
      { kind: 'status', status: 422, body: { detail: [{ loc: ['body'], msg: 'No.', type: 'x' }] } },
      '{"detail":[{"loc":["body"],"msg":"No.","type":"x"}]}',
      'application/json',
    ],
    [
      'a bare string',
      { kind: 'status', status: 500, body: { detail: 'Oh no.' } },
      '{"detail":"Oh no."}',
      'application/json',
    ],
    ['HTML', { kind: 'status', status: 524, body: '<html>A timeout</html>' }, '<html>A timeout</html>', 'text/html'],
    ['text', { kind: 'status', status: 503, body: 'upstream down' }, 'upstream down', 'text/plain'],
    ['nothing', { kind: 'status', status: 502 }, '', null],
  ])('has another status and says %s', async (_name, fault, body, type) => {
    const response = await speak(fault);
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([
      fault.status,
      body,
      type,
    ]);
    expect(response.headers.get('request-id')).toMatch(/^\w{20}$/);
    expect(response.headers.has('character-cost')).toBe(false);
  });

  test('has the headers that were asked for', async () => {
    const response = await speak({ kind: 'status', status: 429, headers: { 'retry-after': '2' } });
    expect(response.headers.get('retry-after')).toBe('2');
  });

  test('rejects like a fetch that reaches nothing', async () => {
    await expect(speak({ kind: 'network' })).rejects.toThrow(TypeError);
  });

  test('is a page of HTML with status 200', async () => {
    const response = await speak({ kind: 'not-json' });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  test('is the same for voices', async () => {
    const response = await instantTones({ faults: [{ kind: 'status', status: 503 }] })(askVoices('/v2/voices'));
    expect(response.status).toBe(503);
  });
});

test('faults can be for some calls only', async () => {
  const fetch = instantTones({ faults: (call) => (call.index === 0 ? [{ kind: 'status', status: 500 }] : []) });
  const statuses: number[] = [];
  for (let i = 0; i < 2; i++) statuses.push((await fetch(ask({ text: 'Hi' }))).status);
  expect(statuses).toEqual([500, 200]);
});
