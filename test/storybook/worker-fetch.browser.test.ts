import { expect, test } from 'vitest';
import { createTonesFetch, pageRelayUrl } from '../../.storybook/page-relay.js';
import { createWorkerFetch } from '../../.storybook/worker-fetch.js';

const prefix = new URL(pageRelayUrl).pathname;
const fetchFromWorker = createWorkerFetch({ prefix, flite: null }, () => {});

async function speak(fetchFrom: typeof fetch, text: string, signal?: AbortSignal): Promise<Response> {
  const { voices } = await (await fetchFrom(`${pageRelayUrl}/v2/voices`)).json();
  return fetchFrom(`${pageRelayUrl}/v1/text-to-speech/${voices[0].voice_id}/stream/with-timestamps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal,
  });
}

test('the relay in the worker answers what the relay in the page answers', async () => {
  const text = 'A first sentence. And a second one.';
  const fromWorker = await (await speak(fetchFromWorker, text)).text();
  const inPage = await (await speak(createTonesFetch({ pace: 'instant' }), text)).text();
  expect(fromWorker.length).toBeGreaterThan(1000);
  expect(fromWorker).toBe(inPage);
});

test('a refusal of the relay arrives with its status and words', async () => {
  const answer = await fetchFromWorker(`${pageRelayUrl}/v1/nothing`);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toHaveProperty('detail');
});

test.each([
  ['worker', fetchFromWorker],
  ['page', createTonesFetch()],
])('an abort fails the body that comes from the %s, also while nobody reads', async (_, fetchFrom) => {
  const controller = new AbortController();
  const answer = await speak(fetchFrom, 'A sentence that goes on. '.repeat(40), controller.signal);
  const reader = answer.body?.getReader();
  await reader?.read();
  controller.abort();
  const rest = async () => {
    for (;;) if ((await reader?.read())?.done !== false) return;
  };
  await expect(rest()).rejects.toThrow(DOMException);
});

test.each([
  ['worker', fetchFromWorker],
  ['page', createTonesFetch()],
])('a request to the %s that is aborted before an answer rejects as fetch does', async (_, fetchFrom) => {
  await expect(speak(fetchFrom, 'Hello.', AbortSignal.abort()).then(() => null)).rejects.toHaveProperty(
    'name',
    'AbortError',
  );
});
