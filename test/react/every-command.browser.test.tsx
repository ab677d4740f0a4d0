import { ReadAlong, SpeechProvider } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { drag, tapPlace, useFingers } from '../helpers/touch.js';
import { type Command, status, word } from './commands/command.js';
import { PLAYBACK } from './commands/playback-commands.js';
import { PRACTICE } from './commands/practice-commands.js';
import { button, now, type Reader, radio, showHere, slider, text, transcript, voiceId } from './commands/reader.js';
import { TAKE_AWAY } from './commands/take-away-commands.js';
import { VIEW } from './commands/view-commands.js';
import { byFinger, byKeys, byName, focusable, tabTo, type Way } from './commands/ways.js';

const COMMANDS: readonly Command[] = [...PLAYBACK, ...VIEW, ...PRACTICE, ...TAKE_AWAY];

let leaveTouch: (() => Promise<void>) | undefined;
afterEach(async () => {
  await leaveTouch?.();
  leaveTouch = undefined;
  vi.restoreAllMocks();
  await cleanup();
});

async function prepare({ stage = showHere, given }: Command): Promise<Reader> {
  const reader = await stage();
  await given?.(reader);
  reader.before = reader.speech.currentTime();
  return reader;
}

/** A small player plays, goes elsewhere and changes its speed. */
async function useSmall(variant: 'compact' | 'bubble', way: Way): Promise<void> {
  const { relay } = createStandIn();
  const { container } = await render(
    <SpeechProvider relay={relay}>
      {variant === 'compact' ? (
        <ReadAlong text={text} voiceId={voiceId} variant="compact" />
      ) : (
        <ReadAlong text={text} voiceId={voiceId} variant="bubble" />
      )}
    </SpeechProvider>,
  );
  const place = () => container.querySelector<HTMLInputElement>('.readalong-range')?.valueAsNumber ?? 0;
  await way(button('Play'));
  await expect.element(button('Pause')).toBeVisible();
  await way(slider('Seek'), 0.6);
  await expect.poll(place).toBeGreaterThan(8);
  await way(button(/^Speed/));
  await way(radio('1.5 times'));
  await expect.element(button('Speed: 1.5 times')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await way(button('Pause'));
  await expect.element(button('Play')).toBeVisible();
}
const SMALL = ['compact', 'bubble'] as const;

describe('without a pointer', () => {
  beforeEach(() => page.viewport(1024, 768));
  for (const command of COMMANDS) {
    const { does, key, from = transcript, open, control, press = '{Enter}', effect } = command;
    const isRadio = (element: Element) => element instanceof HTMLInputElement && element.type === 'radio';
    it(`${does} by ${key ? `the key ${key === ' ' ? 'Space' : key.replace('[[', '[')}` : 'its control'}`, async () => {
      const reader = await prepare(command);
      if (key) {
        from().element().focus();
        await userEvent.keyboard(key);
      } else {
        for (const each of open?.(false) ?? []) {
          await expect.element(each).toBeVisible();
          await tabTo(focusable(each));
          await userEvent.keyboard('{Enter}');
        }
        await expect.element(control()).toBeVisible();
        await tabTo(focusable(control()));
        if (!isRadio(control().element())) await userEvent.keyboard(press);
      }
      await effect(reader);
    });
  }
  it.each(SMALL)('a %s one plays, seeks and changes its speed', (variant) => useSmall(variant, byKeys));
});

describe('by its name', () => {
  beforeEach(() => page.viewport(1024, 768));
  for (const command of COMMANDS) {
    const { does, open, control, at, use, effect } = command;
    it(does, async () => {
      const reader = await prepare(command);
      for (const each of open?.(false) ?? []) await byName(each);
      await (use ?? byName)(control(), at);
      await effect(reader);
    });
  }
  it.each(SMALL)('a %s one plays, seeks and changes its speed', (variant) => useSmall(variant, byName));
});

describe('by a finger, on a screen of 320 pixels', () => {
  beforeEach(async () => {
    await page.viewport(320, 640);
    leaveTouch = await useFingers();
  });

  it('it is a finger that is meant', async () => {
    const types: string[] = [];
    const reader = await showHere();
    reader.container.addEventListener('pointerdown', ({ pointerType }) => types.push(pointerType));
    await byFinger(button('Play'));
    await status('playing')(reader);
    expect(types).toEqual(['touch']);
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
  });

  for (const command of COMMANDS) {
    const { does, open, control, at, effect } = command;
    it(does, async () => {
      const reader = await prepare(command);
      for (const each of open?.(true) ?? []) await byFinger(each);
      await expect.element(control()).toBeVisible();
      const isSelect = control().element() instanceof HTMLSelectElement;
      await byFinger(control(), at);
      // What the system shows of a choice is its own: it is used by keys here.
      if (isSelect) await userEvent.keyboard('{ArrowDown}{Enter}');
      await effect(reader);
    });
  }

  it.each(SMALL)('a %s one plays, seeks and changes its speed', (variant) => useSmall(variant, byFinger));

  it('seeks by drawing the thumb along, with the words that would be heard', async () => {
    const reader = await showHere();
    const card = reader.container.querySelector<HTMLElement>('.readalong-preview');
    const before = reader.speech.currentTime();
    await drag(slider('Seek').element(), 0.1, 0.9, () => {
      expect(card?.checkVisibility()).toBe(true);
      expect(card?.querySelector('b')?.textContent).not.toBe('');
      expect(reader.speech.currentTime()).toBe(before);
    });
    await expect.poll(() => reader.speech.currentTime() / (now(reader).duration ?? 1)).toBeGreaterThan(0.8);
    expect(card?.checkVisibility()).toBe(false);
  });

  it('goes to a word of the text', async () => {
    const reader = await showHere();
    const paragraph = reader.container.querySelectorAll('.readalong-transcript p')[0];
    const node = paragraph?.firstChild;
    if (!paragraph || !node) throw new Error('There is no text.');
    const range = document.createRange();
    range.setStart(node, text.indexOf('Two'));
    range.setEnd(node, text.indexOf('Two') + 'Two'.length);
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    await tapPlace(range.getBoundingClientRect());
    await word('Two')(reader);
  });
});
