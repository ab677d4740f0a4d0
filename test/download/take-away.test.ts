import fc from 'fast-check';
import { createSpeech, createTimeline, fileName, takeAudio, takeCaptions } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bookText } from '../../bench/book-text.mjs';
import { createMp3Index } from '../../src/audio/mp3-index.js';
import { readAloud } from '../document/reading.js';
import { createStandIn } from '../helpers/stand-in.js';

const TEXT = 'Nobody knew why the old lamp had been lit.';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** A speech of one request that was bought whole. */
async function bought(outputFormat: string) {
  const { relay, calls } = createStandIn();
  const speech = createSpeech({ text: TEXT, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat }, { relay });
  speech.subscribe(() => {});
  await speech.fetchAll();
  return { speech, calls };
}

describe('the sound of a speech as a file', () => {
  it('is the MP3 as it was received, bit for bit, with its type and a name of its first words', async () => {
    const { speech, calls } = await bought('mp3_44100_128');
    const { blob, name } = await takeAudio(speech);
    expect([blob.type, name]).toEqual(['audio/mpeg', 'Nobody knew why the old lamp had been lit.mp3']);
    const part = speech.sound.program.part(0);
    expect(await bytesOf(blob)).toEqual(await part?.received?.());
    expect(calls).toHaveLength(1);
    speech.dispose();
  });

  it('is a WAV of the very samples where it came as samples', async () => {
    const { speech } = await bought('pcm_16000');
    const received = await takeAudio(speech);
    const { blob, name } = await takeAudio(speech, { as: 'wav' });
    expect([received.name, name, blob.type]).toEqual([
      name,
      'Nobody knew why the old lamp had been lit.wav',
      'audio/wav',
    ]);
    const bytes = await bytesOf(blob);
    const view = new DataView(bytes.buffer);
    const raw = await speech.sound.program.part(0)?.received?.();
    expect(bytes.subarray(44)).toEqual(raw);
    expect([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
      bytes.length - 8,
      16_000,
      bytes.length - 44,
    ]);
    speech.dispose();
  });

  it('buys nothing unless it is asked to, and says what to do where nothing is here', async () => {
    const { relay, calls } = createStandIn();
    const speech = createSpeech({ text: TEXT, voiceId: 'JBFqnCBsd6RMkjVDRZzb' }, { relay });
    speech.subscribe(() => {});
    await expect(takeAudio(speech)).rejects.toThrow("pass `whole: 'buy'`");
    expect(calls).toHaveLength(0);
    const progress: number[] = [];
    await takeAudio(speech, { whole: 'buy', onProgress: (share) => progress.push(share) });
    await takeAudio(speech, { whole: 'buy' });
    expect([calls.length, progress.at(-1)]).toEqual([1, 1]);
    speech.dispose();
  });

  it('is given up with the signal’s reason', async () => {
    const { speech } = await bought('pcm_16000');
    const abort = new AbortController();
    abort.abort(new Error('given up'));
    await expect(takeAudio(speech, { as: 'wav', signal: abort.signal })).rejects.toThrow('given up');
    speech.dispose();
  });
});

describe('the sound of a long text as a file', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const book = bookText({ words: 150 }).slice(0, 1500);

  it('is what was heard so far, or all of it where that is bought', async () => {
    const { speech, bought, until } = readAloud(book);
    speech.play();
    await until(() => bought().length >= 2, 60);
    const here = await takeAudio(speech, { as: 'wav' });
    const before = bought().length;
    expect(here.blob.size).toBeGreaterThan(44 + 8000);
    expect(bought()).toHaveLength(before);
    const taking = takeAudio(speech, { as: 'wav', whole: 'buy' });
    await vi.advanceTimersByTimeAsync(60_000);
    const all = await taking;
    const { duration, durationQuality } = speech.getSnapshot();
    expect(durationQuality).toBe('exact');
    expect(all.blob.size).toBe(44 + Math.round((duration ?? 0) * 8000) * 2);
    expect(bought().join(' ').length).toBeGreaterThanOrEqual(book.trim().length - 40);
    speech.dispose();
  });
});

describe('a name for a file', () => {
  it.each([
    ['What is this? A “test”: yes/no', 'What is this A “test” yes no.mp3'],
    ['  こんにちは世界。今日は\n元気', 'こんにちは世界。今日は 元気.mp3'],
    ['', 'speech.mp3'],
    ['???', 'speech.mp3'],
    ['CON', 'CON speech.mp3'],
    ['../../etc/passwd', 'etc passwd.mp3'],
    ['word '.repeat(100), `${'word '.repeat(12).trim()}.mp3`],
  ])('of %j is %j', (text, name) => {
    expect(fileName(text, 'mp3')).toBe(name);
  });

  it('is one that every file system takes, of whatever text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const name = fileName(text, 'wav');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(name).toMatch(/^[^.\s].*\.wav$/su);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect(name.isWellFormed?.() ?? true).toBe(true);
      }),
    );
  });
});

it('captions are files of their kind', async () => {
  const characters = [...'Hi.'];
  const timeline = createTimeline({
    characters,
    character_start_times_seconds: [0, 0.1, 0.2],
    character_end_times_seconds: [0.1, 0.2, 0.3],
  });
  const files = (['vtt', 'srt', 'lrc'] as const).map((format) => takeCaptions(timeline, format));
  expect(files.map(({ name, blob }) => [name, blob.type])).toEqual([
    ['Hi.vtt', 'text/vtt;charset=utf-8'],
    ['Hi.srt', 'application/x-subrip;charset=utf-8'],
    ['Hi.lrc', 'text/plain;charset=utf-8'],
  ]);
  expect(await files[0]?.blob.text()).toMatch(/^WEBVTT/);
});

it('MP3s of several requests become one, without the heads of files in its middle', async () => {
  const { relay } = createStandIn();
  const { createDocument } = await import('react-readalong');
  const book = bookText({ words: 120 }).slice(0, 700);
  const speech = createSpeech(
    { text: book, voiceId: 'JBFqnCBsd6RMkjVDRZzb', outputFormat: 'mp3_44100_128' },
    { relay, document: createDocument() },
  );
  speech.subscribe(() => {});
  const { blob } = await takeAudio(speech, { whole: 'buy' });
  const bytes = await bytesOf(blob);
  const index = createMp3Index();
  index.push(bytes);
  index.end();
  let lost = 0;
  let total = 0;
  for (let frame = 0; frame < index.count; frame++) {
    if (index.isLost(frame)) lost++;
    total += index.length(frame);
  }
  expect([blob.type, lost, total]).toEqual(['audio/mpeg', 0, bytes.length]);
  const seconds = (index.count * 1152) / 44_100;
  expect(Math.abs(seconds - (speech.getSnapshot().duration ?? 0))).toBeLessThan(0.2);
  speech.dispose();
}, 30_000);
