import { createFliteEngine, createOfflineElevenLabs } from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { taggedCharacters } from '../../src/offline/audio-tags.js';
import { ask, instantTones, int16Samples, joinAlignments, joinAudio, parseLines } from './ask.js';

const TEXT = '[laughs] Well, hello [whispers softly] my old friend. [sighs] Good 👋 [clears throat]';
const RATE = 16000;

async function speak(fetch: (request: Request) => Promise<Response>, body: object) {
  const response = await fetch(ask(body, { query: `?output_format=pcm_${RATE}` }));
  expect(response.status).toBe(200);
  const chunks = parseLines(await response.text());
  const alignment = joinAlignments(chunks);
  const samples = int16Samples(joinAudio(chunks));
  const loudest = (from: number, to: number) => {
    const start = alignment.character_start_times_seconds[from] ?? 0;
    const end = alignment.character_end_times_seconds[to - 1] ?? 0;
    const part = samples.subarray(Math.ceil(start * RATE), Math.floor(end * RATE));
    return { seconds: end - start, level: part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) };
  };
  return { alignment, loudest };
}

/** Where each tag is, in code points. */
const TAGS = ['[laughs]', '[whispers softly]', '[sighs]', '[clears throat]'].map((tag) => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(tag))).length;
  return [start, start + tag.length] as const;
});

describe.each([
  ['tones', instantTones()],
  ['Flite', createOfflineElevenLabs({ engine: createFliteEngine(), pace: 'instant' })],
])('audio tags, with %s', { timeout: 30_000 }, (engine, fetch) => {
  test('own time on eleven_v3, and nothing is heard of them', async () => {
    const { alignment, loudest } = await speak(fetch, { text: TEXT, model_id: 'eleven_v3' });
    expect(alignment.characters.join('')).toBe(TEXT);
    for (const [start, end] of TAGS) {
      expect(loudest(start, end).seconds).toBeGreaterThan(0.07);
      // A word of Flite's may ring on into the pause after it.
      expect(loudest(start + 1, end - 1).level).toBeLessThan(engine === 'tones' ? 1 : 1500);
    }
    expect(loudest(9, 14).level).toBeGreaterThan(3000);
  });

  test('are read aloud as words by flash', async () => {
    const { alignment, loudest } = await speak(fetch, { text: TEXT, model_id: 'eleven_flash_v2_5' });
    expect(alignment.characters.join('')).toBe(TEXT);
    for (const [start, end] of TAGS) expect(loudest(start + 1, end - 1).level).toBeGreaterThan(3000);
  });
});

test.each([
  ['a[0] and [1]', ''],
  ['[never closed', ''],
  ['[ ] [] [2 cats]', ''],
  ['[one\nline]', ''],
  ['👋 [laughs]! [é]', '[laughs][é]'],
  ['so[laughs]', ''],
])('in "%s" the tags are "%s"', (text, tags) => {
  const tagged = taggedCharacters(text);
  expect(
    Array.from(text)
      .filter((_, index) => tagged.has(index))
      .join(''),
  ).toBe(tags);
});

test('speed is ignored by eleven_v3, and shortens the speech of the others', async () => {
  const seconds = async (model_id: string, speed: number) => {
    const { alignment } = await speak(instantTones(), { text: 'Good morning.', model_id, voice_settings: { speed } });
    return alignment.character_end_times_seconds.at(-1) ?? 0;
  };
  expect(await seconds('eleven_v3', 1.2)).toBe(await seconds('eleven_v3', 1));
  expect(await seconds('eleven_multilingual_v2', 1.2)).toBeLessThan(await seconds('eleven_multilingual_v2', 1));
});
