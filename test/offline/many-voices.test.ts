import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { beforeAll, describe, expect, it } from 'vitest';
import { askVoices } from './ask.js';

interface Row {
  voice_id: string;
  name: string;
  category: string;
  labels: Record<string, string>;
  preview_url: string | null;
  created_at_unix: number | null;
  is_owner: boolean;
}
interface Answer {
  voices: Row[];
  has_more: boolean;
  total_count: number;
  next_page_token: string | null;
}

const answer = createOfflineElevenLabs({ engine: createTonesEngine(), voices: 2000, pace: 'instant' });
async function get(query: string): Promise<Answer> {
  return (await answer(askVoices(`/v2/voices${query}`))).json();
}

const all: Row[] = [];
beforeAll(async () => {
  let token: string | null = null;
  do {
    const page: Answer = await get(`?page_size=100${token ? `&next_page_token=${encodeURIComponent(token)}` : ''}`);
    all.push(...page.voices);
    token = page.next_page_token;
  } while (token !== null);
});

describe('an account with 2 000 voices', () => {
  it('has as many, each once, in at least 40 languages, the first 40 as ever', async () => {
    expect([all.length, new Set(all.map(({ voice_id: id }) => id)).size]).toEqual([2000, 2000]);
    expect(new Set(all.slice(40).map(({ labels }) => labels.language)).size).toBe(40);
    const few: Answer = await (
      await createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant' })(
        askVoices('/v2/voices?page_size=40'),
      )
    ).json();
    expect(all.slice(0, 40)).toEqual(few.voices);
  });

  it('has previews that sound without a network, and some that cannot be reached', () => {
    const urls = all.slice(40).flatMap(({ preview_url: url }) => (url === null ? [] : [url]));
    const sound = urls.filter((url) => url.startsWith('data:audio/wav;base64,'));
    expect(sound.length).toBeGreaterThan(1000);
    expect(urls.length - sound.length).toBeGreaterThan(20);
  });

  it.each<[string, (voice: Row) => boolean]>([
    ['category=cloned', ({ category }) => category === 'cloned'],
    ['voice_type=default', ({ category }) => category === 'premade'],
    ['voice_type=personal', ({ is_owner: owned }) => owned],
    ['voice_type=non-default', ({ category }) => category !== 'premade'],
    ['collection_id=social_media', ({ labels }) => labels.use_case === 'social_media'],
    ['search=kansai', ({ labels }) => labels.accent === 'kansai'],
  ])('honours %s over all of them', async (query, fits) => {
    const page = await get(`?page_size=100&${query}`);
    // The 40 of old are in no collection.
    const expected = all.filter((voice, index) => fits(voice) && (index >= 40 || !query.startsWith('collection')));
    expect(page.total_count).toBe(expected.length);
    expect(page.voices).toEqual(expected.slice(0, 100));
  });

  it('sorts all of them, both ways', async () => {
    const byName = await get('?page_size=100&sort=name');
    const names = all.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'));
    expect(byName.voices.map(({ name }) => name)).toEqual(names.slice(0, 100));
    const backwards = await get('?page_size=1&sort=name&sort_direction=desc');
    expect(backwards.voices[0]?.name).toBe(names.at(-1));
    const latest = await get('?page_size=1&sort=created_at_unix&sort_direction=desc');
    expect(latest.voices[0]?.created_at_unix).toBe(Math.max(...all.map(({ created_at_unix: at }) => at ?? 0)));
  });

  it('looks up ids, and leaves out the total where nobody asks for it', async () => {
    const ids = [all[1999]?.voice_id, all[7]?.voice_id];
    const page = await get(`?include_total_count=false&${ids.map((id) => `voice_ids=${id}`).join('&')}`);
    expect([new Set(page.voices.map(({ voice_id: id }) => id)), page.total_count]).toEqual([new Set(ids), 0]);
  });
});
