import { createOfflineElevenLabs } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

const apiKey = process.env.ELEVENLABS_API_KEY;

/** The relay. Without a key it speaks with a voice of its own, offline. */
const relay = createRelayHandler({
  apiKey: apiKey ?? 'offline',
  fetch: apiKey ? undefined : createOfflineElevenLabs(),
  prefix: '/api/speech',
});

export { relay as GET, relay as POST };
export const dynamic = 'force-dynamic';
