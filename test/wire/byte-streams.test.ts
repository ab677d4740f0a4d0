import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteChunks } from '../../src/wire/byte-chunks.js';
import { readLines } from '../../src/wire/ndjson.js';

/** A stream of these pieces, and whether it was cancelled. */
function streamOf(pieces: readonly Uint8Array[], failure?: Error) {
  const left = [...pieces];
  const state = { cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(next);
        else if (failure) controller.error(failure);
        else controller.close();
      },
      cancel() {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const received: T[] = [];
  for await (const part of parts) received.push(part);
  return received;
}

const encode = (text: string) => new TextEncoder().encode(text);
const linesOf = (...pieces: string[]) => all(readLines(streamOf(pieces.map(encode)).stream));

describe('lines', () => {
  test('come without their breaks, and blank ones not at all', async () => {
    expect(await linesOf('\n\r\n a\r\n', '\t\n', 'b\n\n')).toEqual(['a', 'b']);
  });

  test('include a last one that nothing ends', async () => {
    expect(await linesOf('a\nb')).toEqual(['a', 'b']);
  });

  test('show that a last one ends in half a character', async () => {
    const { stream } = streamOf([Uint8Array.of(0x61, 0xc3)]);
    expect(await all(readLines(stream))).toEqual(['a\ufffd']);
  });

  test('of an empty stream are none', async () => {
    expect(await linesOf()).toEqual([]);
    expect(await linesOf('')).toEqual([]);
  });

  test('are parted by line feeds alone, since JSON may hold other breaks', async () => {
    expect(await linesOf('"a\u2028b\u2029c\u0085d"\n')).toEqual(['"a\u2028b\u2029c\u0085d"']);
  });

  test('come as soon as they end', async () => {
    const { stream } = streamOf([encode('a\nb'), encode('c\n')], new Error('cut'));
    const lines = readLines(stream);
    expect((await lines.next()).value).toBe('a');
    expect((await lines.next()).value).toBe('bc');
    await expect(lines.next()).rejects.toThrow('cut');
  });

  test('are the same wherever the bytes are cut', async () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', '\n\n', '👩‍👩‍👧', 'é')),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat()), async (parts, places) => {
        const bytes = encode(parts.join(''));
        const borders = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const pieces = borders.slice(1).map((end, i) => bytes.subarray(borders[i], end));
        expect(await all(readLines(streamOf(pieces).stream))).toEqual(await all(readLines(streamOf([bytes]).stream)));
      }),
      { numRuns: 1000 },
    );
  });

  test('join to the text but for white space', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const bare = (words: string) => words.replace(/\s/g, '');
        expect(bare((await linesOf(text)).join(''))).toBe(bare(text));
      }),
    );
  });

  test('when left early cancel their stream', async () => {
    const { stream, state } = streamOf([encode('a\nb\n'), encode('c\n')]);
    for await (const _ of readLines(stream)) break;
    expect(state.cancelled).toBe(true);
  });
});

describe('chunks of bytes', () => {
  test('come as they are, without empty ones', async () => {
    const pieces = [encode('ab'), new Uint8Array(), encode('c')];
    expect(await all(byteChunks(streamOf(pieces).stream))).toEqual([encode('ab'), encode('c')]);
  });

  test('when read to the end cancel nothing and leave the stream free', async () => {
    const { stream, state } = streamOf([encode('a')]);
    await all(byteChunks(stream));
    expect(state.cancelled).toBe(false);
    expect(stream.locked).toBe(false);
  });

  test.each(['break', 'throw'])('when left early by %s cancel their stream', async (how) => {
    const { stream, state } = streamOf([encode('a'), encode('b')]);
    const reading = async () => {
      for await (const _ of byteChunks(stream)) {
        if (how === 'break') break;
        throw new Error('enough');
      }
    };
    await reading().catch(() => {});
    expect(state.cancelled).toBe(true);
    expect(stream.locked).toBe(false);
  });

  test('break with what the stream breaks with', async () => {
    const failure = new Error('cut');
    await expect(all(byteChunks(streamOf([encode('a')], failure).stream))).rejects.toBe(failure);
  });
});
