import { VoicePicker } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
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

const SILENCE = 'data:audio/wav;base64,AAAA';
const audible = (...names: readonly string[]) => named(...names).map((voice) => ({ ...voice, previewUrl: SILENCE }));
const storage = { getItem: () => null, setItem: () => {} };

function showModal(element: HTMLDialogElement | null): void {
  if (element && !element.open) element.showModal();
}

function letGo(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

describe('the keys that close a list', () => {
  describe.each([
    ['Escape', '{Escape}'],
    ['Alt and the up arrow', '{Alt>}{ArrowUp}{/Alt}'],
  ])('%s', (_, keys) => {
    it.each([
      ['the button', () => trigger().element().focus()],
      ['nothing', letGo],
      ['a filter', () => page.getByRole('button', { name: 'Gender' }).element().focus()],
    ])('is heard where the focus is on %s, by no one else, and the focus returns to the button', async (__, put) => {
      const onKeyDown = vi.fn();
      await renderWithVoices(
        <dialog ref={showModal} aria-label="Settings" onKeyDown={onKeyDown}>
          <VoicePicker voices={named('Ada', 'Bo')} />
        </dialog>,
      );
      await openPicker();
      put();
      onKeyDown.mockClear();
      await userEvent.keyboard(keys);
      expect(isOpen()).toBe(false);
      await expect.element(trigger()).toHaveFocus();
      await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
      expect(onKeyDown.mock.calls.filter(([{ key }]) => key === 'Escape' || key === 'ArrowUp')).toEqual([]);
    });
  });

  it('do nothing to a list while a word is being composed', async () => {
    await renderWithVoices(<VoicePicker voices={named('Ada')} />);
    await openPicker();
    const composing = new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true });
    field().element().dispatchEvent(composing);
    await userEvent.keyboard('a');
    await expect.element(field()).toHaveValue('a');
    await userEvent.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
  });
});

describe('the focus', () => {
  it('stays in the field when a preview or a star is pressed with a pointer', async () => {
    await renderWithVoices(<VoicePicker voices={audible('Ada', 'Bo')} storage={storage} />);
    await openPicker();
    await page.getByRole('button', { name: 'Hear Bo' }).click();
    await expect.element(field()).toHaveFocus();
    const star = page.getByRole('button', { name: 'Favourite: Bo' });
    await star.click();
    await expect.element(star).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{ArrowDown}');
    expect(activeName()).toBe('Bo');
  });

  it.each(['Favourite: Ada', 'Hear Ada'])(
    'goes to the field when the row of its button, "%s", leaves the list',
    async (name) => {
      const relay = relayOf(({ search }) => ({ voices: search === null ? audible('Ada', 'Bo') : audible('Cy') }));
      await renderWithVoices(<VoicePicker storage={storage} />, relay);
      await openPicker();
      await userEvent.keyboard('cy');
      page.getByRole('button', { name }).element().focus();
      await expect.poll(optionNames).toEqual(['Cy']);
      await expect.element(field()).toHaveFocus();
    },
  );

  it('stays where it is when other rows leave the list', async () => {
    await renderWithVoices(<VoicePicker voices={audible('Ada', 'Bo')} storage={storage} />);
    await openPicker();
    await userEvent.keyboard('ada');
    await expect.poll(optionNames).toEqual(['Ada']);
    const chip = page.getByRole('button', { name: 'Gender' });
    chip.element().focus();
    const clear = page.getByRole('button', { name: 'Clear search' });
    field()
      .element()
      .addEventListener('focus', () => chip.element().focus(), { once: true });
    await clear.click();
    await expect.poll(optionNames).toEqual(['Ada', 'Bo']);
    await expect.element(chip).toHaveFocus();
  });
});

describe('a pointer', () => {
  const move = (name: string, by: number) =>
    page
      .getByRole('option', { name })
      .element()
      .dispatchEvent(new MouseEvent('mousemove', { bubbles: true, movementX: by, movementY: 0 }));

  it('that rests makes nothing active that scrolls under it; one that moves does', async () => {
    await renderWithVoices(<VoicePicker voices={named('Ada', 'Bo', 'Cy')} />);
    await openPicker();
    await userEvent.keyboard('{End}');
    move('Bo', 0);
    await expect.poll(activeName).toBe('Cy');
    await userEvent.keyboard('{ArrowUp}{ArrowDown}');
    expect(activeName()).toBe('Cy');
    move('Ada', 1);
    await expect.poll(activeName).toBe('Ada');
  });
});

describe('a disabled fieldset around a picker', () => {
  const within = (disabled: boolean) => (
    <fieldset disabled={disabled} data-testid="outer">
      <fieldset>
        <VoicePicker clearable defaultValue="id-Ada" voices={audible('Ada', 'Bo')} />
      </fieldset>
    </fieldset>
  );

  it('does not let the list open, also by what is on its button', async () => {
    await renderWithVoices(within(true));
    await expect.element(trigger()).toBeDisabled();
    const clear = page.getByRole('button', { name: 'Choose no voice' });
    for (const button of [trigger().element(), clear.element()])
      for (const element of [button, ...button.querySelectorAll('*')])
        element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(trigger()).toHaveAttribute('aria-expanded', 'false');
    expect(isOpen()).toBe(false);
    await expect.element(page.getByRole('button', { name: 'Voice: Ada' })).toBeVisible();
  });

  it('closes the list when it comes, and does not open it again when it goes', async () => {
    await renderWithVoices(within(false));
    await openPicker();
    const outer = page.getByTestId('outer').element();
    outer.toggleAttribute('disabled', true);
    await expect.poll(isOpen).toBe(false);
    outer.toggleAttribute('disabled', false);
    await expect.element(trigger()).toBeEnabled();
    expect(isOpen()).toBe(false);
  });
});
