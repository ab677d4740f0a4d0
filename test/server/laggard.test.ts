import { describe, expect, it } from 'vitest';
import { relayTo, speak } from './fake-api.js';

const path = '/v1/text-to-speech/abc/stream';
const PIECE = 1000;
const PIECES = 12;

/** Speech of twelve pieces, each of its own byte, made as it is asked for. */
function pieces() {
  let made = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(new Uint8Array(PIECE).fill(++made));
        if (made === PIECES) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { answer: () => new Response(body, { headers: { 'content-type': 'audio/mpeg' } }), made: () => made };
}

/** Two readers of one purchase, the second of which has taken a single piece when the first has all. */
async function leaderAndLaggard(maxBytes: number) {
  const speech = pieces();
  const { relay, reached } = relayTo(speech.answer, { share: { maxBytes } });
  const [leader, laggard] = await Promise.all([relay(speak(path)), relay(speak(path))]);
  const slow = laggard.body?.getReader();
  expect((await slow?.read())?.value?.[0]).toBe(1);
  const heard = new Uint8Array(await leader.arrayBuffer());
  return { slow, heard, reached, relay };
}

describe('a reader that falls behind another of the same speech', () => {
  it('is cut with a StreamError once it lacks more than is kept, and the other hears all of it', async () => {
    const { slow, heard, reached } = await leaderAndLaggard(4 * PIECE);
    expect([heard.length, heard[0], heard.at(-1), reached.length]).toEqual([PIECE * PIECES, 1, PIECES, 1]);
    await expect(slow?.read()).rejects.toMatchObject({ name: 'StreamError' });
  });

  it('hears every byte where what it lacks is kept', async () => {
    const { slow } = await leaderAndLaggard(PIECES * PIECE);
    const rest: number[] = [];
    for (let read = await slow?.read(); read && !read.done; read = await slow?.read()) rest.push(read.value[0] ?? 0);
    expect(rest).toEqual(Array.from({ length: PIECES - 1 }, (_, i) => i + 2));
  });

  it('that was cut leaves nothing half on the shelf: who asks next buys anew', async () => {
    const { slow, relay, reached } = await leaderAndLaggard(4 * PIECE);
    await slow?.cancel().catch(() => {});
    const again = relay(speak(path)).catch(() => null);
    await expect.poll(() => reached.length).toBe(2);
    await (await again)?.body?.cancel().catch(() => {});
  });
});
