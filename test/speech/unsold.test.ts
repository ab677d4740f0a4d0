import { createRelay, createSpeech, createSpeechStore } from 'react-readalong';
import { expect, it } from 'vitest';
import { createFakeAudioContext } from '../helpers/fake-audio-context.js';

/** A speech of 46 characters whose relay answers in some way, played until that is told. */
async function failed(answer: () => Promise<Response>) {
  const relay = createRelay({ url: 'https://relay.example/api/speech', fetch: answer });
  const speech = createSpeech(
    { text: 'The text stays, whatever happens to its voice.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' },
    { relay, store: createSpeechStore(), audioContext: createFakeAudioContext().context },
  );
  speech.subscribe(() => {});
  speech.play();
  await expect.poll(() => speech.getSnapshot().status).toBe('error');
  const { spent, toCome } = speech.getSnapshot();
  return { spent: spent.characters, toCome: toCome.characters };
}

it('what nobody answered, or somebody refused, was not bought: to ask again costs what asking did', async () => {
  expect(await failed(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({ spent: 0, toCome: 46 });
  const refused = () => Promise.resolve(Response.json({ detail: 'no' }, { status: 401 }));
  expect(await failed(refused)).toEqual({ spent: 0, toCome: 46 });
});

it('what was answered was bought, also where no sound came of it', async () => {
  const cut = () =>
    Promise.resolve(
      new Response('{"audio_base64": ', { headers: { 'request-id': 'r', 'content-type': 'application/json' } }),
    );
  expect(await failed(cut)).toEqual({ spent: 46, toCome: 0 });
});
