import { createRelay, type Relay } from 'react-readalong';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

/** A relay within the page, in front of a stand-in that sounds a tone for each character; and the texts that it was paid for. */
export function createTonesRelay(): { relay: Relay; bought: string[] } {
  const bought: string[] = [];
  const upstream = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace: 'instant',
    onCall: ({ body }) => body && bought.push(body.text),
  });
  const handle = createRelayHandler({ apiKey: 'offline', fetch: upstream });
  const relay = createRelay({
    url: 'https://relay.example',
    fetch: (input, init) => handle(new Request(input, init)),
  });
  return { relay, bought };
}
