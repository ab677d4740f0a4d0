import { createRelay, type RelayOptions, SpeechError } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { bodyOf, HELLO, line, relayThat } from './fake-relay.js';
import { failureOf, readAnswer } from './read-answer.js';

const REASON = new Error('The reader turned the page.');

/** Waits until a relay that never answers was asked; what comes back fulfils with what the request fails with. */
async function asked(speak: (fetch: RelayOptions['fetch']) => Promise<unknown>): Promise<() => Promise<unknown>> {
  let resolve = () => {};
  const reached = new Promise<void>((done) => {
    resolve = done;
  });
  const never = (_: unknown, { signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      resolve();
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  const failure = failureOf(speak(never));
  await reached;
  return () => failure;
}

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(REASON) };
}

describe('an abort', () => {
  test('before the request sends nothing and is the reason of the signal', async () => {
    const { signal, abort } = aborting();
    let asked = 0;
    const { relay, sent } = relayThat(() => new Response(line(HELLO.text)), {
      headers: () => {
        asked++;
        return {};
      },
    });
    abort();
    expect(await failureOf(relay.speak(HELLO, { signal }))).toBe(REASON);
    expect(sent).toEqual([]);
    expect(asked).toBe(0);
  });

  test('while headers are fetched sends nothing', async () => {
    const { signal, abort } = aborting();
    const { relay, sent } = relayThat(() => new Response(line(HELLO.text)), {
      headers: async () => {
        abort();
        return {};
      },
    });
    expect(await failureOf(relay.speak(HELLO, { signal }))).toBe(REASON);
    expect(sent).toEqual([]);
  });

  test('while headers fail is still the reason of the signal', async () => {
    const { signal, abort } = aborting();
    const { relay } = relayThat(() => new Response(), {
      headers: async () => {
        abort();
        throw new Error('The session is over.');
      },
    });
    expect(await failureOf(relay.speak(HELLO, { signal }))).toBe(REASON);
  });

  test('while the relay thinks is the reason of the signal, not an unreachable relay', async () => {
    const { signal, abort } = aborting();
    const answer = await asked((fetch) => createRelay({ url: '/speech', fetch }).speak(HELLO, { signal }));
    abort();
    expect(await answer()).toBe(REASON);
  });

  test('without a reason is an AbortError', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const answer = await asked((fetch) => createRelay({ url: '/speech', fetch }).speak(HELLO, { signal }));
    controller.abort();
    const error = await answer();
    expect(error).not.toBeInstanceOf(SpeechError);
    expect(error).toMatchObject({ name: 'AbortError' });
  });

  test('while a refusal is read is the reason of the signal', async () => {
    const { signal, abort } = aborting();
    const body = new ReadableStream({
      pull(controller) {
        abort();
        controller.error(REASON);
      },
    });
    const { relay } = relayThat(() => new Response(body, { status: 500 }));
    expect(await failureOf(relay.speak(HELLO, { signal }))).toBe(REASON);
  });

  test.each([true, false])(
    'while sound comes (timestamps %s) keeps what came and is the reason',
    async (timestamps) => {
      const { signal, abort } = aborting();
      const { body } = bodyOf([`${line('Hel')}\n`], new DOMException('aborted', 'AbortError'));
      const { relay } = relayThat(() => new Response(body));
      const { chunks } = await relay.speak({ ...HELLO, timestamps }, { signal });
      const received: unknown[] = [];
      const reading = async () => {
        for await (const chunk of chunks) {
          received.push(chunk);
          abort();
        }
      };
      expect(await failureOf(reading())).toBe(REASON);
      expect(received).toHaveLength(1);
    },
  );

  test('hands out nothing more, even from a fetch that does not listen to signals', async () => {
    const { signal, abort } = aborting();
    const { body, state } = bodyOf([`${line('Hel')}\n${line('lo.', 3)}\n`, `${line('More.', 6)}\n`]);
    const { relay } = relayThat(() => new Response(body));
    const { chunks } = await relay.speak(HELLO, { signal });
    let received = 0;
    const reading = async () => {
      for await (const _ of chunks) {
        received++;
        abort();
      }
    };
    expect(await failureOf(reading())).toBe(REASON);
    expect(received).toBe(1);
    expect(state.cancelled).toBe(true);
  });

  test('at a body that ends quietly is the reason, not a cut stream or an answer without sound', async () => {
    for (const pieces of [[], [`${line('Hel')}\n`]]) {
      const { signal, abort } = aborting();
      const { body } = bodyOf(pieces);
      const { relay } = relayThat(() => new Response(body));
      const answer = await relay.speak(HELLO, { signal });
      abort();
      expect((await readAnswer(answer)).failure).toBe(REASON);
    }
  });

  test('after all was read changes nothing', async () => {
    const { signal, abort } = aborting();
    const { relay } = relayThat(() => new Response(line(HELLO.text)));
    const { failure, text } = await readAnswer(relay.speak(HELLO, { signal }));
    abort();
    expect(failure).toBeUndefined();
    expect(text).toBe(HELLO.text);
  });
});

test.each([
  [true, true],
  [true, false],
  [false, false],
])('leaving the loop early (stream %s, timestamps %s) cancels the body', async (stream, timestamps) => {
  const { body, state } = bodyOf([`${line('Hel')}\n`, `${line('lo.', 3)}\n`, 'and so on']);
  const { relay } = relayThat(() => new Response(body));
  for await (const _ of (await relay.speak({ ...HELLO, stream, timestamps })).chunks) break;
  expect(state.cancelled).toBe(true);
});
