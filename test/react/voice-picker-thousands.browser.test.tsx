import { Profiler } from 'react';
import { type Relay, VoicePicker } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { activeName, named, openPicker, optionNames, relayOf, renderWithVoices } from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

const ALL = 2000;
const PAGES = ALL / 50;

/** Opens a picker of 2 000 voices that counts React's commits and the most options that stood in the document at once. */
async function openAll(relay: Relay = createStandIn({ voices: ALL }).relay) {
  let commits = 0;
  let most = 0;
  const options = document.getElementsByClassName('readalong-option');
  const observer = new MutationObserver(() => {
    most = Math.max(most, options.length);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await renderWithVoices(
    <Profiler id="picker" onRender={() => commits++}>
      <VoicePicker />
    </Profiler>,
    relay,
  );
  await openPicker();
  return {
    commits: () => commits,
    most: () => most,
    /** How many commits something takes, until the page has been at rest for a few frames. */
    async commitsOf(act: () => unknown) {
      const before = commits;
      await act();
      await rest(() => commits);
      return commits - before;
    },
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function rest(count: () => number) {
  for (let still = 0, last = count(); still < 15; still++) {
    await frame();
    if (count() !== last) still = 0;
    last = count();
  }
}

const scroller = () => document.querySelector('.readalong-list');
const foot = () => document.querySelector('.readalong-foot')?.textContent ?? '';

describe('a list of 2 000 voices', () => {
  it('never has more than 40 options in the document, and asks React for few commits a page', {
    timeout: 120_000,
  }, async () => {
    const { relay, calls } = createStandIn({ voices: ALL });
    const picker = await openAll(relay);
    await rest(picker.commits);
    const before = picker.commits();
    const seen = new Set<string>();
    while (!foot().includes('2,000 voices')) {
      scroller()?.scrollTo({ top: scroller()?.scrollHeight });
      await frame();
      for (const name of optionNames()) seen.add(name);
    }
    const perPage = (picker.commits() - before) / PAGES;
    console.info(`most options ${picker.most()}, commits a page ${perPage.toFixed(2)}, calls ${calls.length}`);
    expect(picker.most()).toBeLessThanOrEqual(40);
    expect(perPage).toBeLessThanOrEqual(4);
    expect(calls.length).toBe(PAGES);
  });

  it('asks React for a bounded number of commits a key', { timeout: 60_000 }, async () => {
    const picker = await openAll();
    await rest(picker.commits);
    const down = await picker.commitsOf(() => userEvent.keyboard('{ArrowDown}'));
    const downs = await picker.commitsOf(() => userEvent.keyboard('{ArrowDown}'.repeat(20)));
    const end = await picker.commitsOf(() => userEvent.keyboard('{End}'));
    const letter = await picker.commitsOf(async () => {
      await userEvent.keyboard('k');
      await expect.poll(foot).not.toContain('Searching');
      await expect.poll(optionNames).not.toContain('Rachel');
    });
    console.info(`commits: a step ${down}, 20 steps ${downs}, End ${end}, a letter ${letter}`);
    expect(down).toBeLessThanOrEqual(3);
    expect(downs / 20).toBeLessThanOrEqual(3);
    expect(end).toBeLessThanOrEqual(9);
    expect(letter).toBeLessThanOrEqual(9);
    expect(picker.most()).toBeLessThanOrEqual(40);
    expect(activeName()).not.toBeNull();
  });

  it('shows the first rows of a search within three frames of its answer', async () => {
    let frames = 0;
    let answered = Number.NaN;
    const relay = relayOf(({ search }) => {
      if (search === null) return { voices: many('All'), next: 'more' };
      answered = frames;
      return { voices: many('Found'), next: 'more' };
    });
    await renderWithVoices(<VoicePicker />, relay);
    await openPicker();
    let handle = requestAnimationFrame(function count() {
      frames++;
      handle = requestAnimationFrame(count);
    });
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (optionNames()[0]?.startsWith('Found')) resolve(frames);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await userEvent.keyboard('f');
    const took = (await shown) - answered;
    cancelAnimationFrame(handle);
    console.info(`a search's first rows after ${took} frames`);
    expect(took).toBeLessThanOrEqual(3);
  });
});

const many = (name: string) => named(...Array.from({ length: 50 }, (_, index) => `${name} ${index}`));
