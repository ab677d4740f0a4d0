import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, json, relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream/with-timestamps';
const bytes = (text: string) => new TextEncoder().encode(text);

/** An API's stream that the test feeds by hand. */
function handFed() {
  const state = { cancelled: false };
  let feed = (_chunk: string): void => {};
  let end = (): void => {};
  let cut = (_error: unknown): void => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        feed = (chunk) => controller.enqueue(bytes(chunk));
        end = () => controller.close();
        cut = (error) => controller.error(error);
      },
      cancel: () => {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const answer = new Response(body, { headers: { 'content-type': 'application/json', 'request-id': 'r1' } });
  return { answer, state, feed: (chunk: string) => feed(chunk), end: () => end(), cut: (error: unknown) => cut(error) };
}

function readerOf(answer: Response) {
  if (!answer.body) throw new Error('The answer has no body.');
  return answer.body.getReader();
}

describe('a stream', () => {
  it('begins while the API is still speaking', async () => {
    const api = handFed();
    const answer = await relayTo(api.answer).relay(speak(path));
    expect([answer.status, answer.headers.get('request-id')]).toEqual([200, 'r1']);
    const reader = readerOf(answer);
    for (const chunk of ['{"a":1}\n', '\n', '{"b":']) {
      api.feed(chunk);
      expect((await reader.read()).value).toEqual(bytes(chunk));
    }
    api.end();
    expect((await reader.read()).done).toBe(true);
  });

  it('arrives byte for byte, chunk by chunk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 20 }), async (chunks) => {
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const chunk of chunks) controller.enqueue(chunk);
            controller.close();
          },
        });
        const { relay } = relayTo(() => new Response(body, { headers: { 'content-type': 'audio/mpeg' } }));
        const answer = await relay(speak('/v1/text-to-speech/abc/stream'));
        const sent = Buffer.concat(chunks);
        expect(Buffer.from(await answer.arrayBuffer()).equals(sent)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('asks the API for no more than the reader takes', async () => {
    let made = 0;
    const endless = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          made += 1;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const answer = await relayTo(new Response(endless)).relay(speak(path));
    const reader = readerOf(answer);
    await reader.read();
    await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBe(2);
    await reader.cancel();
  });

  it('that the API cuts keeps what came and then fails', async () => {
    const api = handFed();
    const reader = readerOf(await relayTo(api.answer).relay(speak(path)));
    api.feed('{"a":1}\n');
    expect((await reader.read()).value).toEqual(bytes('{"a":1}\n'));
    api.cut(new TypeError('terminated'));
    await expect(reader.read()).rejects.toMatchObject({ name: 'StreamError' });
  });

  it('that is empty stays empty', async () => {
    const answer = await relayTo(new Response(null, { status: 204 })).relay(speak(path));
    expect([answer.status, answer.body]).toEqual([204, null]);
  });
});

describe('a reader that leaves', () => {
  it('ends the call to the API by cancelling the body', async () => {
    const api = handFed();
    const { relay, reached } = relayTo(api.answer);
    const reader = readerOf(await relay(speak(path)));
    api.feed('{"a":1}\n');
    await reader.read();
    expect(reached[0]?.signal.aborted).toBe(false);
    await reader.cancel();
    expect([reached[0]?.signal.aborted, api.state.cancelled]).toEqual([true, true]);
  });

  it('ends the call to the API by aborting the request in mid-stream, and reads its own reason', async () => {
    const api = handFed();
    const { relay, reached } = relayTo(api.answer);
    const controller = new AbortController();
    const reader = readerOf(await relay(speak(path, undefined, { signal: controller.signal })));
    api.feed('{"a":1}\n');
    await reader.read();
    const next = reader.read();
    controller.abort();
    await expect(next).rejects.toMatchObject({ name: 'AbortError' });
    expect([reached[0]?.signal.aborted, api.state.cancelled]).toEqual([true, true]);
  });

  it('ends the call to the API before it has answered, and is rejected as by fetch', async () => {
    const controller = new AbortController();
    const { relay, reached } = relayTo(
      ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const answer = relay(speak(path, undefined, { signal: controller.signal }));
    await expect.poll(() => reached.length).toBe(1);
    controller.abort(new Error('seeked away'));
    await expect(answer).rejects.toThrow('seeked away');
    expect(reached[0]?.signal.aborted).toBe(true);
  });

  it('that has left already buys nothing', async () => {
    const { relay, reached } = relayTo(json({}));
    await expect(relay(speak(path, undefined, { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(relay(get('/v2/voices', { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(reached).toHaveLength(0);
  });

  it('does not abort a call that has ended', async () => {
    const api = handFed();
    const { relay, reached } = relayTo(api.answer);
    const controller = new AbortController();
    const answer = await relay(speak(path, undefined, { signal: controller.signal }));
    api.feed('all');
    api.end();
    expect(await answer.text()).toBe('all');
    controller.abort();
    expect(reached[0]?.signal.aborted).toBe(false);
  });
});
