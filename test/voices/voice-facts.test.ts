import fc from 'fast-check';
import type { Voice } from 'react-readalong';
import { describe, expect, it } from 'vitest';
import { playableUrl, previewUrl } from '../../src/voices/preview-url.js';
import { searchVoices } from '../../src/voices/search-voices.js';
import { uniqueVoices } from '../../src/voices/unique-voices.js';
import { voiceAvatar } from '../../src/voices/voice-avatar.js';
import { voiceFacts } from '../../src/voices/voice-facts.js';
import { filterValues, filterVoices, serverFilters, VOICE_FACETS } from '../../src/voices/voice-filters.js';
import { languageName } from '../../src/voices/voice-language.js';

/** A voice of which everything but the id may be anything. */
const anyVoice = fc
  .record({
    voiceId: fc.string({ minLength: 1 }),
    fields: fc.dictionary(
      fc.constantFrom(
        'name',
        'description',
        'category',
        'labels',
        'verifiedLanguages',
        'previewUrl',
        'settings',
        '__proto__',
      ),
      fc.anything(),
    ),
  })
  .map(({ voiceId, fields }) => ({ ...fields, voiceId }));

describe('what a voice says of itself', () => {
  it('is read whatever its fields are: nothing throws, and texts stay short', () => {
    fc.assert(
      fc.property(anyVoice, (voice) => {
        const facts = voiceFacts(voice);
        for (const text of [facts.name, facts.description, facts.category, ...facts.languages]) {
          expect(typeof text).toBe('string');
          expect(text.length).toBeLessThanOrEqual(400);
        }
        expect([...facts.description].length).toBeLessThanOrEqual(200);
        expect(voiceAvatar(voice.voiceId, facts.name).hue).toBeLessThan(360);
        const url = previewUrl(voice);
        if (url !== null) expect(url).toMatch(/^(https?:|blob:|data:audio\/)/i);
        filterVoices([voice], { language: 'en', gender: 'female' });
        searchVoices([voice], 'a b');
        for (const facet of VOICE_FACETS) filterValues([voice], facet);
      }),
    );
  });

  it('is met however its owner spelled the labels', () => {
    const spellings: Record<string, string>[] = [
      { use_case: 'audio_book', AGE: 'Middle-Aged' },
      { 'use case': 'Audio Book', age: 'middle_aged' },
      { 'Use-Case': 'audio-book', Age: ' middle aged ' },
    ];
    const voices = spellings.map((labels, index) => ({ voiceId: `${index}`, labels }));
    expect(filterVoices(voices, { useCase: 'audio book', age: 'middle_aged' })).toHaveLength(3);
  });

  it('knows a language by its code, its region’s code and its English name', () => {
    const voices = ['de', 'DE-at', 'German', 'german'].map((language) => ({ voiceId: language, labels: { language } }));
    const verified = { voiceId: 'verified', verifiedLanguages: [{ language: 'de' }] };
    expect(filterVoices([...voices, verified], { language: 'de' })).toHaveLength(5);
    expect(languageName('de', 'fr')).toBe('allemand');
    expect(languageName('not a code', 'fr')).toBe('not a code');
  });

  it('cuts a long description between characters', () => {
    const { description } = voiceFacts({ voiceId: 'x', description: '🕯️'.repeat(5000) });
    expect(description.isWellFormed()).toBe(true);
    expect(description.endsWith('…')).toBe(true);
  });
});

describe('an address of a preview', () => {
  it.each([
    ['https://a.test/x.mp3', true],
    ['http://a.test/x.mp3', true],
    ['blob:http://a.test/1', true],
    ['data:audio/mpeg;base64,AAAA', true],
    ['DATA:AUDIO/WAV,x', true],
    ['data:text/html,<script>', false],
    ['data:audiox/wav,x', false],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['ftp://a.test/x.mp3', false],
    ['', false],
    ['   ', false],
    [null, false],
    [7, false],
    [{}, false],
  ])('%j is played: %s', (url, isPlayed) => {
    expect(playableUrl(url) !== null).toBe(isPlayed);
  });

  it('is the one in the language that is asked for, where there is one', () => {
    const voice = {
      voiceId: 'x',
      previewUrl: 'https://a.test/own.mp3',
      verifiedLanguages: [
        { language: 'fr', previewUrl: 'https://a.test/fr.mp3' },
        { language: 'it', previewUrl: null },
      ],
    };
    expect([previewUrl(voice), previewUrl(voice, 'fr-FR'), previewUrl(voice, 'it')]).toEqual([
      'https://a.test/own.mp3',
      'https://a.test/fr.mp3',
      'https://a.test/own.mp3',
    ]);
  });
});

describe('voices of which one is there twice', () => {
  it('are listed once each, as they were and where they were first', () => {
    const [first, other, second] = [
      { voiceId: 'a', name: 'First' },
      { voiceId: 'b', name: 'Other' },
      { voiceId: 'a', name: 'Second' },
    ];
    expect(uniqueVoices([first, other, second])).toEqual([first, other]);
  });
});

describe('a search in an app’s own list', () => {
  const voices: Voice[] = [
    { voiceId: '1', name: 'Zoë', description: 'Warm teacher', labels: { use_case: 'social_media' } },
    { voiceId: '2', name: 'Max', category: 'premade' },
    { voiceId: '3', name: 'Jo', labels: { language: 'de' }, verifiedLanguages: [{ language: 'pt-BR' }] },
  ];
  it.each([
    ['zoe', ['1']],
    ['TEACHER warm', ['1']],
    ['social media', ['1']],
    ['social_media', ['1']],
    ['premade', ['2']],
    ['warm premade', []],
    ['German', ['3']],
    ['jo portugues', ['3']],
    ['  ', ['1', '2', '3']],
  ])('for "%s" finds %j', (search, ids) => {
    expect(searchVoices(voices, search).map(({ voiceId }) => voiceId)).toEqual(ids);
  });

  it('knows languages by their names in the language of the page', () => {
    const found = (locale: string) => searchVoices(voices, 'Allemand', locale).map(({ voiceId }) => voiceId);
    expect([found('en'), found('fr'), found('en')]).toEqual([[], ['3'], []]);
  });
});

describe('filters', () => {
  it('offer what is usual and what the voices have, each once', () => {
    const values = filterValues(
      [
        { voiceId: 'x', labels: { gender: 'Female' } },
        { voiceId: 'y', labels: { gender: 'robot' } },
      ],
      'gender',
    );
    expect(values).toEqual(['female', 'male', 'neutral', 'robot']);
  });

  it('leave to the server what it knows', () => {
    expect([
      serverFilters({ category: 'Cloned' }),
      serverFilters({ category: 'famous' }),
      serverFilters({ gender: 'male' }),
    ]).toEqual([{ category: 'cloned' }, {}, {}]);
  });
});

describe('an avatar', () => {
  it('is always the same for an id, and shows the first grapheme of the name', () => {
    expect(voiceAvatar('abc', 'alma')).toEqual(voiceAvatar('abc', 'alma'));
    expect(['alma', 'ßeta', '👩‍👧 Family', 'ليلى', '', '  '].map((name) => voiceAvatar('abc', name).letter)).toEqual([
      'A',
      'SS',
      '👩‍👧',
      'ل',
      '?',
      '?',
    ]);
  });
});
