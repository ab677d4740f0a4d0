import type { OfflineCall } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { ask, instantTones } from './ask.js';

/** A stand-in whose time the test turns. */
function world() {
  const time = { now: 0 };
  const calls: OfflineCall[] = [];
  const clock = { now: () => time.now, wait: async () => {} };
  const fetch = instantTones({ clock, onCall: (call) => calls.push(call) });
  const speak = async (fields: object = {}, query = '', read = true) => {
    const response = await fetch(ask({ text: 'Hi there.', ...fields }, { query }));
    if (read) await response.text();
    else await response.body?.cancel();
    return { status: response.status, id: response.headers.get('request-id') ?? '' };
  };
  return { time, calls, speak };
}

describe('a request that follows on from another', () => {
  test('is spoken once the other was read to its end, on either side of it', async () => {
    const { speak } = world();
    const { id } = await speak();
    expect((await speak({ previous_request_ids: [id], next_request_ids: [id] })).status).toBe(200);
  });

  test.each([
    ['was left before its end', '', false],
    ['was sent without logging', '?enable_logging=false', true],
  ])('is refused where the other %s', async (_, query, read) => {
    const { speak } = world();
    const { id, status } = await speak({}, query, read);
    expect(status).toBe(200);
    expect((await speak({ previous_request_ids: [id] })).status).toBe(400);
  });

  test('is refused where the other was refused itself', async () => {
    const { speak } = world();
    const { id } = await speak({ text: '' });
    expect((await speak({ previous_request_ids: [id] })).status).toBe(400);
  });

  test('has two hours to come', async () => {
    const { speak, time } = world();
    const { id } = await speak();
    time.now = 2 * 60 * 60;
    expect((await speak({ next_request_ids: [id] })).status).toBe(200);
    time.now += 1;
    expect((await speak({ next_request_ids: [id] })).status).toBe(400);
  });

  test('goes by ids where texts came too', async () => {
    const { speak, calls } = world();
    const { id } = await speak({ previous_text: 'Before.', next_text: '' });
    await speak({ previous_text: 'Before.', previous_request_ids: [id], next_text: 'After.', next_request_ids: [] });
    expect(calls.map((call) => call.stitching)).toEqual([
      { previous: 'Before.', next: null },
      { previous: [id], next: 'After.' },
    ]);
  });
});

test('a request without logging leaves nothing in the history', async () => {
  const answers = await Promise.all(
    ['', '?enable_logging=true', '?enable_logging=false'].map((query) =>
      instantTones()(ask({ text: 'Hi' }, { query })),
    ),
  );
  expect(answers.map((answer) => answer.headers.has('history-item-id'))).toEqual([true, true, false]);
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
});
