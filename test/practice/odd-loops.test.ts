import { createPractice, type LoopOptions, type Speech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud } from '../document/reading.js';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { practised } from './practised.js';
import { unevenly } from './unevenly.js';

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
let fake: FakeAudioContext;
let speech: Speech;
beforeEach(() => {
  vi.useFakeTimers();
  fake = createFakeAudioContext();
});
afterEach(() => {
  speech.dispose();
  vi.useRealTimers();
});

const TEXT = 'One two. Three four. Five six.';

/** Every state of practice, as `round phase tempo`, while the clock is turned until it is off, or for some seconds. */
async function statesOf(options: LoopOptions, seconds = 6, range = { start: 9, end: 14 }): Promise<string[]> {
  speech = practised(TEXT, fake.context, 0.1);
  await fake.turn(0.1);
  const practice = createPractice(speech);
  const states: string[] = [];
  practice.loop(range, options);
  for (let turned = 0; turned < seconds && practice.getSnapshot().mode !== 'off'; turned += 0.02) {
    const { round, phase, tempo } = practice.getSnapshot();
    const state = `${round} ${phase} ${tempo}`;
    if (states.at(-1) !== state) states.push(state);
    await fake.turn(0.02);
  }
  return states;
}

/** Seconds of sound, and of silence, that were scheduled. */
function scheduled(): { sounds: number; silences: number } {
  const lengths = { sounds: 0, silences: 0 };
  for (const { samples } of fake.sources) {
    if (samples.length < 2) continue;
    lengths[samples.some((sample) => sample !== 0) ? 'sounds' : 'silences'] += samples.length / 44_100;
  }
  return lengths;
}

describe('a loop', () => {
  it.each([
    ['no times', 0, 1],
    ['one', 1, 1],
    ['no number of times', Number.NaN, 1],
    ['fewer than none', -3, 1],
    ['two and a half', 2.5, 2],
  ])('that is to be heard %s is heard to its end and then rests', async (_, times, heard) => {
    const states = await statesOf({ times });
    expect(states).toEqual(Array.from({ length: heard }, (_, round) => `${round} hearing 1`));
    expect(scheduled().sounds).toBeCloseTo(heard * 0.5, 3);
    expect([speech.getSnapshot().status, speech.currentOffset()]).toEqual(['paused', 13]);
  });

  it('that is to be heard for ever is heard until somebody stops it', async () => {
    const states = await statesOf({ times: Number.POSITIVE_INFINITY }, 12);
    expect(states.length).toBeGreaterThan(22);
    expect(speech.getSnapshot().status).toBe('playing');
  });

  it.each([0, Number.NaN, Number.POSITIVE_INFINITY, -2])('with a gap of %s has none', async (gap) => {
    expect(await statesOf({ times: 2, gap })).toEqual(['0 hearing 1', '1 hearing 1']);
    expect(scheduled().silences).toBe(0);
  });

  it.each([
    [[], [1, 1]],
    [[9], [3, 3]],
    [[0], [0.5, 0.5]],
    [
      [-1, Number.NaN],
      [0.5, 1],
    ],
    [[Number.POSITIVE_INFINITY], [3, 3]],
    [
      [0.333, 2.75, 1],
      [0.5, 2.75],
    ],
  ])('up a ladder of %j is heard at %j', async (tempos, expected) => {
    const states = await statesOf({ times: 2, tempos });
    expect(states).toEqual(expected.map((tempo, round) => `${round} hearing ${tempo}`));
    const seconds = expected.reduce((sum, tempo) => sum + 0.5 / tempo, 0);
    expect(scheduled().sounds).toBeCloseTo(seconds, 2);
  });

  it('keeps to what can be heard where the ladder and the playback rate come to more', async () => {
    speech = practised(TEXT, fake.context, 0.1);
    await fake.turn(0.1);
    speech.setPlaybackRate(2);
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 }, { times: 1, tempos: [2.5] });
    await fake.turn(1);
    expect(practice.getSnapshot().mode).toBe('off');
    expect(scheduled().sounds).toBeCloseTo(0.5 / 3, 2);
  });
});

describe('a loop of next to nothing', () => {
  it('shorter than 50 ms is a word each tenth of a second, and not a buzz', async () => {
    speech = practised(TEXT, fake.context, 0.02);
    await fake.turn(0.1);
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 11 }, { times: 20 });
    await fake.turn(1);
    expect(practice.getSnapshot().round).toBeGreaterThanOrEqual(8);
    expect(practice.getSnapshot().round).toBeLessThanOrEqual(10);
    await fake.turn(1.3);
    expect(practice.getSnapshot().mode).toBe('off');
    const { sounds, silences } = scheduled();
    expect(sounds).toBeCloseTo(20 * 0.04, 3);
    expect(silences).toBeCloseTo(20 * 0.06, 3);
  });

  it('goes on as it began after a thousand rounds, and still stays in its round where a place is gone to', async () => {
    speech = practised(TEXT, fake.context, 0.02);
    speech.setPlaybackRate(3);
    await fake.turn(0.1);
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 });
    await fake.turn(40);
    const { round } = practice.getSnapshot();
    expect(round).toBeGreaterThan(1000);
    speech.pause();
    speech.seekToOffset(11);
    expect([practice.getSnapshot().mode, speech.currentOffset()]).toEqual(['loop', 11]);
    expect(Math.abs(practice.getSnapshot().round - round)).toBeLessThanOrEqual(1);
    speech.play();
    await fake.turn(1);
    expect(practice.getSnapshot().round).toBeGreaterThan(round + 20);
  });

  it('of characters that take no time is over at once, and leaves nothing playing', async () => {
    speech = unevenly('One two. 🙂. Five six.', fake.context, (at) => (at >= 8 && at < 11 ? 0 : 0.1));
    await fake.turn(0.1);
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 12 });
    await fake.turn(0.3);
    expect([practice.getSnapshot().mode, speech.getSnapshot().status]).toEqual(['off', 'paused']);
    expect(scheduled().sounds).toBe(0);
  });

  it('goes on with the next in a drill, where one sentence takes no time', async () => {
    speech = unevenly('One two. 🙂. Five six.', fake.context, (at) => (at >= 8 && at < 11 ? 0 : 0.1));
    await fake.turn(0.1);
    const practice = createPractice(speech);
    practice.drill('sentence', { between: 'go-on', times: 2 });
    const ranges = new Set<number>();
    for (let i = 0; i < 250; i++) {
      await fake.turn(0.02);
      ranges.add(practice.getSnapshot().range?.start ?? -1);
    }
    expect([...ranges]).toEqual([0, 13]);
    expect(scheduled().sounds).toBeCloseTo(2 * 0.8 + 2 * 0.9, 2);
  });
});

describe('a loop at the edge of a text', () => {
  it('is over where the reader goes to the first character behind it, and not at its last', async () => {
    speech = practised(TEXT, fake.context, 0.1);
    await fake.turn(0.1);
    const practice = createPractice(speech);
    practice.loop({ start: 9, end: 14 });
    await fake.turn(0.7);
    speech.seekToOffset(13);
    expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', round: 1 });
    speech.seekToOffset(14);
    expect([practice.getSnapshot().mode, speech.currentOffset()]).toEqual(['off', 14]);
  });

  it('from the middle of the last word to far behind it ends with the text', async () => {
    const states = await statesOf({ times: 2 }, 6, { start: 27, end: 900 });
    expect(states).toEqual(['0 hearing 1', '1 hearing 1']);
    expect(scheduled().sounds).toBeCloseTo(2 * 0.3, 3);
  });

  it('behind the end of the text is none', async () => {
    expect(await statesOf({}, 0.5, { start: 31, end: 900 })).toEqual([]);
    expect(speech.getSnapshot().status).toBe('idle');
  });

  it('of a text that still comes is of what came so far, and lights nothing that comes meanwhile', async () => {
    let send = (_: string | null): void => {};
    async function* coming(): AsyncGenerator<string> {
      yield 'The first sentence is here. The second ';
      for (;;) {
        const more = await new Promise<string | null>((resolve) => {
          send = resolve;
        });
        if (more === null) return;
        yield more;
      }
    }
    const reading = readAloud(coming());
    ({ speech } = reading);
    speech.play();
    await reading.until(() => speech.getSnapshot().timeline.text.includes('second'), 20);
    const practice = createPractice(speech);
    practice.loop({ start: 40, end: 60 });
    expect(practice.getSnapshot().mode).toBe('off');
    practice.loop({ start: 28, end: 60 });
    expect(practice.getSnapshot().range).toEqual({ start: 28, end: 38 });
    await reading.until(() => practice.getSnapshot().round >= 1, 60);
    send('sentence came later. And a third.');
    send(null);
    const lit = new Set<number>();
    for (let i = 0; i < 100; i++) {
      await reading.turn(0.05);
      lit.add(speech.currentOffset());
    }
    expect([Math.min(...lit), Math.max(...lit)]).toEqual([28, 37]);
    expect(practice.getSnapshot().round).toBeGreaterThanOrEqual(2);
  });

  it('lights its own characters only, where the next ones are said to begin before its last is over', async () => {
    // The last letter of "two." lasts into the next word by its times.
    speech = unevenly('One two. Three', fake.context, () => 0.1, { late: 7, by: 0.05 });
    await fake.turn(0.1);
    const practice = createPractice(speech);
    practice.loop({ start: 4, end: 8 });
    const lit = new Set<number>();
    for (let i = 0; i < 150; i++) {
      await fake.turn(0.01);
      lit.add(speech.currentOffset());
    }
    expect([...lit].sort((a, b) => a - b)).toEqual([4, 5, 6, 7]);
  });
});

it('a loop that is paused is over, where the reader rests at a place that nobody has heard yet', async () => {
  const reading = readAloud('It was late. '.repeat(400));
  ({ speech } = reading);
  const practice = createPractice(speech);
  practice.loop({ start: 0, end: 12 });
  await reading.until(() => practice.getSnapshot().round >= 1, 30);
  speech.pause();
  speech.seekToOffset(3900);
  expect([practice.getSnapshot().mode, speech.currentOffset()]).toEqual(['off', 3900]);
  const before = reading.calls.length;
  await reading.turn(5);
  expect(reading.calls.length).toBe(before);
  speech.play();
  await reading.until(() => speech.currentOffset() > 3905, 60);
  expect(speech.getSnapshot().status).toBe('playing');
});
