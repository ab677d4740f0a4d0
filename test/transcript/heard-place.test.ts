import { createSpeech } from 'react-readalong';
import { expect, it } from 'vitest';
import { createHeardPlaces } from '../../src/transcript/heard-place.js';

const timelineOf = (text: string) => createSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' }).getSnapshot().timeline;

it('has the whole of a word, and of its sentence, that grew while it was heard', () => {
  const placeAt = createHeardPlaces();
  const lamplighter = 'The lamplighter came. He left.';
  expect(placeAt(4, timelineOf('The lamp')).wordEnd).toBe('The lamp'.length);
  expect(placeAt(4, timelineOf(lamplighter)).wordEnd).toBe('The lamplighter'.length);
  expect(placeAt(4, timelineOf(lamplighter.replace('. He', ', he'))).sentenceEnd).toBe(lamplighter.length);
});

it('is the same object while the same is heard', () => {
  const placeAt = createHeardPlaces();
  const place = placeAt(4, timelineOf('The lamplighter came.'));
  expect(placeAt(4, timelineOf('The lamplighter came.'))).toBe(place);
});
