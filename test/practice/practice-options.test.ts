import { createPractice, type Practice, type Speech } from 'react-readalong';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeAudioContext, type FakeAudioContext } from '../helpers/fake-audio-context.js';
import { practised } from './practised.js';

const TEXT = 'One two. Three four. Five six.';

// A page loads it with the first narration; clocks that are turned by hand cannot wait for a file.
beforeAll(() => import('../../src/speech/narration-stream.js'));
let fake: FakeAudioContext;
let speech: Speech;
let practice: Practice;
beforeEach(async () => {
  vi.useFakeTimers();
  fake = createFakeAudioContext();
  speech = practised(TEXT, fake.context, 0.1);
  practice = createPractice(speech);
  await fake.turn(0.1);
});
afterEach(() => {
  speech.dispose();
  vi.useRealTimers();
});

const status = () => speech.getSnapshot().status;
/** What is heard, as `start of the stretch: round/rounds tempo`. */
function state(): string {
  const { range, round, rounds, tempo } = practice.getSnapshot();
  return `${range?.start}: ${round + 1}/${rounds} ${tempo}`;
}

/** Everything that was heard in some seconds, without repeats in a row. */
async function heardIn(seconds: number): Promise<string[]> {
  const heard: string[] = [];
  for (let turned = 0; turned < seconds; turned += 0.02) {
    await fake.turn(0.02);
    if (practice.getSnapshot().mode !== 'off' && heard.at(-1) !== state()) heard.push(state());
  }
  return heard;
}

describe('a drill', () => {
  it('goes up the ladder in each sentence anew', async () => {
    practice.drill('sentence', { between: 'go-on', times: 2, tempos: [0.5, 1] });
    expect(await heardIn(9)).toEqual(['0: 1/2 0.5', '0: 2/2 1', '9: 1/2 0.5', '9: 2/2 1', '21: 1/2 0.5', '21: 2/2 1']);
  });

  it('goes by other options from its next round on, and does not begin anew', async () => {
    practice.drill('sentence', { between: 'go-on', tempos: [0.5] });
    await fake.turn(0.2);
    const before = speech.currentOffset();
    practice.setOptions({ times: 2, tempos: [2] });
    expect(speech.currentOffset()).toBe(before);
    expect(await heardIn(7)).toEqual(['0: 1/1 0.5', '0: 2/2 2', '9: 1/2 2', '9: 2/2 2', '21: 1/2 2', '21: 2/2 2']);
  });

  it('is not ended by a mark, but by the loop that the second one makes', async () => {
    practice.drill('sentence');
    await fake.turn(0.2);
    practice.mark();
    expect(practice.getSnapshot()).toMatchObject({ mode: 'drill', markedFrom: speech.currentOffset() });
    await fake.turn(0.1);
    practice.mark();
    expect(practice.getSnapshot()).toMatchObject({ mode: 'loop', markedFrom: null });
  });
});

describe('a loop', () => {
  it('goes by the options that are set, where the call says nothing else', async () => {
    practice.setOptions({ times: 2, tempos: [2] });
    practice.loop({ start: 9, end: 14 });
    expect(state()).toBe('9: 1/2 2');
    practice.loop({ start: 9, end: 14 }, { times: 3 });
    expect(state()).toBe('9: 1/3 1');
    expect(practice.getSnapshot().options).toEqual({ times: 2, tempos: [2] });
  });

  it('begins anew with other options, silent where it was silent', async () => {
    practice.loop({ start: 9, end: 14 });
    await fake.turn(0.4);
    practice.setOptions({ times: 3 });
    expect(state()).toBe('9: 1/3 1');
    await fake.turn(0.2);
    expect(status()).toBe('playing');
    speech.pause();
    practice.setOptions({ times: 5 });
    await fake.turn(1);
    expect([state(), status(), speech.currentOffset()]).toEqual(['9: 1/5 1', 'paused', 9]);
    speech.play();
    expect(await heardIn(4)).toEqual(['9: 1/5 1', '9: 2/5 1', '9: 3/5 1', '9: 4/5 1', '9: 5/5 1']);
  });

  it('waits to be played where it is told to', async () => {
    practice.loop({ start: 9, end: 14 }, { start: 'wait' });
    await fake.turn(0.5);
    expect([status(), practice.getSnapshot().mode]).not.toContain('playing');
    speech.play();
    await fake.turn(0.2);
    expect([practice.getSnapshot().mode, speech.currentOffset() >= 9, speech.currentOffset() < 14]).toEqual([
      'loop',
      true,
      true,
    ]);
  });
});

describe('practice that is handed on', () => {
  let other: Speech;
  let heir: Practice;
  beforeEach(() => {
    other = practised(TEXT, fake.context, 0.1);
    heir = createPractice(other);
    practice.setOptions({ times: 3 });
  });
  afterEach(() => other.dispose());

  it('goes on as it was, or takes only its options along', async () => {
    practice.loopUnit('word', { gap: 1 });
    practice.handOn(heir, { again: true, plays: true });
    expect(practice.getSnapshot().mode).toBe('off');
    expect(heir.getSnapshot()).toMatchObject({ mode: 'loop', range: { start: 0, end: 3 }, options: { times: 3 } });
    await fake.turn(0.3);
    expect(other.getSnapshot().status).toBe('playing');
    heir.next();
    expect(heir.getSnapshot().range).toEqual({ start: 4, end: 8 });
    heir.handOn(practice, { again: false, plays: true });
    expect([heir.getSnapshot().mode, practice.getSnapshot().mode]).toEqual(['off', 'off']);
  });

  it('of a silent drill waits there for play', async () => {
    practice.drill('sentence', { times: 1 });
    await fake.turn(1.4);
    expect(practice.getSnapshot().phase).toBe('waiting');
    practice.handOn(heir, { again: true, plays: false });
    await fake.turn(0.3);
    expect(heir.getSnapshot().mode).toBe('drill');
    expect(other.getSnapshot().status).not.toBe('playing');
    heir.next();
    await fake.turn(0.2);
    expect(other.getSnapshot().status).toBe('playing');
  });
});
