import * as fc from 'fast-check';
import { createTimeline } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { caretCommand, type PressedKey } from '../../src/transcript/caret-key.js';
import { type CaretMove, caretMove } from '../../src/transcript/caret-move.js';

const text = 'One two. Three four five.\n\nSix seven! Eight?\n\nNine.';
const { spans } = createTimeline(null, { text });
const wordAt = (offset: number) => text.slice(offset).match(/^\S+/)?.[0];
const from = (word: string) => text.indexOf(word);
const key = (name: string, modifiers: Partial<PressedKey> = {}): PressedKey => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('a step of the caret', () => {
  const step = (word: string, move: CaretMove) => wordAt(caretMove(spans, from(word), move));

  it('goes by word, across sentences and paragraphs', () => {
    expect(step('two.', { to: 'next', unit: 'words' })).toBe('Three');
    expect(step('five.', { to: 'next', unit: 'words' })).toBe('Six');
    expect(step('Six', { to: 'previous', unit: 'words' })).toBe('five.');
    expect(step('One', { to: 'previous', unit: 'words' })).toBe('One');
    expect(step('Nine.', { to: 'next', unit: 'words' })).toBe('Nine.');
  });

  it('goes by sentence: back to its start first, then to the one before', () => {
    expect(step('two.', { to: 'next', unit: 'sentences' })).toBe('Three');
    expect(step('five.', { to: 'previous', unit: 'sentences' })).toBe('Three');
    expect(step('Three', { to: 'previous', unit: 'sentences' })).toBe('One');
    expect(step('seven!', { to: 'next', unit: 'sentences' })).toBe('Eight?');
  });

  it('goes by paragraph, and to both ends', () => {
    expect(step('four', { to: 'next', unit: 'paragraphs' })).toBe('Six');
    expect(step('Eight?', { to: 'previous', unit: 'paragraphs' })).toBe('Six');
    expect(step('Six', { to: 'previous', unit: 'paragraphs' })).toBe('One');
    expect(step('four', { to: 'start' })).toBe('One');
    expect(step('four', { to: 'end' })).toBe('Nine.');
  });

  it('goes to the first word from before it', () => {
    expect(wordAt(caretMove(spans, -1, { to: 'next', unit: 'words' }))).toBe('One');
    expect(wordAt(caretMove(spans, -1, { to: 'next', unit: 'paragraphs' }))).toBe('One');
    expect(wordAt(caretMove(spans, -1, { to: 'previous', unit: 'sentences' }))).toBe('One');
  });

  it('always ends on the start of a word, and visits every word of any text once on its way through', () => {
    const texts = fc.array(fc.constantFrom('one', 'two.', '“Three”', 'ไทย', '四。', ' ', '\n', '\n\n', '👩‍👧'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, (pieces) => {
        const timeline = createTimeline(null, { text: pieces.join('') });
        const starts = timeline.words.map(({ start }) => start);
        const visited: number[] = [];
        for (let at = -1; visited.length < starts.length; at = visited.at(-1) ?? -1)
          visited.push(caretMove(timeline.spans, at, { to: 'next', unit: 'words' }));
        expect(visited).toEqual(starts);
      }),
    );
  });
});

describe('a key', () => {
  const move = (name: string, modifiers: Partial<PressedKey> = {}, isRightToLeft = false) => {
    const command = caretCommand(key(name, modifiers), isRightToLeft);
    return command?.kind === 'move' ? command.move : null;
  };

  it('left and right follow the line, so in right-to-left text left goes on', () => {
    expect(move('ArrowRight')).toEqual({ to: 'next', unit: 'words' });
    expect(move('ArrowLeft')).toEqual({ to: 'previous', unit: 'words' });
    expect(move('ArrowRight', {}, true)).toEqual({ to: 'previous', unit: 'words' });
    expect(move('ArrowLeft', {}, true)).toEqual({ to: 'next', unit: 'words' });
  });

  it('up and down go by sentence, with Ctrl or Option by paragraph', () => {
    expect(move('ArrowDown')).toEqual({ to: 'next', unit: 'sentences' });
    expect(move('ArrowUp', { ctrlKey: true })).toEqual({ to: 'previous', unit: 'paragraphs' });
    expect(move('ArrowDown', { altKey: true })).toEqual({ to: 'next', unit: 'paragraphs' });
  });

  it('leaves the keys of the page and the browser alone', () => {
    for (const name of ['PageUp', 'PageDown', ' ', 'Tab', 'a', 'F3']) expect(caretCommand(key(name), false)).toBeNull();
    expect(caretCommand(key('ArrowLeft', { altKey: true }), false)).toBeNull();
    expect(caretCommand(key('ArrowLeft', { metaKey: true }), false)).toBeNull();
    expect(caretCommand(key('Enter', { ctrlKey: true }), false)).toBeNull();
  });

  it('Enter plays, with Shift it says where the voice is, Escape goes back', () => {
    expect(caretCommand(key('Enter'), false)).toEqual({ kind: 'play' });
    expect(caretCommand(key('Enter', { shiftKey: true }), false)).toEqual({ kind: 'say' });
    expect(caretCommand(key('Escape'), false)).toEqual({ kind: 'leave' });
  });
});
