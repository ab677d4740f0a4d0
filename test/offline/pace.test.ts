import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createTonesEngine, type OfflineClock, type SpeechEngine } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { ask, GEORGE, instantTones, joinAudio, parseLines } from './ask.js';

const TEXT =
  'A sentence that takes a while to say, since it is long. Then another one, which is just as long as that. And a third.';

/** Time that passes only by waiting for it. */
function waitingClock(): OfflineClock & { waits: number[] } {
  let time = 100;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    async wait(seconds, signal) {
      signal.throwIfAborted();
      waits.push(seconds);
      time += seconds;
    },
  };
}

/** Time that stands still: what waits is never let go but by an abort. */
const stoppedClock: OfflineClock = {
  now: () => 0,
  wait: (_seconds, signal) =>
    new Promise((_resolve, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason));
    }),
};

/** The tones, counting the sentences that were asked of them. */
function countingEngine(): SpeechEngine & { pieces: () => number; ended: () => boolean } {
  let pieces = 0;
  let ended = false;
  return {
    pieces: () => pieces,
    ended: () => ended,
    async *speak(request) {
      try {
        for await (const piece of createTonesEngine().speak(request)) {
          pieces++;
          yield piece;
        }
      } finally {
        ended = true;
      }
    },
  };
}

describe('the pace of an answer', () => {
  test('is that of a server by default: a quarter of a second, then eight seconds of sound a second', async () => {
    const clock = waitingClock();
    const response = await instantTones({ pace: {}, clock })(
      ask({ text: TEXT }, { query: '?output_format=pcm_16000' }),
    );
    expect(clock.waits).toEqual([expect.closeTo(0.25, 6)]);
    const chunks = parseLines(await response.text());
    const before = joinAudio(chunks.slice(0, -1)).length / 32000;
    expect(clock.waits).toHaveLength(chunks.length);
    expect(clock.now() - 100).toBeCloseTo(0.25 + before / 8, 3);
  });

  test('is the one that was asked for', async () => {
    const clock = waitingClock();
    const response = await instantTones({ pace: { firstByte: 1, rate: 2 }, clock })(
      ask({ text: TEXT }, { tail: '/stream' }),
    );
    expect(clock.waits).toEqual([expect.closeTo(1, 6)]);
    const seconds = (await response.arrayBuffer()).byteLength / 16000;
    expect(clock.now() - 100).toBeGreaterThan(1 + (seconds - 0.9) / 2);
    expect(clock.now() - 100).toBeLessThan(1 + seconds / 2);
  });

  test('of a buffered answer is the whole of it before the first byte', async () => {
    const clock = waitingClock();
    const response = await instantTones({ pace: {}, clock })(ask({ text: TEXT }, { tail: '' }));
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeCloseTo(0.25 + (await response.arrayBuffer()).byteLength / 16000 / 8, 3);
  });

  test('stalls where it is told to', async () => {
    const clock = waitingClock();
    const faults = [
      { kind: 'stall', seconds: 30 },
      { kind: 'stall', seconds: 7, afterLines: 2 },
    ] as const;
    const response = await instantTones({ clock, faults })(ask({ text: TEXT }));
    expect(clock.waits).toEqual([30]);
    await response.text();
    expect(clock.waits).toEqual([30, 7]);
  });
});

describe('a reader who leaves', () => {
  test('gets the reason of the abort, before anything is asked of the stand-in', async () => {
    const engine = countingEngine();
    const controller = new AbortController();
    controller.abort(new Error('gone'));
    await expect(instantTones({ engine })(ask({ text: TEXT }, { signal: controller.signal }))).rejects.toThrow('gone');
    expect(engine.pieces()).toBe(0);
  });

  test.each([{ faults: [{ kind: 'stall', seconds: 60 }] as const }, { pace: {} }])(
    'need not wait for the first byte: %o',
    async (options) => {
      const controller = new AbortController();
      const answer = instantTones({ clock: stoppedClock, ...options })(
        ask({ text: TEXT }, { signal: controller.signal }),
      );
      const refused = expect(answer).rejects.toThrow('gone');
      controller.abort(new Error('gone'));
      await refused;
    },
  );

  test('ends the stream with the reason of the abort, and the speech with it', async () => {
    const engine = countingEngine();
    const controller = new AbortController();
    const response = await instantTones({ engine })(ask({ text: TEXT }, { signal: controller.signal }));
    const reader = response.body?.getReader();
    await reader?.read();
    controller.abort(new Error('gone'));
    await expect(reader?.read()).rejects.toThrow('gone');
    await expect.poll(engine.ended).toBe(true);
    expect(engine.pieces()).toBeLessThan(3);
  });

  test('is noticed after the request itself was collected', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const controller = new AbortController();
    const response = await instantTones()(ask({ text: TEXT }, { signal: controller.signal }));
    const reader = response.body?.getReader();
    await reader?.read();
    for (let turn = 0; turn < 3; turn++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve));
    }
    controller.abort(new Error('gone'));
    await expect(reader?.read()).rejects.toThrow('gone');
  });

  test('ends the speech by cancelling the body, during a wait too', async () => {
    for (const options of [
      {},
      { clock: stoppedClock, faults: [{ kind: 'stall', seconds: 60, afterLines: 1 }] as const },
    ]) {
      const engine = countingEngine();
      const response = await instantTones({ engine, ...options })(ask({ text: TEXT }));
      const reader = response.body?.getReader();
      await reader?.read();
      const next = options.clock ? reader?.read() : undefined;
      await reader?.cancel();
      if (next) expect(await next).toEqual({ done: true, value: undefined });
      await expect.poll(engine.ended).toBe(true);
      expect(engine.pieces()).toBeLessThan(3);
    }
  });
});

test('nothing is spoken ahead of what is read', async () => {
  const engine = countingEngine();
  const response = await instantTones({ engine })(ask({ text: TEXT }, { voice: GEORGE }));
  const reader = response.body?.getReader();
  await reader?.read();
  await new Promise((resolve) => setTimeout(resolve));
  expect(engine.pieces()).toBe(1);
  for (let step = await reader?.read(); step && !step.done; ) step = await reader?.read();
  expect(engine.pieces()).toBe(3);
});
