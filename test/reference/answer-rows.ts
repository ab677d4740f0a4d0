import { RelayError } from 'react-readalong';
import { expect } from 'vitest';
import type { Kind, Name } from './names.js';
import { valuesAt } from './places.js';
import { createWorld, hear, KEY, SPEECH_ENDPOINTS, VOICE, type World } from './world.js';

/** How one thing goes all the way, and the proof of it. */
export interface AnswerRow<K extends Kind> {
  readonly name: Name<K>;
  /** How the client asks for it, or how it comes back typed. */
  readonly client: string;
  readonly relay: 'passes' | 'adds' | 'refuses';
  readonly standIn: string;
  readonly because?: string;
  readonly proof: (world: World) => Promise<void>;
}

const speechEndpoint = (index: 0 | 1 | 2 | 3, name: Name<'endpoint'>): AnswerRow<'endpoint'> => ({
  name,
  client: `speak({ stream: ${SPEECH_ENDPOINTS[index].stream}, timestamps: ${SPEECH_ENDPOINTS[index].timestamps} })`,
  relay: 'passes',
  standIn: 'speaks',
  proof: async ({ relay, near, far }) => {
    const { audio } = await hear(relay, SPEECH_ENDPOINTS[index]);
    expect(audio.length).toBeGreaterThan(8000);
    const expected = name.replace(':voice_id', VOICE);
    expect([near, far].map(([passed]) => `${passed?.method} ${passed?.path}`)).toEqual([expected, expected]);
  },
});

export const ENDPOINTS: readonly AnswerRow<'endpoint'>[] = [
  speechEndpoint(3, 'POST /v1/text-to-speech/:voice_id'),
  speechEndpoint(1, 'POST /v1/text-to-speech/:voice_id/with-timestamps'),
  speechEndpoint(2, 'POST /v1/text-to-speech/:voice_id/stream'),
  speechEndpoint(0, 'POST /v1/text-to-speech/:voice_id/stream/with-timestamps'),
  {
    name: 'GET /v2/voices',
    client: 'listVoices(query)',
    relay: 'passes',
    standIn: 'lists its 40 voices',
    proof: async ({ relay, near, far }) => {
      expect((await relay.listVoices()).totalCount).toBe(40);
      expect([near, far].map(([passed]) => `${passed?.method} ${passed?.path}`)).toEqual(
        Array(2).fill('GET /v2/voices'),
      );
    },
  },
  {
    name: 'GET /v1/voices/:voice_id',
    client: 'getVoice(voiceId)',
    relay: 'passes',
    standIn: 'gives one of them',
    proof: async ({ relay, near, far }) => {
      expect((await relay.getVoice(VOICE)).name).toBe('George');
      expect([near, far].map(([passed]) => `${passed?.method} ${passed?.path}`)).toEqual(
        Array(2).fill(`GET /v1/voices/${VOICE}`),
      );
    },
  },
];

export const REQUEST_HEADERS: readonly AnswerRow<'request header'>[] = [
  {
    name: 'xi-api-key',
    client: 'never: it refuses to be given one',
    relay: 'adds',
    standIn: 'refuses a missing or another key with a 401',
    because: 'A key in a browser is given away, so it begins at the relay.',
    proof: async ({ relay, near, far, toRelay, toApi }) => {
      await hear(relay);
      expect(near[0]?.headers.has('xi-api-key')).toBe(false);
      expect(far[0]?.headers.get('xi-api-key')).toBe(KEY);
      expect([(await toRelay('/v2/voices')).status, (await toApi('/v2/voices')).status]).toEqual([200, 200]);
      const other = createWorld({ apiKey: 'another' });
      await expect(hear(other.relay)).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
    },
  },
];

export const VOICE_PARAMETERS: readonly AnswerRow<'voice parameter'>[] = [
  {
    name: 'voice_id',
    client: 'getVoice(voiceId)',
    relay: 'passes',
    standIn: 'knows its 40, and no other',
    proof: async ({ relay, toRelay, toApi, near }) => {
      expect((await relay.getVoice(VOICE)).voiceId).toBe(VOICE);
      await expect(relay.getVoice('nobody')).rejects.toMatchObject({ status: 404, code: 'voice_not_found' });
      await expect(relay.getVoice('../voices')).rejects.toMatchObject({ status: null, code: 'invalid_voice_id' });
      expect(near).toHaveLength(2);
      for (const ask of [toRelay, toApi]) expect((await ask('/v1/voices/a%2Fb')).status).toBe(404);
    },
  },
  {
    name: 'with_settings',
    client: 'never',
    relay: 'passes',
    standIn: 'ignores it, as the API does',
    because:
      'Deprecated, and ignored by the API: an option without an effect would mislead. Other clients may send it.',
    proof: async ({ toRelay, far }) => {
      const [plain, without] = await Promise.all([
        toRelay(`/v1/voices/${VOICE}`),
        toRelay(`/v1/voices/${VOICE}?with_settings=false`),
      ]);
      expect(await without.json()).toEqual(await plain.json());
      expect(far.map(({ query }) => query.get('with_settings')).sort()).toEqual(['false', null]);
      expect((await toRelay(`/v1/voices/${VOICE}?with_settings=perhaps`)).status).toBe(422);
    },
  },
];

const pageField = (
  name: Name<'page field'>,
  property: 'voices' | 'hasMore' | 'totalCount' | 'nextPageToken',
): AnswerRow<'page field'> => ({
  name,
  client: `VoicePage.${property}`,
  relay: 'passes',
  standIn: 'gives it',
  proof: async ({ relay, near, far }) => {
    const page = await relay.listVoices();
    const [sent] = valuesAt(await far[0]?.answer.json(), name);
    const [passed] = valuesAt(await near[0]?.answer.json(), name);
    if (name === 'voices') {
      expect([sent, passed].map((voices) => valuesAt({ voices }, 'voices[].voice_id'))).toEqual(
        Array(2).fill(page.voices.map(({ voiceId }) => voiceId)),
      );
    } else expect([sent, passed]).toEqual([page[property], page[property]]);
    expect(page[property]).toBeTruthy();
  },
});

export const PAGE_FIELDS: readonly AnswerRow<'page field'>[] = [
  pageField('voices', 'voices'),
  pageField('has_more', 'hasMore'),
  pageField('total_count', 'totalCount'),
  pageField('next_page_token', 'nextPageToken'),
];

const errorField = (
  name: Name<'error'>,
  client: string,
  proof: (error: RelayError, sent: unknown) => void,
): AnswerRow<'error'> => ({
  name,
  client,
  relay: 'passes',
  standIn: 'answers so what does not fit',
  proof: async ({ relay, far }) => {
    const error = await relay.listVoices({ nextPageToken: 'never given' }).catch((cause: unknown) => cause);
    if (!(error instanceof RelayError)) throw error;
    expect(far[0]?.answer.status).toBe(422);
    proof(error, await far[0]?.answer.json());
  },
});

export const ERRORS: readonly AnswerRow<'error'>[] = [
  errorField('422', 'RelayError.status', (error) => expect(error.status).toBe(422)),
  errorField('422 detail', 'RelayError.issues', (error, sent) => expect(sent).toEqual({ detail: error.issues })),
  errorField('422 detail[].loc', 'RelayIssue.loc', (error) =>
    expect(error.issues[0]?.loc).toEqual(['query', 'next_page_token']),
  ),
  errorField('422 detail[].msg', 'RelayIssue.msg', (error) => {
    expect(error.issues[0]?.msg).toBe('Invalid page token');
    expect(error.message).toContain('Invalid page token');
  }),
  errorField('422 detail[].type', 'RelayIssue.type, RelayError.code', (error) =>
    expect([error.issues[0]?.type, error.code]).toEqual(['value_error', 'value_error']),
  ),
];
