/** The header that carries the secret key from the relay to the API, and nowhere else. */
export const API_KEY_HEADER = 'xi-api-key';

/** Response headers of the API that a browser may read once the relay exposes them. */
export const EXPOSED_HEADERS = [
  'request-id',
  'character-cost',
  'history-item-id',
  'current-concurrent-requests',
  'maximum-concurrent-requests',
  'tts-latency-ms',
  'retry-after',
] as const;
