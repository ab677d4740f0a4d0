import { createSpeech, createTimeline, type NarrationSource } from 'react-readalong';
import { expect, test, vi } from 'vitest';
import { createTimeTrack } from '../../src/alignment/time-track.js';
import { narrationStream } from '../../src/speech/narration-stream.js';

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

test('a narration may have words or captions instead of characters', async () => {
  const words = [
    { text: 'Well', start: 0, end: 0.5 },
    { text: 'then.', start: 0.6, end: 1 },
  ];
  const json = createTimeline(words).toJSON();
  for (const alignment of [
    words,
    { words },
    { segments: [{ text: 'Well then.', start: 0, end: 1 }] },
    'WEBVTT\n\n00:00.000 --> 00:01.000\nWell <00:00.600>then.',
    json,
    json.alignment,
    { alignment: null, normalizedAlignment: json.alignment },
    { chars: [...'Well then.'], charStartTimesMs: [], charDurationsMs: [] },
  ]) {
    const speech = createSpeech({ audioBase64: 'AA==', alignment });
    speech.subscribe(() => {});
    await vi.waitFor(() => expect(speech.getSnapshot().timeline.text).toBe('Well then.'));
  }
});

test.each<[string, NarrationSource]>([
  ['sound that is here', { audio: new Blob([new Uint8Array(2)]) }],
  ['sound in base64', { audioBase64: 'AAA=' }],
])('a narration of words lights them at their times: %s', async (_, sound) => {
  const alignment = [
    { text: 'Well', start: 0, end: 0.5 },
    { text: 'then.', start: 0.6, end: 1 },
  ];
  const times = createTimeTrack('Well then.');
  let bytes = 0;
  const { chunks } = await narrationStream({ ...sound, alignment }, new AbortController().signal);
  for await (const chunk of chunks) {
    times.append(chunk.alignment, chunk.normalizedAlignment);
    bytes += chunk.audio.length;
  }
  times.end();
  expect(bytes).toBe(2);
  expect(times.starts[times.elementAt(5)]).toBe(0.6);
  expect(times.quality).toEqual({ level: 'repaired', reasons: ['word-level'] });
});

test('a narration whose times were guessed once does not pass for more', async () => {
  const alignment = createTimeline(null, { text: 'Well then.', duration: 1 }).toJSON();
  const times = createTimeTrack('Well then.');
  const { chunks } = await narrationStream({ audioBase64: 'AAA=', alignment }, new AbortController().signal);
  for await (const chunk of chunks) times.append(chunk.alignment, chunk.normalizedAlignment);
  times.end();
  expect(times.quality).toEqual({ level: 'estimated', reasons: ['no-times'] });
});

test('offsets of a speech are those of the text that is shown', () => {
  const speech = createSpeech({ text, voiceId: 'v', modelId: 'eleven_v3' });
  speech.seekToOffset(5);
  expect(speech.currentOffset()).toBe(5);
  expect(speech.getSnapshot().timeline.toSource(5)).toBe(14);
  expect(speech.litOffset()).toBe(5);
});
