import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSpeakableText, type SpeakableTextOptions } from '../../src/document/speakable-text.js';
import { anyLongText, inPieces } from './long-texts.js';

/** A text that arrives as the test says. */
function createArrival() {
  const waiting: ((result: IteratorResult<string>) => void)[] = [];
  const failing: ((error: unknown) => void)[] = [];
  const came: IteratorResult<string>[] = [];
  let returned = 0;
  const give = (result: IteratorResult<string>): void => {
    const next = waiting.shift();
    failing.shift();
    if (next) next(result);
    else came.push(result);
  };
  const source: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve, reject) => {
          const result = came.shift();
          if (result) return resolve(result);
          waiting.push(resolve);
          failing.push(reject);
        }),
      return: async () => {
        returned++;
        return { done: true, value: undefined };
      },
    }),
  };
  return {
    source,
    say: (text: string) => give({ done: false, value: text }),
    end: () => give({ done: true, value: undefined }),
    fail: (error: unknown) => failing.shift()?.(error),
    returned: () => returned,
  };
}

/** What is passed on, as it comes. */
function listenTo(options: SpeakableTextOptions = {}) {
  const arrival = createArrival();
  const pieces: string[] = [];
  const done = (async () => {
    for await (const piece of createSpeakableText(arrival.source, options)) pieces.push(piece);
  })();
  const outcome = done.then(
    () => 'ended',
    (error: unknown) => error,
  );
  return { ...arrival, pieces, outcome };
}

const quiet = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('text that arrives in pieces is passed on', () => {
  test('when a sentence is sure to be over', async () => {
    const { say, end, pieces, outcome } = listenTo();
    for (const chunk of ['Hel', 'lo the', 're. ', 'How']) say(chunk);
    await quiet(0);
    expect(pieces).toEqual(['Hello there. ']);
    say(' are you? I am Dr.');
    say(' Smith, and it costs 3.');
    say('14. “Stop!” ');
    say('she said. ');
    await quiet(0);
    expect(pieces).toEqual(['Hello there. ', 'How are you? ', 'I am Dr. Smith, and it costs 3.14. ']);
    end();
    expect(await outcome).toBe('ended');
    expect(pieces.at(-1)).toBe('“Stop!” she said. ');
  });

  test('in scripts without spaces as well', async () => {
    const { say, pieces } = listenTo();
    for (const character of '今天天气很好。我们去公园。好') say(character);
    await quiet(0);
    expect(pieces.join('')).toBe('今天天气很好。我们去公园。');
  });

  test('after a quiet time up to the last whole word, and that after a few more', async () => {
    const { say, pieces } = listenTo({ quiet: 0.5 });
    say('So this is extraord');
    await quiet(0.49);
    expect(pieces).toEqual([]);
    await quiet(0.02);
    expect(pieces).toEqual(['So this is ']);
    say('inary and [lau');
    await quiet(0.6);
    expect(pieces).toEqual(['So this is ', 'extraordinary and ']);
    say('ghs] well done');
    await quiet(3);
    expect(pieces).toEqual(['So this is ', 'extraordinary and ', '[laughs] well ', 'done']);
  });

  test('after a quiet time as it is, where it ends as sentences do', async () => {
    const { say, pieces } = listenTo();
    say('Hello there.');
    await quiet(0.39);
    expect(pieces).toEqual([]);
    await quiet(0.02);
    expect(pieces).toEqual(['Hello there.']);
  });

  test('where a sentence goes on and on', async () => {
    const { say, pieces } = listenTo({ most: 200 });
    for (let i = 0; i < 40; i++) say('and so it went on, ');
    await quiet(0);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) expect([piece.length <= 200, piece.endsWith(', ')]).toEqual([true, true]);
  });

  test('before an error of its source', async () => {
    const { say, fail, pieces, outcome } = listenTo();
    say('Hello there');
    await quiet(0);
    fail(new Error('The model left.'));
    expect(await outcome).toEqual(new Error('The model left.'));
    expect(pieces).toEqual(['Hello there']);
  });

  test('no more after an abort, which ends the source as well', async () => {
    const controller = new AbortController();
    const { say, pieces, outcome, returned } = listenTo({ signal: controller.signal });
    say('Hello there. How are');
    await quiet(0);
    controller.abort();
    expect(await outcome).toBe('ended');
    expect([pieces, returned()]).toEqual([['Hello there. '], 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('until its reader leaves', async () => {
    const { source, say, returned } = createArrival();
    say('Hello there. How are you?');
    for await (const piece of createSpeakableText(source)) {
      expect(piece).toBe('Hello there. ');
      break;
    }
    expect(returned()).toBe(1);
  });

  test('whole: pieces join to the text, however it came', async () => {
    await fc.assert(
      fc.asyncProperty(anyLongText, fc.array(fc.nat(), { maxLength: 12 }), async (text, places) => {
        async function* chunks() {
          yield* inPieces(text, places);
        }
        const pieces: string[] = [];
        for await (const piece of createSpeakableText(chunks())) pieces.push(piece);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece !== '')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
