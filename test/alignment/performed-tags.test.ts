import { createSpeech, createTimeline } from 'react-readalong';
import { expect, test } from 'vitest';

const text = '[laughs] Well <break time="1s" /> then.';
const shownOf = (...input: Parameters<typeof createSpeech>) => createSpeech(...input).getSnapshot().timeline.text;

test.each([
  ['eleven_v3', 'Well <break time="1s" /> then.'],
  ['eleven_multilingual_v2', '[laughs] Well then.'],
  [undefined, '[laughs] Well then.'],
  ['a_model_of_tomorrow', text],
])('a speech by %s hides the tags that it performs, and reads the others aloud', (modelId, shown) => {
  expect(shownOf({ text, voiceId: 'v', modelId })).toBe(shown);
});

test('a narration shows all, unless it is told what to hide', () => {
  expect(shownOf({ audioBase64: 'AA==', text })).toBe(text);
  expect(shownOf({ audioBase64: 'AA==', text }, { audioTags: 'hide', ssmlTags: 'hide' })).toBe('Well then.');
  expect(shownOf({ text, voiceId: 'v', modelId: 'eleven_v3' }, { audioTags: 'show' })).toBe(text);
});

test('a narration may have words or captions instead of characters', () => {
  const words = [
    { text: 'Well', start: 0, end: 0.5 },
    { text: 'then.', start: 0.6, end: 1 },
  ];
  const { alignment } = createTimeline(words).toJSON();
  expect(shownOf({ audioBase64: 'AA==', alignment })).toBe('Well then.');
  expect(shownOf({ audioBase64: 'AA==', alignment: { alignment: null, normalizedAlignment: alignment } })).toBe(
    'Well then.',
  );
});

test('offsets of a speech are those of the text that is shown', () => {
  const speech = createSpeech({ text, voiceId: 'v', modelId: 'eleven_v3' });
  speech.seekToOffset(5);
  expect(speech.currentOffset()).toBe(5);
  expect(speech.getSnapshot().timeline.toSource(5)).toBe(14);
  expect(speech.litOffset()).toBe(5);
});
