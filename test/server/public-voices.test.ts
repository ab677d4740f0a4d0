import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, json, refusedFor, relayTo } from './fake-api.js';

const open = {
  voice_id: '21m00Tcm4TlvDq8ikWAM',
  name: 'Rachel',
  category: 'professional',
  labels: { accent: 'American', 'Use Case': 'social media' },
  description: 'A warm voice.',
  preview_url: 'https://storage.example/a@2x.mp3',
  available_for_tiers: ['creator'],
  settings: { stability: 1, use_speaker_boost: true, speed: 1, newer: 0.5 },
  high_quality_base_model_ids: ['eleven_flash_v2'],
  verified_languages: [
    { language: 'en', model_id: 'm', accent: 'american', locale: 'en-US', preview_url: 'https://x.example/b' },
  ],
  safety_control: 'NONE',
  permission_on_resource: null,
  is_owner: false,
  is_legacy: false,
  is_mixed: false,
  created_at_unix: 1714204800,
  newer_flag: true,
  newer_word: 'soft',
};
const openSharing = {
  status: 'enabled',
  featured: true,
  name: 'Rachel',
  labels: { gender: 'female' },
  liked_by_count: 100,
};
const closed = {
  samples: [{ sample_id: 'SECRET', file_name: 'SECRET' }],
  fine_tuning: { state: { eleven_multilingual_v2: 'SECRET' }, verification_attempts: [{ text: 'SECRET' }] },
  voice_verification: { verification_attempts: [{ recording: { transcription: 'SECRET' } }] },
  owner: { name: 'SECRET' },
  newer_list: ['SECRET'],
  owner_email: 'SECRET',
};
const closedSharing = {
  whitelisted_emails: ['SECRET@example.com'],
  public_owner_id: 'SECRET',
  history_item_sample_id: 'SECRET',
  instagram_username: 'SECRET',
  review_message: 'SECRET',
  moderation_check: { name_value: 'SECRET' },
  reader_restricted_on: [{ resource_id: 'SECRET' }],
  rate: 0.05,
};
const voice = { ...open, ...closed, sharing: { ...openSharing, ...closedSharing } };
const shown = { ...open, sharing: openSharing };

describe('a voice', () => {
  it('leaves with its open parts, new plain ones too, and without its private ones', async () => {
    const answer = await relayTo(json(voice)).relay(get('/v1/voices/21m00Tcm4TlvDq8ikWAM'));
    expect(await answer.json()).toEqual(shown);
  });

  it('in a list leaves like one alone, and the page keeps its own values', async () => {
    const page = { has_more: true, total_count: 42, next_page_token: 'abc==' };
    const { relay } = relayTo(
      json({ voices: [voice, { voice_id: 'b' }, null, 'x'], ...page, owner: { email: 'a@b.example' } }),
    );
    const answer = await relay(get('/v2/voices'));
    expect(await answer.json()).toEqual({ voices: [shown, { voice_id: 'b' }], ...page });
  });

  it('keeps its nulls', async () => {
    const bare = { voice_id: 'a', name: null, labels: null, samples: null, sharing: null, settings: null };
    const answer = await relayTo(json(bare)).relay(get('/v1/voices/a'));
    expect(await answer.json()).toEqual(bare);
  });

  it('never carries an e-mail address, wherever the API put it', async () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z0-9.+-]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,8}$/))
      .map(([who, where]) => `${who}@${where}.example`);
    const said = fc.tuple(fc.constantFrom('', 'write to ', '<', '('), address).map(([before, to]) => `${before}${to}>`);
    const names = fc.constantFrom(
      'name',
      'description',
      'labels',
      'sharing',
      'settings',
      'verified_languages',
      'newer',
      'contact_email',
      'who@where.example',
    );
    const place = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        said,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(names, tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, place), async (parts) => {
        const { relay } = relayTo(json({ voices: [{ voice_id: 'a', ...parts }], has_more: false }));
        expect(await (await relay(get('/v2/voices'))).text()).not.toContain('.example');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no answer about voices', () => {
  it.each<[string, string, unknown]>([
    ['/v2/voices', 'a list', []],
    ['/v2/voices', 'no voices', { has_more: false }],
    ['/v2/voices', 'voices that are no list', { voices: { a: 1 } }],
    ['/v2/voices', 'null', null],
    ['/v1/voices/a', 'a page', { voices: [] }],
    ['/v1/voices/a', 'a text', 'voice'],
  ])('is a 502 that shows none of it: %s, %s', async (path, _, body) => {
    const answer = await relayTo(json(body)).relay(get(path));
    expect([answer.status, await refusedFor(answer)]).toEqual([502, 'upstream_unexpected']);
  });
});
