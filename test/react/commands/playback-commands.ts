import { expect } from 'vitest';
import { lit } from '../../helpers/lit.js';
import { type Command, inSkip, more, moved, plays, status, word } from './command.js';
import { button, HERE, now, show, slider } from './reader.js';

/** Playing, stopping and going elsewhere. */
export const PLAYBACK: readonly Command[] = [
  { does: 'plays', key: ' ', control: () => button('Play'), effect: status('playing') },
  { does: 'pauses', key: 'k', given: plays, control: () => button('Pause'), effect: status('paused') },
  {
    does: 'asks no more for a voice that does not come',
    stage: () => show({ pace: { firstByte: 60 } }),
    given: ({ speech }) => speech.play(),
    control: () => button('Stop loading'),
    effect: status('idle'),
  },
  {
    does: 'asks again after an error',
    stage: () => show({ faults: ({ index }) => (index === 0 ? [{ kind: 'status', status: 500 }] : []) }),
    given: ({ speech }) => speech.play(),
    control: () => button('Retry'),
    effect: async (reader) => {
      await status('playing')(reader);
      expect(now(reader).error).toBeNull();
    },
  },
  {
    does: 'stops, and goes back to the start',
    key: 'x',
    given: plays,
    open: more,
    control: () => button('Stop'),
    effect: async (reader) => {
      await status('idle')(reader);
      expect(reader.speech.currentTime()).toBe(0);
    },
  },
  {
    does: 'seeks',
    control: () => slider('Seek'),
    at: 0.8,
    press: '{End}',
    effect: (reader) =>
      expect.poll(() => reader.speech.currentTime() / (now(reader).duration ?? 1)).toBeGreaterThan(0.7),
  },
  {
    does: 'goes back 10 seconds',
    key: 'j',
    open: inSkip,
    control: () => button('Back 10 seconds'),
    effect: moved(-10),
  },
  {
    does: 'goes on 10 seconds',
    key: 'l',
    open: inSkip,
    control: () => button('Forward 10 seconds'),
    effect: moved(10),
  },
  {
    does: 'goes back 5 seconds',
    key: '{ArrowLeft}',
    from: () => button('Play'),
    open: inSkip,
    control: () => button('Back 5 seconds'),
    effect: moved(-5),
  },
  {
    does: 'goes on 5 seconds',
    key: '{ArrowRight}',
    from: () => button('Play'),
    open: inSkip,
    control: () => button('Forward 5 seconds'),
    effect: moved(5),
  },
  { does: 'goes back a word', key: ',', open: inSkip, control: () => button('Previous word'), effect: word('for') },
  { does: 'goes on a word', key: '.', open: inSkip, control: () => button('Next word'), effect: word('Six') },
  { does: 'goes back a sentence', key: '[[', control: () => button('Previous sentence'), effect: word('Five') },
  { does: 'goes on a sentence', key: ']', control: () => button('Next sentence'), effect: word('Six') },
  {
    does: 'goes back a paragraph',
    open: inSkip,
    control: () => button('Previous paragraph'),
    effect: word('Four'),
  },
  { does: 'goes on a paragraph', open: inSkip, control: () => button('Next paragraph'), effect: word('Seven') },
  {
    does: 'says the sentence again',
    key: 's',
    open: more,
    control: () => button('Repeat this sentence'),
    effect: async (reader) => {
      await status('playing')(reader);
      expect(reader.speech.currentOffset()).toBeLessThan(HERE);
      expect(lit(reader.container, 'sentence').trim()).toBe('Five people sit and wait for tea.');
    },
  },
];
