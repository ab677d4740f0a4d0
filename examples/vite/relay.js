import { createOfflineElevenLabs } from 'react-readalong/offline';
import { createRelayHandler, toNodeListener } from 'react-readalong/server';

const apiKey = process.env.ELEVENLABS_API_KEY;

/** The relay as a Node listener: mount it in any server. Without a key it speaks with a voice of its own, offline. */
export const relay = toNodeListener(
  createRelayHandler({
    apiKey: apiKey ?? 'offline',
    fetch: apiKey ? undefined : createOfflineElevenLabs(),
    prefix: '/api/speech',
  }),
);
