import { createRelay } from 'react-readalong';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

/** The whole way in one page: client, relay, and a stand-in for ElevenLabs behind it. */
export default async function speakThroughARelay() {
  const upstream = createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant' });
  const handle = createRelayHandler({ apiKey: 'offline', prefix: '/api/speech', fetch: upstream });
  const relay = createRelay({
    url: 'https://example.org/api/speech',
    fetch: (input, init) => handle(new Request(input, init)),
  });
  const { characterCost, chunks } = await relay.speak({ text: 'Hello, reader.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  let bytes = 0;
  let characters = '';
  for await (const { audio, alignment } of chunks) {
    bytes += audio.length;
    characters += alignment?.characters.join('') ?? '';
  }
  const { voices } = await relay.listVoices({ pageSize: 3 });
  return { characterCost, bytes, characters, voices: voices.map(({ name }) => name) };
}
