import { describe, expect, test } from 'vitest';
import { bothClients, ENDPOINTS, type Said, sayWithRelay, sayWithSdk, TEXT, VOICE } from './both-clients.js';

/** All that the stand-in can make. */
const FORMATS = [
  'mp3_22050_32',
  'mp3_44100_32',
  'mp3_44100_64',
  'mp3_44100_96',
  'mp3_44100_128',
  'mp3_44100_192',
  'pcm_8000',
  'pcm_16000',
  'pcm_22050',
  'pcm_24000',
  'pcm_44100',
  'pcm_48000',
  'ulaw_8000',
  'alaw_8000',
] as const;

function expectSame(theirs: Said, ours: Said): void {
  expect(theirs.audio.length).toBeGreaterThan(1000);
  expect(theirs.audio.equals(ours.audio)).toBe(true);
  expect(theirs.alignments).toEqual(ours.alignments);
  expect(theirs.normalizedAlignments).toEqual(ours.normalizedAlignments);
  expect([theirs.requestId, ours.requestId].every((id) => /^\w{20}$/.test(id ?? ''))).toBe(true);
}

describe.each(ENDPOINTS)('the official client and ours (stream $stream, timestamps $timestamps)', (endpoint) => {
  test.each(FORMATS)('get the same bytes and the same times of %s', async (outputFormat) => {
    const { sdk, relay } = await bothClients();
    const theirs = await sayWithSdk(sdk, { text: TEXT, outputFormat }, endpoint);
    expectSame(theirs, await sayWithRelay(relay, { text: TEXT, outputFormat, ...endpoint }));
  });

  test('send every parameter alike', async () => {
    const { sdk, relay, calls } = await bothClients();
    const first = await sayWithRelay(relay, { text: 'Before.' });
    const request = {
      text: TEXT,
      outputFormat: 'pcm_16000',
      modelId: 'eleven_flash_v2_5',
      languageCode: 'en',
      voiceSettings: { stability: 0.3, similarityBoost: 0.9, style: 0.1, useSpeakerBoost: false, speed: 1.1 },
      pronunciationDictionaryLocators: [{ pronunciationDictionaryId: 'a', versionId: 'b' }],
      seed: 7,
      previousText: 'Before.',
      nextText: 'After.',
      previousRequestIds: [first.requestId ?? ''],
      nextRequestIds: [first.requestId ?? ''],
      applyTextNormalization: 'off',
      applyLanguageTextNormalization: false,
      enableLogging: true,
      optimizeStreamingLatency: 2,
      usePvcAsIvc: false,
    } as const;
    const theirs = await sayWithSdk(
      sdk,
      {
        ...request,
        pronunciationDictionaryLocators: [...request.pronunciationDictionaryLocators],
        previousRequestIds: [...request.previousRequestIds],
        nextRequestIds: [...request.nextRequestIds],
      },
      endpoint,
    );
    expectSame(theirs, await sayWithRelay(relay, { ...request, ...endpoint }));
    const [, byThem, byUs] = calls;
    expect(Object.keys(byThem?.body ?? {})).toHaveLength(13);
    // Ours leaves out the texts that the API ignores beside ids.
    expect(byThem?.body).toEqual({ ...byUs?.body, previous_text: 'Before.', next_text: 'After.' });
    expect(byThem?.stitching).toEqual(byUs?.stitching);
    expect(new URL(byThem?.url ?? '').search.split(/[?&]/).sort()).toEqual(
      new URL(byUs?.url ?? '').search.split(/[?&]/).sort(),
    );
  });
});

describe('the official client', () => {
  test('reads what the answer cost, and the other headers', async () => {
    const { sdk } = await bothClients({ concurrency: 3 });
    const { data, rawResponse } = await sdk.textToSpeech.convert(VOICE, { text: 'Hey 👋' }).withRawResponse();
    await data.cancel();
    const names = ['character-cost', 'current-concurrent-requests', 'maximum-concurrent-requests'];
    expect(names.map((name) => rawResponse.headers.get(name))).toEqual(['5', '1', '3']);
    expect(rawResponse.headers.get('history-item-id')).toMatch(/^\w{20}$/);
    expect(rawResponse.headers.get('tts-latency-ms')).toMatch(/^\d+$/);
  });

  test.each([
    ['blank lines', { kind: 'blank-lines' }],
    ['pieces of one byte', { kind: 'recut', size: 1 }],
    ['sound and times in turns', { kind: 'empty-audio' }],
    ['null alignments', { kind: 'null-alignment' }],
  ] as const)('reads the same of a stream with %s as ours does', async (_, fault) => {
    const { sdk, relay } = await bothClients({ faults: [fault] });
    const request = { text: 'Hé 👋 there.', outputFormat: 'pcm_8000' } as const;
    const theirs = await sayWithSdk(sdk, request, ENDPOINTS[0]);
    expectSame(theirs, await sayWithRelay(relay, request));
  });

  test('hears the first sound before the next is made', async () => {
    let goOn = (): void => {};
    const heard = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let waits = 0;
    // Time stands still before the second chunk, until the first was heard.
    const clock = { now: () => 0, wait: () => (++waits === 1 ? heard : Promise.resolve()) };
    const { sdk } = await bothClients({ pace: { firstByte: 0, rate: 1 }, clock });
    const answer = await sdk.textToSpeech.stream(VOICE, { text: TEXT, outputFormat: 'pcm_16000' });
    const reader = answer.getReader();
    const first = await reader.read();
    expect([waits, (first.value?.length ?? 0) > 1000]).toEqual([1, true]);
    goOn();
    let bytes = 0;
    for (let step = first; !step.done; step = await reader.read()) bytes += step.value.length;
    expect(bytes).toBeGreaterThan(60_000);
  });

  test('ends the speech upstream when it is aborted', async () => {
    const { sdk, calls } = await bothClients({ concurrency: 1, pace: { firstByte: 0, rate: 0.5 } });
    const leave = new AbortController();
    const request = { text: TEXT, outputFormat: 'pcm_8000' } as const;
    const answer = await sdk.textToSpeech.stream(VOICE, request, { abortSignal: leave.signal });
    await expect(sdk.textToSpeech.stream(VOICE, request)).rejects.toMatchObject({ statusCode: 429 });
    leave.abort();
    await expect(new Response(answer).arrayBuffer()).rejects.toThrow();
    await expect
      .poll(async () => {
        const next = await sdk.textToSpeech.stream(VOICE, request).catch(() => null);
        await next?.cancel();
        return calls.at(-1)?.status;
      })
      .toBe(200);
  });
});
