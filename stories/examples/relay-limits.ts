import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createMemoryStorage, createRelayHandler, createRelayMetrics, createStreamSlots } from 'react-readalong/server';

/** Identical speech is bought once, nobody hears more than two at a time, and all of it is counted. */
export default async function limitARelay() {
  const metrics = createRelayMetrics();
  const handle = createRelayHandler({
    apiKey: 'offline',
    fetch: createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant' }),
    authorize: () => 'reader-1',
    limits: { streams: createStreamSlots({ most: 2 }) },
    share: { storage: createMemoryStorage({ maxBytes: 1e6 }) },
    log: metrics.log,
  });
  for (let time = 0; time < 2; time++) {
    const answer = await handle(
      new Request('https://example.org/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'Bought once.' }),
      }),
    );
    await answer.arrayBuffer();
  }
  return metrics.text();
}
