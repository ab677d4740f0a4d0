/** One of the API's endpoints that this library speaks. The four pairs of `stream` and `timestamps` are the four speech endpoints. */
export type Endpoint =
  | { kind: 'speech'; voiceId: string; stream: boolean; timestamps: boolean }
  | { kind: 'voices' }
  | { kind: 'voice'; voiceId: string };

/** The path of an endpoint, from its leading slash, without the relay's or the API's base. */
export function endpointPath(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'speech':
      return `/v1/text-to-speech/${encodeURIComponent(endpoint.voiceId)}${endpoint.stream ? '/stream' : ''}${endpoint.timestamps ? '/with-timestamps' : ''}`;
    case 'voices':
      return '/v2/voices';
    case 'voice':
      return `/v1/voices/${encodeURIComponent(endpoint.voiceId)}`;
  }
}

/** The HTTP method that an endpoint takes. */
export function endpointMethod(endpoint: Endpoint): 'GET' | 'POST' {
  return endpoint.kind === 'speech' ? 'POST' : 'GET';
}

/** Letters, digits, hyphen and underscore: what a voice id may hold, so that none can reach another path. */
const VOICE_ID = /^[A-Za-z0-9_-]{1,128}$/;

/** Whether a value can be a voice id: letters, digits, `-` and `_`, at most 128. */
export function isVoiceId(value: unknown): value is string {
  return typeof value === 'string' && VOICE_ID.test(value);
}

/** The endpoint that a path names, or null. A voice id with anything but letters, digits, `-` and `_` names none. */
export function matchEndpoint(path: string): Endpoint | null {
  if (path === '/v2/voices') return { kind: 'voices' };
  const [, version, place, voiceId = '', ...rest] = path.split('/');
  if (version !== 'v1' || !isVoiceId(voiceId)) return null;
  const tail = rest.join('/');
  if (place === 'voices') return tail === '' && rest.length === 0 ? { kind: 'voice', voiceId } : null;
  if (place !== 'text-to-speech') return null;
  if (rest.length === 0) return { kind: 'speech', voiceId, stream: false, timestamps: false };
  if (tail === 'stream') return { kind: 'speech', voiceId, stream: true, timestamps: false };
  if (tail === 'with-timestamps') return { kind: 'speech', voiceId, stream: false, timestamps: true };
  if (tail === 'stream/with-timestamps') return { kind: 'speech', voiceId, stream: true, timestamps: true };
  return null;
}
