import { RelayError, type SpeechRequest, type Voice, type VoicesQuery } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { type AnswerRow, ENDPOINTS, ERRORS, PAGE_FIELDS, REQUEST_HEADERS, VOICE_PARAMETERS } from './answer-rows.js';
import { type Kind, NAMES } from './names.js';
import { nest, valuesAt } from './places.js';
import { SPEECH_PARAMETERS, type SpeechParameterRow } from './speech-parameters.js';
import { FORMATS, RESPONSE_HEADERS, SPEECH_FIELDS } from './speech-rows.js';
import { PASSED_FIELDS, STRIPPED_FIELDS } from './voice-fields.js';
import { VOICES_PARAMETERS } from './voices-parameters.js';
import { createWorld, hear, SPEECH_ENDPOINTS, VOICE } from './world.js';

const stripped = STRIPPED_FIELDS.flatMap(({ because, fields }) =>
  fields.map(([name, property]) => ({ name, property, because })),
);
const passed = PASSED_FIELDS.map(([name, property]) => ({ name, property }));

const TABLE: { readonly [K in Kind]: readonly { readonly name: string }[] } = {
  endpoint: ENDPOINTS,
  'request header': REQUEST_HEADERS,
  'response header': RESPONSE_HEADERS,
  'speech parameter': SPEECH_PARAMETERS,
  'voices parameter': VOICES_PARAMETERS,
  'voice parameter': VOICE_PARAMETERS,
  'speech field': SPEECH_FIELDS,
  'page field': PAGE_FIELDS,
  'voice field': [...passed, ...stripped],
  error: ERRORS,
  'output format': FORMATS,
};

test.each(Object.entries(NAMES))('each %s of the reference has its row, and no row is of another', (kind, names) => {
  const rows = new Map<string, readonly { readonly name: string }[]>(Object.entries(TABLE)).get(kind) ?? [];
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
});

/** What JavaScript lets through and TypeScript would not. */
const loose = (fields: Record<string, unknown>): SpeechRequest => ({
  text: 'See 3 of 12.',
  voiceId: VOICE,
  outputFormat: 'pcm_8000',
  ...fields,
});
const looseQuery = (fields: Record<string, unknown>): VoicesQuery => ({ ...fields });
/** A version of a dictionary needs the dictionary beside it. */
const beside = (option: string) => (option.includes('[]') ? { pronunciationDictionaryId: 'a' } : {});
const WIRE_BESIDE = { pronunciation_dictionary_id: 'a' };

describe.each(SPEECH_PARAMETERS)('the speech parameter $name', (row) => {
  test.each(SPEECH_ENDPOINTS)(`is sent from ${row.option}, and passed on (%o)`, async (endpoint) => {
    const world = createWorld();
    await hear(world.relay, loose({ ...row.also, ...nest(row.option, row.value, beside(row.option)), ...endpoint }));
    for (const [hop] of [world.near, world.far]) expect(travelled(row, hop)).toEqual([row.wire ?? onTheWay(row)]);
  });

  test(`the stand-in ${row.standIn}`, () => row.proof(createWorld({ concurrency: 5 })));

  test('of a wrong value is refused by the client before it is sent, by the relay, and by the stand-in', async () => {
    const { relay, near, far, toRelay, toApi } = createWorld();
    const error = await relay
      .speak(loose({ ...row.also, ...nest(row.option, row.wrong, beside(row.option)) }))
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ status: null, message: expect.stringContaining(row.option.replace('[]', '.0')) });
    const [path, body] = wrongRequest(row);
    const answers = [await toRelay(path, body), await toApi(path, body)];
    const first = row.name.split(/[.[]/, 1).join('');
    for (const answer of answers) {
      expect(answer.status).toSatisfy((status: number) => [400, 404, 422].includes(status));
      if (answer.status === 422) expect((await answer.json()).detail[0].loc).toEqual(expect.arrayContaining([first]));
    }
    expect([near, far]).toEqual([[], []]);
  });
});

const onTheWay = ({ place, value }: SpeechParameterRow) => (place === 'body' ? value : String(value));

function travelled({ name, place }: SpeechParameterRow, hop?: { path: string; query: URLSearchParams; body: unknown }) {
  if (place === 'query') return hop?.query.getAll(name);
  return place === 'path' ? [hop?.path.split('/')[3]] : valuesAt(hop?.body, name);
}

function wrongRequest({ name, place, wrong }: SpeechParameterRow): [path: string, body: unknown] {
  const path = `/v1/text-to-speech/${place === 'path' ? encodeURIComponent(String(wrong)) : VOICE}`;
  if (place === 'query') return [`${path}?${name}=${encodeURIComponent(String(wrong))}`, { text: 'Hi' }];
  return [path, place === 'body' ? { text: 'Hi', ...nest(name, wrong, WIRE_BESIDE) } : { text: 'Hi' }];
}

describe.each(VOICES_PARAMETERS)('the voices parameter $name', (row) => {
  test(`is sent from ${row.option}, and passed on; the stand-in ${row.standIn}`, async () => {
    const world = createWorld();
    const page = await world.relay.listVoices(row.query);
    for (const [hop] of [world.near, world.far]) expect(hop?.query.getAll(row.name)).toEqual(row.wire);
    await row.proof(page, world);
  });
});

describe.each(VOICES_PARAMETERS.filter(({ wrong }) => wrong !== null))('the voices parameter $name', (row) => {
  test('of a wrong value is refused by the client before it is sent, and by the relay', async () => {
    const { relay, far, toRelay } = createWorld();
    const value = row.name === 'voice_ids' ? [row.wrong] : row.wrong;
    const error = await relay.listVoices(looseQuery({ [row.option]: value })).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(RelayError);
    expect(error).toMatchObject({ status: null, message: expect.stringContaining(row.option) });
    const answer = await toRelay(`/v2/voices?${row.name}=${row.wrong}`);
    expect([answer.status, (await answer.json()).detail[0].loc[1]]).toEqual([422, row.name]);
    expect(far).toEqual([]);
  });
});

const PROVED: readonly (AnswerRow<Kind> & { readonly kind: string })[] = [
  ...ENDPOINTS.map((row) => ({ kind: 'endpoint', ...row })),
  ...REQUEST_HEADERS.map((row) => ({ kind: 'request header', ...row })),
  ...RESPONSE_HEADERS.map((row) => ({ kind: 'response header', ...row })),
  ...VOICE_PARAMETERS.map((row) => ({ kind: 'voice parameter', ...row })),
  ...SPEECH_FIELDS.map((row) => ({ kind: 'speech field', ...row })),
  ...PAGE_FIELDS.map((row) => ({ kind: 'page field', ...row })),
  ...ERRORS.map((row) => ({ kind: 'error', ...row })),
  ...FORMATS.map((row) => ({ kind: 'output format', ...row })),
];

test.each(PROVED)('the $kind $name: client $client, relay $relay, stand-in $standIn', ({ proof }) =>
  proof(createWorld({ concurrency: 5 })),
);

describe('the voice field', async () => {
  const { toApi, toRelay, relay, proxied } = createWorld();
  const all = { pageSize: 100 };
  const [sent, passedOn]: unknown[] = await Promise.all(
    [toApi, toRelay].map(async (ask) => (await ask('/v2/voices?page_size=100')).json()),
  );
  const { voices } = await relay.listVoices(all);
  const whole = (await proxied.listVoices(all)).voices;
  const values = (from: readonly Voice[], property: string) => from.flatMap((voice) => valuesAt(voice, property));

  test.each(passed)('$name passes the relay and comes back as $property', ({ name, property }) => {
    const given = valuesAt(sent, `voices[].${name}`);
    expect(given.some((value) => value !== null)).toBe(true);
    expect(values(voices, property)).toHaveLength(given.length);
    if (name === 'sharing') return;
    expect(valuesAt(passedOn, `voices[].${name}`)).toEqual(given);
    if (typeof given.find((value) => value !== null) !== 'object') expect(values(voices, property)).toEqual(given);
  });

  test.each(stripped)('$name is stripped by the relay, and is $property behind a plain proxy', ({ name, property }) => {
    const given = valuesAt(sent, `voices[].${name}`);
    const known = name === 'fine_tuning.finetuning_state' || given.some((value) => value !== null);
    expect([given.length > 0, known]).toEqual([true, true]);
    // That there is none is no secret.
    const leaked = [...valuesAt(passedOn, `voices[].${name}`), ...values(voices, property)];
    expect(leaked.filter((value) => value !== null)).toEqual([]);
    expect(values(whole, property)).toHaveLength(given.length);
    if (given.every((value) => typeof value !== 'object')) expect(values(whole, property)).toEqual(given);
  });

  test('keys of maps are data and keep their names', () => {
    expect(Object.keys(voices[0]?.labels ?? {})).toContain('use_case');
    const state = values(whole, 'fineTuning.state').find((map) => Object.keys(Object(map)).length > 0);
    expect(Object.keys(Object(state))).toContain('eleven_multilingual_v2');
  });

  test('of one voice is that of the list', async () => {
    expect(await relay.getVoice(VOICE)).toEqual(voices.find(({ voiceId }) => voiceId === VOICE));
  });
});

test('where something is deliberately not so, its row says why', () => {
  const bare = [...SPEECH_PARAMETERS, ...VOICES_PARAMETERS].filter(({ standIn }) =>
    /stays the same|finds none/.test(standIn),
  );
  const untyped = [...RESPONSE_HEADERS, ...VOICE_PARAMETERS, ...REQUEST_HEADERS].filter(({ client }) =>
    /^(not|never)/.test(client),
  );
  const refusing = FORMATS.filter(({ standIn }) => standIn.startsWith('refuses'));
  const reasons = [...bare, ...untyped, ...refusing, ...stripped].map(({ because }) => because ?? '');
  expect(reasons.length).toBeGreaterThan(100);
  for (const because of reasons) expect(because).toMatch(/^[A-Z].{15,}\.$/);
});
