import type { OfflineCall } from '../offline-call.js';
import { offlineId } from '../offline-id.js';
import type { AcceptedSpeech } from '../read-speech-request.js';

/** The headers that the API sends with speech. `spoken` counts the answers under way, this one included; `limit` may be infinite. */
export function speechHeaders(
  call: OfflineCall,
  speech: AcceptedSpeech,
  spoken: number,
  limit: number,
): Record<string, string> {
  return {
    'request-id': call.requestId,
    'character-cost': String(call.cost),
    'current-concurrent-requests': String(spoken),
    ...(Number.isFinite(limit) ? { 'maximum-concurrent-requests': String(limit) } : {}),
    ...(speech.logged ? { 'history-item-id': offlineId(20_000 + call.index) } : {}),
  };
}
