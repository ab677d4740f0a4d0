import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud } from './reading.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sentence = (i: number) => `Sentence number ${i} says a little more than the one before it did.`;
const paragraph = (i: number) => Array.from({ length: 6 }, (_, k) => sentence(i * 6 + k)).join(' ');
const book = Array.from({ length: 12 }, (_, i) => paragraph(i)).join('\n\n');

describe('a long text', () => {
  it('is bought part by part as it is heard, and is heard to its end', async () => {
    const { speech, turn, until, bought } = readAloud(book);
    expect(speech.getSnapshot()).toMatchObject({ status: 'idle', loading: 'idle', durationQuality: 'estimated' });
    expect(speech.getSnapshot().duration).toBeGreaterThan(100);
    speech.play();
    await turn(1);
    expect(speech.getSnapshot().status).toBe('playing');
    const first = bought().join('').length;
    expect(first).toBeLessThan(60 * 16);
    await until(() => speech.getSnapshot().status === 'ended', 1000);
    expect(bought().join(' ').replace(/\s+/g, ' ')).toBe(book.replace(/\s+/g, ' '));
    expect(speech.getSnapshot()).toMatchObject({ loading: 'complete', durationQuality: 'exact', error: null });
  });
});
