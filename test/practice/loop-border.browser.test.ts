import { createDocument, createPractice, createSpeech, createSpeechStore, type Speech } from 'react-readalong';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { difference } from '../audio/lame.js';
import { type Listening, listen, steepest } from '../audio/listening.js';
import { createStandIn } from '../helpers/stand-in.js';
import { roundOf } from './looped.js';
import { RATE } from './practised.js';

const TEXT = 'The lamp was lit. It was late and cold, and nobody knew who had lit it there.';

let sound: Listening;
let speech: Speech;
beforeEach(async () => {
  sound = await listen(RATE);
});
afterEach(async () => {
  speech.dispose();
  await sound.close();
});

it.each(['pcm_44100', 'mp3_44100_128'] as const)(
  'a loop across the border of two requests is heard without a gap or a click, and buys each of them once: %s',
  async (outputFormat) => {
    const { relay, calls } = createStandIn();
    const source = { text: TEXT, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat };
    const document = createDocument({ first: 20, usual: 100 });
    speech = createSpeech(source, { relay, document, store: createSpeechStore(), audioContext: sound.context });
    speech.subscribe(() => {});
    speech.play();
    await expect.poll(() => speech.getSnapshot().status, { timeout: 30_000 }).toBe('ended');
    const { timeline } = speech.getSnapshot();
    const texts = calls.map(({ body }) => body?.text ?? '');
    expect(texts.length).toBeGreaterThan(1);
    // Both sides of the border, as they are heard without a loop: "lit. It was".
    const range = { start: TEXT.indexOf('lit.'), end: TEXT.indexOf(' late') };
    const words = timeline.words.filter((word) => word.start >= range.start && word.end <= range.end);
    const start = sound.started[0]?.at ?? 0;
    await sound.captured(start + (timeline.duration ?? 0) * RATE + 2000);
    const straight = sound.samples(start, Math.round((timeline.duration ?? 0) * RATE));
    const from = Math.ceil((words[0]?.startTime ?? Number.NaN) * RATE - 1e-6);
    const to = Math.round((words.at(-1)?.endTime ?? Number.NaN) * RATE);

    const before = sound.started.length;
    const practice = createPractice(speech);
    practice.loop(range, { times: 3 });
    await expect.poll(() => practice.getSnapshot().mode, { timeout: 30_000 }).toBe('off');
    const first = sound.started[before]?.at ?? 0;
    const length = to - from;
    await sound.captured(first + 3 * length + 2000);
    const heard = sound.samples(first, 3 * length + 1000);
    const round = roundOf(straight, from, to);
    const differences = [0, 1, 2].map((i) => difference(heard.subarray(i * length, (i + 1) * length), round));
    const step = steepest(heard) / steepest(straight);
    console.info(
      `${outputFormat}: ${texts.length} requests, rounds of ${length} frames, greatest difference ${Math.max(...differences)}, steepest step ${step.toFixed(3)} of the sound's own`,
    );
    expect(Math.max(...differences)).toBeLessThan(1e-6);
    expect(step).toBeLessThanOrEqual(1.001);
    expect(heard.subarray(3 * length).every((sample) => sample === 0)).toBe(true);
    expect(calls.length).toBe(texts.length);
  },
  60_000,
);
