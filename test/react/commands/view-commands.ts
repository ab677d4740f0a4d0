import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { lit } from '../../helpers/lit.js';
import { type Command, hits, inSpeed, inVolume, more, rate, searchFor, status } from './command.js';
import { button, now, radio, searchBox, slider, transcript } from './reader.js';

/** How it is heard and seen: speed, volume, look, following, search, keys. */
export const VIEW: readonly Command[] = [
  { does: 'speaks slower', key: '<', open: inSpeed, control: () => radio('0.75 times'), effect: rate(0.75) },
  { does: 'speaks faster', key: '>', open: inSpeed, control: () => radio('1.25 times'), effect: rate(1.25) },
  {
    does: 'speaks at a fine speed',
    open: inSpeed,
    control: () => slider('Speed'),
    at: 0.9,
    press: '{ArrowRight}',
    effect: (reader) => expect.poll(() => now(reader).playbackRate).not.toBe(1),
  },
  {
    does: 'falls silent',
    key: 'm',
    open: inVolume,
    control: () => button('Mute'),
    effect: (reader) => expect.poll(() => now(reader).muted).toBe(true),
  },
  {
    does: 'speaks softer',
    open: inVolume,
    control: () => slider('Volume'),
    at: 0.3,
    press: '{ArrowLeft}',
    effect: (reader) => expect.poll(() => now(reader).volume).toBeLessThan(1),
  },
  {
    does: 'looks otherwise',
    open: more,
    control: () => radio('Marker'),
    effect: () => expect.element(transcript()).toHaveAttribute('data-look', 'marker'),
  },
  {
    does: 'lets the text rest where it is',
    key: 'f',
    open: more,
    control: () => button('Follow the voice'),
    effect: () => expect.element(button('Back to the voice')).toBeVisible(),
  },
  {
    does: 'goes back to the voice',
    key: 'f',
    given: async () => {
      transcript().element().focus();
      await userEvent.keyboard('f');
      await expect.element(button('Back to the voice')).toBeVisible();
    },
    control: () => button('Back to the voice'),
    effect: () => expect.poll(() => button('Back to the voice').query()).toBeNull(),
  },
  {
    does: 'opens the search',
    key: '/',
    open: more,
    control: () => button('Search in the text'),
    effect: () => expect.element(searchBox()).toHaveFocus(),
  },
  {
    does: 'goes to the next hit',
    given: searchFor('night'),
    control: () => button('Next hit'),
    effect: () => expect.element(page.getByText('1 of 2')).toBeVisible(),
  },
  {
    does: 'goes to the hit before',
    given: searchFor('night'),
    control: () => button('Previous hit'),
    effect: () => expect.element(page.getByText('1 of 2')).toBeVisible(),
  },
  {
    does: 'plays from a hit',
    given: searchFor('eight'),
    control: () => button('Play from here'),
    effect: async (reader) => {
      await status('playing')(reader);
      expect(lit(reader.container).trim()).toBe('Eight');
    },
  },
  {
    does: 'closes the search, and clears its marks',
    given: searchFor('night'),
    control: () => button('Close the search'),
    effect: async () => {
      await expect.poll(() => searchBox().query()).toBeNull();
      expect(hits()).toBe('');
    },
  },
  {
    does: 'shows the keys',
    key: '?',
    open: more,
    control: () => button('Keyboard'),
    effect: () => expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible(),
  },
  {
    does: 'closes the keys',
    given: async () => {
      transcript().element().focus();
      await userEvent.keyboard('?');
      await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    },
    control: () => button('Close'),
    effect: () => expect.poll(() => page.getByRole('dialog').query()).toBeNull(),
  },
];
