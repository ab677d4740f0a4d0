import { expect, it } from 'vitest';
import { listRows, pinVoices } from '../../src/voices/voice-rows.js';

const voices = ['a', 'b', 'c', 'd'].map((voiceId) => ({ voiceId }));
const far = { voiceId: 'far' };

function said(...given: Parameters<typeof pinVoices>) {
  const { rows, items, rowOfItem } = listRows(pinVoices(...given), given[1]);
  expect(rowOfItem.map((row) => rows[row])).toEqual(items.map((voice, index) => ({ kind: 'voice', voice, index })));
  return rows.map((row) => (row.kind === 'heading' ? row.group : row.voice.voiceId));
}

it('puts what was used lately above what is marked, and both above the rest, each voice once', () => {
  expect(said([], voices, null, { recents: ['c', 'gone'], favourites: ['c', 'b'] })).toEqual([
    'recents',
    'c',
    'favourites',
    'b',
    'all',
    'a',
    'd',
  ]);
});

it('puts the chosen voice on top where it would not be seen otherwise', () => {
  expect(said([far], voices, 'far', { recents: [], favourites: [] })[1]).toBe('far');
  expect(said([far], voices, 'far', { recents: ['b', 'far'], favourites: [] }).slice(0, 3)).toEqual([
    'recents',
    'b',
    'far',
  ]);
  expect(said([], voices, 'b', { recents: [], favourites: [] })).toEqual(['all', 'a', 'b', 'c', 'd']);
});

it('says nothing over no voices', () => {
  expect(said([], [], 'far', { recents: ['a'], favourites: ['b'] })).toEqual([]);
});
