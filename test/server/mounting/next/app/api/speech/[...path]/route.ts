import { createRelayHandler } from 'react-readalong/server';

const relay = createRelayHandler({
  // Read at each call: a build on a machine without the key must not fail.
  apiKey: () => process.env.ELEVENLABS_API_KEY ?? '',
  baseUrl: process.env.ELEVENLABS_URL ?? 'https://api.elevenlabs.io',
  prefix: '/api/speech',
});

export { relay as GET, relay as OPTIONS, relay as POST };
export const dynamic = 'force-dynamic';
