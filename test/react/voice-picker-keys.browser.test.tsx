import axe from 'axe-core';
import { useState } from 'react';
import { VoicePicker } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import {
  activeName,
  field,
  isOpen,
  named,
  openPicker,
  optionNames,
  relayOf,
  renderWithVoices,
  trigger,
} from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

const own = Array.from({ length: 30 }, (_, index) => ({ voiceId: `voice-${index}`, name: `Voice ${index}` }));
const press = (...keys: readonly string[]) => userEvent.keyboard(keys.map((key) => `{${key}}`).join(''));

/** With its choice beside it. */
function Chooser({ first = null }: { first?: string | null }) {
  const [voiceId, setVoiceId] = useState<string | null>(first);
  return (
    <>
      <VoicePicker voices={own} value={voiceId} onValueChange={setVoiceId} />
      <output>{voiceId ?? 'none'}</output>
    </>
  );
}
const choice = () => document.querySelector('output:not([for])')?.textContent;

async function open(first: string | null = null) {
  await renderWithVoices(<Chooser first={first} />);
  trigger().element().focus();
  await press('Enter');
  await expect.element(field()).toHaveFocus();
}

describe('the keys of a VoicePicker', () => {
  it.each(['Enter', ' '])(
    'opens with "%s" on the button, on the voice that is chosen, with the cursor in the field',
    async (key) => {
      await renderWithVoices(<Chooser first="voice-20" />);
      trigger().element().focus();
      await userEvent.keyboard(key === ' ' ? ' ' : `{${key}}`);
      await expect.element(field()).toHaveFocus();
      expect(activeName()).toBe('Voice 20');
      const option = page.getByRole('option', { name: /Voice 20/ });
      await expect.element(option).toBeInViewport();
    },
  );

  it.each([
    [['ArrowDown'], 'Voice 1'],
    [['ArrowDown', 'ArrowDown', 'ArrowUp'], 'Voice 1'],
    [['ArrowUp'], 'Voice 29'],
    [['ArrowUp', 'ArrowDown'], 'Voice 0'],
    [['End'], 'Voice 29'],
    [['End', 'Home'], 'Voice 0'],
    [['PageDown'], 'Voice 10'],
    [['PageDown', 'PageDown', 'PageDown', 'PageDown'], 'Voice 29'],
    [['End', 'PageUp'], 'Voice 19'],
  ])('goes by %j to %s, brings it into view, and Enter chooses it', async (keys, name) => {
    await open();
    expect(activeName()).toBe('Voice 0');
    await press(...keys);
    expect(activeName()).toBe(name);
    await expect.element(page.getByRole('option', { name, exact: true })).toBeInViewport();
    await press('Enter');
    expect(choice()).toBe(name.replace('Voice ', 'voice-'));
    expect(isOpen()).toBe(false);
    await expect.element(trigger()).toHaveFocus();
  });

  it.each(['{Escape}', '{Alt>}{ArrowUp}{/Alt}'])(
    'closes with %s, chooses nothing and gives the focus back',
    async (keys) => {
      await open('voice-3');
      await press('ArrowDown');
      await userEvent.keyboard(keys);
      expect(isOpen()).toBe(false);
      expect(choice()).toBe('voice-3');
      await expect.element(trigger()).toHaveFocus();
    },
  );

  it('leaves the caret keys to the field, and letters search from wherever the list stands', async () => {
    await open();
    await userEvent.keyboard('vice');
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await userEvent.keyboard('o');
    await expect.element(field()).toHaveValue('voice');
    expect(activeName()).toBe('Voice 0');
    expect(optionNames().length).toBeGreaterThan(5);
  });

  it('does not turn from the last voice that is here to the first while more are on their way', async () => {
    const relay = relayOf(({ token }) =>
      token === null ? { voices: named('Ada', 'Bo', 'Cy'), next: 'more' } : new Promise(() => {}),
    );
    await renderWithVoices(<VoicePicker />, relay);
    await openPicker();
    await press('ArrowUp');
    expect(activeName()).toBe('Ada');
    await press('End', 'ArrowDown');
    expect(activeName()).toBe('Cy');
  });

  it('goes with Tab from the field to the filters, to the active voice’s buttons, and out of the panel, which closes', async () => {
    await renderWithVoices(
      <>
        <VoicePicker defaultValue="21m00Tcm4TlvDq8ikWAM" storage={{ getItem: () => null, setItem: () => {} }} />
        <button type="button">After</button>
      </>,
    );
    await openPicker();
    const names: string[] = [];
    for (let step = 0; step < 12 && isOpen(); step++) {
      await userEvent.tab();
      const now = document.activeElement;
      if (now) names.push(now.getAttribute('aria-label') ?? now.textContent ?? '');
    }
    expect(names).toEqual([
      'Language',
      'Gender',
      'Accent',
      'Age',
      'Use case',
      'Category',
      'Favourite: Rachel',
      'Hear Rachel',
      'After',
    ]);
    expect(isOpen()).toBe(false);
  });

  it('works its filters by keys alone', async () => {
    await renderWithVoices(<VoicePicker />);
    await openPicker();
    await userEvent.tab();
    await press('Enter');
    const polish = page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Polish' });
    polish.element().focus();
    await press('Enter');
    const chip = page.getByRole('button', { name: 'Language: Polish, remove' });
    await expect.element(chip).toHaveFocus();
    await expect.poll(() => optionNames().length).toBeLessThan(10);
    await press('Enter');
    await expect.element(page.getByRole('button', { name: 'Language', exact: true })).toHaveFocus();
    await expect.poll(() => optionNames().length).toBeGreaterThan(8);
  });
});

describe('names and roles', () => {
  async function problems() {
    // Its own page is not ours to judge.
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }

  it('names the button, the field, the list, each option and each preview', async () => {
    await renderWithVoices(<VoicePicker defaultValue="21m00Tcm4TlvDq8ikWAM" />);
    await expect.element(page.getByRole('button', { name: 'Voice: Rachel' })).toBeVisible();
    await openPicker();
    await expect.element(page.getByRole('dialog', { name: 'Voice' })).toBeVisible();
    await expect.element(page.getByRole('listbox', { name: 'Voices' })).toBeVisible();
    await expect.element(page.getByRole('option', { name: /^Rachel chosen A calm/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Hear Rachel' })).toBeVisible();
    await expect.element(field()).toHaveAttribute('aria-controls', page.getByRole('listbox').element().id);
  });

  it.each([
    ['closed', async () => {}],
    ['with its list', openPicker],
    [
      'with values of a filter',
      async () => {
        await openPicker();
        await page.getByRole('button', { name: 'Gender' }).click();
        await expect.element(page.getByRole('group', { name: 'Gender' })).toBeVisible();
      },
    ],
    [
      'with nothing found',
      async () => {
        await openPicker();
        await userEvent.keyboard('zzzz');
        await expect.element(page.getByText('“zzzz”.')).toBeVisible();
      },
    ],
  ])('axe finds nothing wrong with it %s', async (_, prepare) => {
    const storage = { getItem: () => '{"favourites":["21m00Tcm4TlvDq8ikWAM"]}', setItem: () => {} };
    await renderWithVoices(
      <VoicePicker clearable defaultValue="JBFqnCBsd6RMkjVDRZzb" storage={storage} />,
      createStandIn({ voices: 200 }).relay,
    );
    await expect.element(page.getByRole('button', { name: 'Voice: George' })).toBeVisible();
    await prepare();
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['on their way', () => relayOf(() => new Promise(() => {})), 'Loading voices…'],
    ['failed to load', () => relayOf(() => 403), 'Voices could not be loaded'],
  ])('axe finds nothing wrong with voices that %s', async (_, relay, text) => {
    await renderWithVoices(<VoicePicker />, relay());
    await trigger().click();
    await expect.element(page.getByText(text)).toBeVisible();
    expect(await problems()).toEqual([]);
  });
});
