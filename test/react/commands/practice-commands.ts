import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { lit } from '../../helpers/lit.js';
import {
  beginsLoop,
  type Command,
  fast,
  goesBack,
  hidden,
  inPractice,
  loopsSentence,
  plays,
  stretchGoesBack,
} from './command.js';
import { button, practice, text, toggle } from './reader.js';

/** Loops, exercises and dictation. */
export const PRACTICE: readonly Command[] = [
  {
    does: 'loops the sentence',
    key: 'r',
    given: fast,
    open: inPractice,
    control: () => button('Loop this sentence'),
    effect: stretchGoesBack('Five people sit and wait for tea. '),
  },
  {
    does: 'loops the next sentence',
    key: 'n',
    given: loopsSentence,
    open: inPractice,
    control: () => practice().getByRole('button', { name: 'Next' }),
    effect: (reader) => expect.poll(() => lit(reader.container, 'sentence').trim()).toMatch(/^Six/),
  },
  {
    does: 'ends a loop',
    key: 'r',
    given: loopsSentence,
    open: inPractice,
    control: () => button('Stop practising'),
    effect: (reader) => expect.poll(() => lit(reader.container, 'sentence').trim()).toMatch(/^Six/),
  },
  {
    does: 'begins a loop where the voice is',
    given: plays,
    open: inPractice,
    control: () => button('Begin a loop here'),
    effect: () => expect.element(button('End the loop here')).toBeVisible(),
  },
  {
    does: 'loops from there to here',
    given: beginsLoop,
    open: inPractice,
    control: () => button('End the loop here'),
    effect: (reader) => goesBack(reader, reader.begun),
  },
  {
    does: 'loops what is selected',
    given: (reader) => {
      fast(reader);
      const node = reader.container.querySelectorAll('.readalong-transcript p')[2]?.firstChild;
      if (node) getSelection()?.setBaseAndExtent(node, 0, node, 'Seven doors are'.length);
    },
    open: inPractice,
    control: () => button('Loop the selection'),
    effect: stretchGoesBack('Seven doors are'),
  },
  {
    does: 'loops so many times',
    open: inPractice,
    control: () => practice().getByRole('radio', { name: '3 times' }),
    effect: async () => {
      await button('Loop this sentence').click();
      await expect.element(practice().getByRole('status')).toHaveTextContent('Round 1 of 3');
    },
  },
  {
    does: 'leaves time to repeat aloud',
    given: fast,
    open: inPractice,
    control: () => toggle('Leave time to repeat aloud'),
    effect: async () => {
      await button('Loop this sentence').click();
      await expect.element(practice().getByRole('status')).toHaveTextContent('Your turn');
    },
  },
  {
    does: 'speaks slow first, then faster',
    open: inPractice,
    control: () => toggle('Slow first, then faster'),
    effect: async ({ speech }) => {
      await button('Loop this sentence').click();
      await expect.poll(() => speech.getSnapshot().status).toBe('playing');
      await expect.poll(() => speech.currentOffset()).toBeGreaterThan(text.indexOf('Five') + 4);
      const [place, time] = [speech.currentTime(), performance.now()];
      await expect.poll(() => speech.currentTime() - place).toBeGreaterThan(0.5);
      const speed = (speech.currentTime() - place) / ((performance.now() - time) / 1000);
      expect(speed).toBeLessThan(0.8);
    },
  },
  {
    does: 'pauses after each sentence',
    given: fast,
    open: inPractice,
    control: () => toggle('Pause after each sentence'),
    effect: () => expect.element(page.getByText('Press Next to go on')).toBeVisible(),
  },
  {
    does: 'hides the text until it is spoken',
    open: inPractice,
    control: () => toggle('Hide the text until it is spoken'),
    effect: () => expect.poll(hidden).toContain('Seven doors'),
  },
  {
    does: 'shows a word that is hidden',
    open: () => [...inPractice(), toggle('Hide the text until it is spoken')],
    control: () => button('Show a word'),
    effect: async () => {
      const before = hidden();
      await button('Show a word').click();
      await expect.poll(() => hidden().length).toBeLessThan(before.length);
    },
  },
];
