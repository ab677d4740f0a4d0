import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGrowingCut, type GrowingCut } from '../../src/document/growing-cut.js';
import { growingText } from '../../src/document/growing-text.js';
import { anyLongText } from './long-texts.js';

/** Everything that was sent has been taken in. */
const settle = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};

/** A text that comes when it is told to, by sentences. */
function coming() {
  const queue: string[] = [];
  let wake = () => {};
  let isOver = false;
  const read = async function* (): AsyncGenerator<string> {
    for (;;) {
      const next = queue.shift();
      if (next !== undefined) yield next;
      else if (isOver) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    source: growingText(read(), { quiet: 1000 }),
    async say(more: string) {
      queue.push(more);
      wake();
      await settle();
    },
    async end() {
      isOver = true;
      wake();
      await settle();
    },
  };
}

const borders = ({ cut }: GrowingCut) => Array.from({ length: cut.count }, (_, part) => cut.start(part));
const options = { limit: 400, usual: 100, first: 40 };

describe('a text that is still coming, read by several', () => {
  test('is cut the same by all, whoever asked for what and whenever they began', async () => {
    const anyPieces = fc.array(
      fc.record({ of: fc.nat({ max: 30 }), reader: fc.nat({ max: 1 }), isHeld: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(anyLongText, anyPieces, fc.boolean(), async (text, pieces, isEnded) => {
        const { source, say, end } = coming();
        const leave = source.start();
        const readers = [createGrowingCut(source, options), createGrowingCut(source, options)] as const;
        for (const reader of readers) source.subscribe(reader.catchUp);
        const size = Math.max(1, Math.ceil(text.length / pieces.length));
        for (const [i, { of, reader, isHeld }] of pieces.entries()) {
          await say(text.slice(i * size, (i + 1) * size));
          const { cut, hold } = readers[reader === 0 ? 0 : 1];
          if (isHeld && cut.count > 0) hold(cut.start(of % cut.count));
        }
        if (isEnded) await end();
        const late = createGrowingCut(source, options);
        expect(borders(readers[1])).toEqual(borders(readers[0]));
        expect(borders(late)).toEqual(borders(readers[0]));
        for (const { start } of source.held) expect(late.textFor(start)).toBe(readers[0].textFor(start));
        leave();
      }),
      { numRuns: 150 },
    );
  });

  test('sends along with a part what had come when it was first asked for', async () => {
    const { source, say } = coming();
    const leave = source.start();
    const one = createGrowingCut(source, options);
    source.subscribe(one.catchUp);
    await say('Hello there, my friend. How ');
    one.hold(0);
    await say('are you today? I am well. And ');
    expect(one.textFor(0)).toBe('Hello there, my friend. ');
    const two = createGrowingCut(source, options);
    two.hold(0);
    expect(two.textFor(0)).toBe('Hello there, my friend. ');
    expect(source.held).toHaveLength(1);
    expect(two.cut.end(0)).toBe(one.cut.end(0));
    leave();
  });
});
