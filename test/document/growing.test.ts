import { createSpeechStore, SpeechError } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A text that comes when it is told to. */
function coming() {
  const queue: string[] = [];
  let wake = () => {};
  let over: 'end' | Error | null = null;
  async function* read(): AsyncGenerator<string> {
    for (;;) {
      const next = queue.shift();
      if (next !== undefined) yield next;
      else if (over === 'end') return;
      else if (over) throw over;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    text: read(),
    say(more: string) {
      queue.push(more);
      wake();
    },
    end(how: 'end' | Error = 'end') {
      over = how;
      wake();
    },
  };
}

describe('a text that is still coming', () => {
  it('is spoken sentence by sentence as it comes, and all of it', async () => {
    const { text, say, end } = coming();
    const { speech, turn, until, bought } = readAloud(text);
    speech.play();
    expect(speech.getSnapshot().status).toBe('buffering');
    say('Hello there, my friend. How ');
    await turn(0.2);
    expect(bought()).toEqual(['Hello there, my friend.']);
    await until(() => speech.getSnapshot().status === 'playing');
    say('are you? I am ');
    say('well. ');
    await until(() => speech.getSnapshot().status === 'buffering', 20);
    expect(speech.getSnapshot().timeline.text).toContain('I am well.');
    say('Goodbye');
    end();
    await until(() => speech.getSnapshot().status === 'ended', 30);
    expect(bought().join(' ')).toBe('Hello there, my friend. How are you? I am well. Goodbye');
    expect(speech.getSnapshot().timeline.text).toBe('Hello there, my friend. How are you? I am well. Goodbye');
    expect(speech.getSnapshot()).toMatchObject({ loading: 'complete', durationQuality: 'exact' });
  });

  it('is shown as it comes, and costs nothing before it is played', async () => {
    const { text, say } = coming();
    const { speech, turn, bought } = readAloud(text);
    say('One sentence. Two sen');
    await turn(1);
    expect(speech.getSnapshot().timeline.text).toContain('One sentence.');
    expect(bought()).toEqual([]);
  });

  it('is heard as far as it came where it breaks off, and says so', async () => {
    const { text, say, end } = coming();
    const { speech, until } = readAloud(text);
    speech.play();
    say('It was a dark night. The wi');
    await until(() => speech.getSnapshot().status === 'playing');
    end(new Error('The model has gone.'));
    await until(() => speech.getSnapshot().status === 'paused', 20);
    expect(speech.getSnapshot().error).toBeInstanceOf(SpeechError);
    expect(speech.getSnapshot().error?.cause).toEqual(new Error('The model has gone.'));
    expect(speech.getSnapshot().timeline.text).toContain('It was a dark night.');
  });

  it('is interrupted at once', async () => {
    const { text, say } = coming();
    const { speech, turn, until, bought } = readAloud(text, { pace: { firstByte: 0.2, rate: 4 } });
    speech.play();
    say('It was a dark night, and nobody was out. It was cold. ');
    await until(() => speech.getSnapshot().status === 'playing');
    speech.stop();
    expect(speech.getSnapshot().status).toBe('idle');
    const before = bought().length;
    say('The wind blew. The rain fell. ');
    await turn(5);
    expect(bought().length).toBe(before);
  });

  it('holds no word back for ever where no full stop comes', async () => {
    const { text, say } = coming();
    const { speech, turn, bought } = readAloud(text);
    speech.play();
    say('no full stop will ever come after this ');
    await turn(3);
    expect(bought().join(' ')).toContain('no full stop will ever come');
  });

  it('is bought once by two who read it, also by one who comes when it is over', async () => {
    const { text, say, end } = coming();
    const store = createSpeechStore();
    const first = readAloud(text, { store });
    first.speech.play();
    for (const piece of [
      'Hello there, my friend. How ',
      'are you? I am well. ',
      'It rains. The road is wet, and so ',
    ]) {
      say(piece);
      await first.turn(1);
    }
    const second = readAloud(text, { store });
    second.speech.play();
    await second.turn(1);
    say('am I. Good');
    await first.turn(1);
    say('bye.');
    end();
    await second.until(() => second.speech.getSnapshot().status === 'ended', 60);
    // It paused when the other began.
    first.speech.play();
    await first.until(() => first.speech.getSnapshot().status === 'ended', 60);
    const third = readAloud(text, { store });
    third.speech.play();
    await third.until(() => third.speech.getSnapshot().status === 'ended', 60);
    expect(third.calls).toEqual([]);
    const bought = [...first.bought(), ...second.bought()];
    expect(new Set(bought).size).toBe(bought.length);
    expect(bought.join('').replace(/\s/g, '').length).toBe(
      third.speech.getSnapshot().timeline.text.replace(/\s/g, '').length,
    );
  });

  it('is read no further when nobody listens any more', async () => {
    let pulled = 0;
    let isOver = false;
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          yield `Sentence ${++pulled} is over. `;
        }
      } finally {
        isOver = true;
      }
    }
    const { speech, turn } = readAloud(endless());
    speech.play();
    await turn(3);
    speech.dispose();
    await turn(7);
    const before = pulled;
    await turn(30);
    expect([pulled, isOver]).toEqual([before, true]);
    expect(before).toBeGreaterThan(2);
  });
});
