import { createRelayHandler, type RelayHandlerOptions } from 'react-readalong/server';

/** The whole of Next's `app/api/speech/[...path]/route.ts`: one handler for its three methods. */
export function nextRoute(options: RelayHandlerOptions) {
  const relay = createRelayHandler({ ...options, prefix: '/api/speech' });
  return { GET: relay, POST: relay, OPTIONS: relay, dynamic: 'force-dynamic' as const };
}
