import { createTimeline } from 'react-readalong';
import { expect, it } from 'vitest';
import { firstChangedParagraph } from '../../src/transcript/first-changed-paragraph.js';

const spansOf = (text: string) => createTimeline(null, { text }).spans;
const changed = (before: string, after: string) => firstChangedParagraph(spansOf(before), spansOf(after));

it('finds the paragraph from which on a text is another one', () => {
  expect(changed('One.\n\nTwo.\n\nThree.', 'One.\n\nTwo.\n\nFour.')).toBe(2);
  expect(changed('One.\n\nTwo.', 'Zero.\n\nTwo.')).toBe(0);
  expect(changed('One.\n\nTwo.\n\nThree.', 'One.')).toBe(1);
});

it('takes the last paragraph for changed where more has come: it may go on', () => {
  expect(changed('One.\n\nTw', 'One.\n\nTwo.\n\nThree.')).toBe(1);
  expect(changed('', 'One.')).toBe(0);
});
