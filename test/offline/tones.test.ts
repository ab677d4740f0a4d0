import { createTonesEngine, toneFrequency } from 'react-readalong/offline';
import { expect, test } from 'vitest';
import { ask, instantTones, int16Samples, joinAlignments, joinAudio, parseLines } from './ask.js';
import { loudestTone } from './loudest-tone.js';

const TEXT =
  'Karaoke, at last: “every” character!\n\nIt sounds 👋 as 42 itself — naïve. Does it? Yes. The next sentence, too, keeps its place.';

test.each([44100, 24000, 8000])('the sound of the tones says which character it is, at %i Hz', async (sampleRate) => {
  const response = await instantTones()(ask({ text: TEXT }, { query: `?output_format=pcm_${sampleRate}` }));
  const chunks = parseLines(await response.text());
  const alignment = joinAlignments(chunks);
  const samples = int16Samples(joinAudio(chunks));
  let heard = 0;
  for (const [i, character] of alignment.characters.entries()) {
    const start = alignment.character_start_times_seconds[i] ?? 0;
    const end = alignment.character_end_times_seconds[i] ?? 0;
    if (i === 0 || i === alignment.characters.length - 1 || end === start) continue;
    const inside = samples.slice(Math.round(start * sampleRate), Math.round(end * sampleRate));
    if (/\s/.test(character)) expect(Math.max(...inside.map(Math.abs))).toBe(0);
    else expect([i, loudestTone(inside, sampleRate)]).toEqual([i, i % 64]);
    heard++;
  }
  expect(heard).toBeGreaterThan(100);
});

test('tones are 64, at least 45 Hz apart, between 400 and 3600 Hz, and far from their neighbours', () => {
  const tones = Array.from({ length: 128 }, (_, index) => toneFrequency(index));
  const sorted = [...new Set(tones)].sort((a, b) => a - b);
  expect(sorted).toHaveLength(64);
  expect(sorted[0]).toBeGreaterThanOrEqual(400);
  expect(sorted.at(-1)).toBeLessThanOrEqual(3600);
  for (const [i, tone] of sorted.slice(1).entries()) expect(tone - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(45);
  for (const [i, tone] of tones.slice(3).entries()) {
    for (const near of tones.slice(i, i + 3)) expect(Math.abs(tone - near)).toBeGreaterThan(500);
  }
});

test('the same text is always the same sound and the same times', async () => {
  const [first, second] = await Promise.all([instantTones()(ask({ text: TEXT })), instantTones()(ask({ text: TEXT }))]);
  expect(await first?.text()).toBe(await second?.text());
});

test('an earlier sentence does not move a later one by a part of a sample', async () => {
  const request = { text: TEXT, voiceId: 'any', sampleRate: 22050, signal: new AbortController().signal };
  let frames = 0;
  let seconds = 0;
  for await (const piece of createTonesEngine().speak(request)) {
    frames += piece.samples.length;
    seconds += piece.ends.at(-1) ?? 0;
    expect(Math.abs(frames - seconds * 22050)).toBeLessThanOrEqual(0.5 + 1e-6);
  }
  expect(seconds).toBeGreaterThan(5);
});

test('speed shortens all times alike', async () => {
  const lengthAt = async (speed: number) => {
    const response = await instantTones()(ask({ text: TEXT, voice_settings: { speed } }));
    return joinAlignments(parseLines(await response.text())).character_end_times_seconds.at(-1) ?? 0;
  };
  expect((await lengthAt(0.8)) / (await lengthAt(1.2))).toBeGreaterThan(1.35);
});
