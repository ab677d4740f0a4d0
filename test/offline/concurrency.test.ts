import { expect, test } from 'vitest';
import { ask, askVoices, instantTones } from './ask.js';

const request = (signal?: AbortSignal) => ask({ text: 'Hello there.' }, { signal });
const counts = (response: Response) =>
  ['current-concurrent-requests', 'maximum-concurrent-requests'].map((name) => response.headers.get(name));

test('more answers at once than the account may have get a 429 in the words of the API', async () => {
  const fetch = instantTones({ concurrency: 2 });
  const first = await fetch(request());
  const second = await fetch(request());
  const third = await fetch(request());
  expect([counts(first), counts(second)]).toEqual([
    ['1', '2'],
    ['2', '2'],
  ]);
  expect(third.status).toBe(429);
  expect((await third.json()).detail.status).toBe('too_many_concurrent_requests');
  expect(third.headers.has('character-cost')).toBe(false);
  await Promise.all([first.body?.cancel(), second.body?.cancel()]);
});

test.each<[string, (response: Response, leave: AbortController) => unknown]>([
  ['read to its end', (response) => response.text()],
  ['cancelled', (response) => response.body?.cancel()],
  ['aborted', (_, leave) => leave.abort()],
])('an answer that was %s makes room for the next', async (_, end) => {
  const fetch = instantTones({ concurrency: 1 });
  const leave = new AbortController();
  const first = await fetch(request(leave.signal));
  expect((await fetch(request())).status).toBe(429);
  await end(first, leave);
  await expect.poll(async () => (await fetch(request())).status).toBe(200);
});

test('what fails, is refused, or is no speech takes no room', async () => {
  let failing = true;
  const fetch = instantTones({
    concurrency: 1,
    faults: ({ body }) => (failing && body ? [{ kind: 'network' }] : []),
  });
  await expect(fetch(request())).rejects.toThrow(TypeError);
  failing = false;
  expect((await fetch(ask({ text: '' }))).status).toBe(400);
  const speech = await fetch(request());
  expect([speech.status, counts(speech)]).toEqual([200, ['1', '1']]);
  expect((await fetch(askVoices('/v2/voices'))).status).toBe(200);
  await speech.body?.cancel();
});

test('without a limit the answers are counted, and none is refused', async () => {
  const fetch = instantTones();
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(request())));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  expect(new Set(answers.map((answer) => counts(answer)[0])).size).toBe(20);
  expect(answers.every((answer) => counts(answer)[1] === null)).toBe(true);
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
});

test('says how long the first sound took, in milliseconds', async () => {
  let now = 0;
  const wait = async (seconds: number) => {
    now += seconds;
  };
  const fetch = instantTones({ clock: { now: () => now, wait }, pace: { firstByte: 0.25 } });
  const response = await fetch(request());
  expect(response.headers.get('tts-latency-ms')).toBe('250');
  await response.body?.cancel();
});
