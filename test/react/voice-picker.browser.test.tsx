import { useState } from 'react';
import { type Voice, VoicePicker, type VoicePickerProps } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import {
  activeName,
  field,
  isOpen,
  lastAtEnd,
  named,
  openPicker,
  optionNames,
  relayOf,
  renderWithVoices,
  trigger,
} from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

const RACHEL = '21m00Tcm4TlvDq8ikWAM';
const option = (name: string) => page.getByRole('option', { name: new RegExp(`^${name}\\b`) });

function showModal(element: HTMLDialogElement | null): void {
  if (element && !element.open) element.showModal();
}

/** A storage that a test can look into. */
function storageOf(kept: Record<string, string> = {}) {
  const texts = new Map(Object.entries(kept));
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    read: () => JSON.parse(texts.get('readalong-voices') ?? '{}'),
  };
}

describe('choosing', () => {
  it('asks for nothing before it is opened, but the name of what is chosen', async () => {
    const { relay, calls } = createStandIn();
    await renderWithVoices(<VoicePicker defaultValue={RACHEL} />, relay);
    await expect.element(page.getByRole('button', { name: 'Voice: Rachel' })).toBeVisible();
    expect(calls.map(({ url }) => new URL(url).pathname)).toEqual([`/v1/voices/${RACHEL}`]);
  });

  it('holds its choice itself, closes on it and says it', async () => {
    const onValueChange = vi.fn();
    await renderWithVoices(<VoicePicker onValueChange={onValueChange} />);
    await openPicker();
    await option('George').click();
    expect(isOpen()).toBe(false);
    await expect.element(page.getByRole('button', { name: 'Voice: George' })).toHaveFocus();
    expect(onValueChange.mock.calls).toEqual([['JBFqnCBsd6RMkjVDRZzb', expect.objectContaining({ name: 'George' })]]);
  });

  it('shows what the app holds, and only that', async () => {
    const { rerender } = await renderWithVoices(<VoicePicker value="id-Ada" voices={named('Ada', 'Bo')} />);
    await trigger().click();
    await page.getByRole('option', { name: 'Bo' }).click();
    await expect.element(page.getByRole('button', { name: 'Voice: Ada' })).toBeVisible();
    await rerender(<VoicePicker value={null} voices={named('Ada', 'Bo')} />);
    await expect.element(page.getByRole('button', { name: 'Voice: Choose a voice' })).toBeVisible();
  });

  it('takes an empty text for none, as forms do', async () => {
    await renderWithVoices(<VoicePicker clearable value="" voices={named('Ada')} />);
    await expect.element(page.getByRole('button', { name: 'Voice: Choose a voice' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Choose no voice' }).elements()).toEqual([]);
  });

  it('says the standard words where the app’s are missing', async () => {
    const labels = { voice: undefined, value: undefined, search: 'Find' };
    await renderWithVoices(<VoicePicker voices={named('Ada')} labels={labels} defaultFilters={{ gender: 'male' }} />);
    await trigger().click();
    await expect.element(page.getByRole('combobox', { name: 'Find' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Gender: Male, remove' })).toBeVisible();
  });

  it('is taken back by a button of its own, if the app lets it', async () => {
    const onValueChange = vi.fn();
    await renderWithVoices(
      <VoicePicker clearable defaultValue="id-Ada" voices={named('Ada')} onValueChange={onValueChange} />,
    );
    await page.getByRole('button', { name: 'Choose no voice' }).click();
    expect(onValueChange.mock.calls).toEqual([[null, null]]);
    await expect.element(page.getByRole('button', { name: 'Voice: Choose a voice' })).toHaveFocus();
    expect(page.getByRole('button', { name: 'Choose no voice' }).elements()).toEqual([]);
  });

  it('opens on what is chosen, also where that is pages away', async () => {
    const { relay } = createStandIn({ voices: 400 });
    const far = await relay.listVoices({ search: 'kansai', pageSize: 1 });
    const voice = far.voices[0];
    await renderWithVoices(<VoicePicker defaultValue={voice?.voiceId ?? ''} />, relay);
    await openPicker();
    await expect.poll(activeName).toBe(voice?.name);
    await expect.element(page.getByRole('option', { selected: false }).first()).toBeInViewport();
    await expect.element(option(`${voice?.name} chosen`)).toBeInViewport();
  });

  it('can be disabled', async () => {
    await renderWithVoices(<VoicePicker disabled clearable defaultValue="id-Ada" voices={named('Ada')} name="voice" />);
    await expect.element(trigger()).toBeDisabled();
    expect(page.getByRole('button').elements()).toHaveLength(1);
  });
});

describe('in its place', () => {
  it('is sent with its form by name, and goes back when that is reset', async () => {
    await renderWithVoices(
      <form>
        <VoicePicker name="voice" defaultValue="id-Ada" voices={named('Ada', 'Bo')} />
        <button type="reset">Reset</button>
      </form>,
    );
    const sent = () => new FormData(document.forms[0]).get('voice');
    expect(sent()).toBe('id-Ada');
    await openPicker();
    await page.getByRole('option', { name: 'Bo' }).click();
    await expect.poll(sent).toBe('id-Bo');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(sent).toBe('id-Ada');
  });

  it('does not send the form when Enter chooses', async () => {
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    await renderWithVoices(
      <form onSubmit={onSubmit}>
        <VoicePicker name="voice" voices={named('Ada')} />
        <button type="submit">Send</button>
      </form>,
    );
    await openPicker();
    await userEvent.keyboard('{Enter}');
    expect(isOpen()).toBe(false);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('keeps what is typed in its fields to itself, and Enter that finds nothing does not send the form', async () => {
    const heard = vi.fn();
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    await renderWithVoices(
      <form onChange={heard} onInput={heard} onSubmit={onSubmit}>
        <VoicePicker name="voice" voices={named('Ada')} />
        <input aria-label="Other" />
        <button type="submit">Send</button>
      </form>,
    );
    const [form] = document.forms;
    for (const name of ['input', 'change']) form?.addEventListener(name, heard);
    await openPicker();
    await userEvent.keyboard('zz{Enter}');
    await expect.element(field()).toHaveValue('zz');
    await expect.poll(optionNames).toEqual([]);
    await page.getByRole('button', { name: 'Language' }).click();
    await userEvent.fill(page.getByRole('textbox', { name: 'Search: Language' }), 'german');
    await userEvent.keyboard('{Escape}');
    expect([heard.mock.calls.length, onSubmit.mock.calls.length]).toEqual([0, 0]);
    await userEvent.fill(page.getByRole('textbox', { name: 'Other' }), 'x');
    expect(heard).toHaveBeenCalled();
  });

  it('works within a modal dialog, and Escape closes the list before the dialog', async () => {
    await renderWithVoices(
      <dialog ref={showModal} aria-label="Settings">
        <VoicePicker voices={named('Ada', 'Bo')} />
      </dialog>,
    );
    await openPicker();
    await page.getByRole('option', { name: 'Bo' }).click();
    await expect.element(page.getByRole('button', { name: 'Voice: Bo' })).toBeVisible();
    await openPicker();
    await userEvent.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
    await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(page.getByRole('dialog').elements()).toEqual([]);
  });

  it('closes when something else is pressed', async () => {
    await renderWithVoices(
      <>
        <VoicePicker voices={named('Ada')} />
        <button type="button" style={{ position: 'fixed', insetInlineEnd: 0, insetBlockEnd: 0 }}>
          Else
        </button>
      </>,
    );
    await openPicker();
    await page.getByRole('button', { name: 'Else' }).click();
    expect(isOpen()).toBe(false);
  });

  it('fits a page of 320 pixels as a sheet, and closes by a button of its own', async () => {
    await page.viewport(320, 640);
    await renderWithVoices(<VoicePicker />);
    await openPicker();
    const panel = page.getByRole('dialog').element().getBoundingClientRect();
    expect([panel.left, panel.right, panel.bottom]).toEqual([0, 320, 640]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(isOpen()).toBe(false);
  });
});

describe('the list', () => {
  it('searches and filters an app’s own voices in the page, without a relay', async () => {
    const voices: Voice[] = [
      { voiceId: '1', name: 'Zoë', labels: { gender: 'female', 'use case': 'Audio-Book' } },
      { voiceId: '2', name: 'Max', description: 'Zoo keeper', labels: { gender: 'male' } },
    ];
    await renderWithVoices(
      <VoicePicker voices={voices} />,
      relayOf(() => 500),
    );
    await openPicker();
    await userEvent.keyboard('zoe');
    await expect.poll(optionNames).toEqual(['Zoë']);
    await userEvent.clear(field());
    await userEvent.type(field(), 'audio book');
    await expect.poll(optionNames).toEqual(['Zoë']);
    await page.getByRole('button', { name: 'Clear search' }).click();
    await expect.element(field()).toHaveFocus();
    await page.getByRole('button', { name: 'Gender' }).click();
    await page.getByRole('group', { name: 'Gender' }).getByRole('button', { name: 'Male', exact: true }).click();
    await expect.poll(optionNames).toEqual(['Max']);
  });

  it('filters by language, also by those a voice was verified in, over all pages', { timeout: 30_000 }, async () => {
    await renderWithVoices(<VoicePicker defaultFilters={{ language: 'et' }} />, createStandIn({ voices: 2000 }).relay);
    await openPicker();
    const texts = () =>
      page
        .getByRole('option')
        .elements()
        .map((element) => element.textContent ?? '');
    expect(texts().filter((text) => !text.includes('Estonian'))).toEqual([]);
    const foot = page.getByRole('status').first();
    await expect.poll(() => lastAtEnd() && foot.element().textContent, { timeout: 20_000 }).toBe('49 voices');
    expect(texts().filter((text) => !text.includes('Estonian'))).toEqual([]);
  });

  it('lets the server filter by category', async () => {
    const { relay, calls } = createStandIn();
    await renderWithVoices(<VoicePicker defaultFilters={{ category: 'cloned' }} />, relay);
    await openPicker();
    expect(new Set(calls.map(({ url }) => new URL(url).searchParams.get('category')))).toEqual(new Set(['cloned']));
  });

  it('puts what was used lately on top, and keeps it', async () => {
    const storage = storageOf();
    function Chooser(props: VoicePickerProps) {
      const [key, setKey] = useState(0);
      return (
        <>
          <VoicePicker key={key} storage={storage} {...props} />
          <button type="button" onClick={() => setKey(key + 1)}>
            Anew
          </button>
        </>
      );
    }
    await renderWithVoices(<Chooser />);
    await openPicker();
    await option('Brian').click();
    await expect.poll(storage.read).toEqual({ recents: [expect.any(String)], favourites: [] });
    await page.getByRole('button', { name: 'Anew' }).click();
    await openPicker();
    await expect.poll(() => optionNames()[0]).toBe('Brian');
    await expect.element(page.getByText('Recently used')).toBeVisible();
    expect(optionNames().filter((name) => name === 'Brian')).toHaveLength(1);
  });

  it('marks favourites by a button that says whether it is pressed, and keeps them', async () => {
    const storage = storageOf();
    await renderWithVoices(<VoicePicker storage={storage} />);
    await openPicker();
    const star = page.getByRole('button', { name: 'Favourite: Rachel' });
    await star.click();
    await expect.element(star).toHaveAttribute('aria-pressed', 'true');
    expect(isOpen()).toBe(true);
    await expect.poll(storage.read).toEqual({ recents: [], favourites: [RACHEL] });
    await star.click();
    await expect.poll(storage.read).toEqual({ recents: [], favourites: [] });
  });

  it('draws rows as the app says, and tells it which is active and which chosen', async () => {
    await renderWithVoices(
      <VoicePicker voices={named('Ada', 'Bo')} defaultValue="id-Bo">
        {({ name }, { active, chosen }) => <i>{`${name} ${active} ${chosen}`}</i>}
      </VoicePicker>,
    );
    await trigger().click();
    await expect.element(page.getByRole('option', { name: 'Ada false false' })).toBeVisible();
    await expect.element(page.getByRole('option', { name: 'Bo true true' })).toBeVisible();
  });

  it.each([0, -5, Number.NaN, 10])('has rows that can be pressed, also where the app says %s', async (rowHeight) => {
    const many = named(...Array.from({ length: 300 }, (_, index) => `V${index}`));
    await renderWithVoices(<VoicePicker voices={many} rowHeight={rowHeight} />);
    await openPicker();
    const { height } = page.getByRole('option').first().element().getBoundingClientRect();
    expect(height).toBeGreaterThanOrEqual(24);
    expect(optionNames().length).toBeLessThan(60);
  });

  it('shows what voices say of themselves as text, however wrong or long it is', async () => {
    const mess: unknown[] = [
      { voiceId: 'a' },
      { voiceId: 'b', name: null, labels: null, description: null, verifiedLanguages: null, category: null },
      { voiceId: 'c', name: '<img src=x onerror="throw 1">', description: '<b>bold</b>', category: 'from_the_future' },
      { voiceId: 'd', name: 'Long', description: 'word '.repeat(2000) },
      {
        voiceId: 'e',
        name: 7,
        labels: ['x'],
        description: { a: 1 },
        verifiedLanguages: 'de',
        previewUrl: 7,
        settings: 'x',
      },
      {
        voiceId: 'f',
        name: 'Σοφία',
        labels: { φύλο: 'γυναίκα', gender: 'γυναίκα', age: 3 },
        verifiedLanguages: [null, 1, {}],
      },
    ];
    await renderWithVoices(<VoicePicker defaultValue="c" voices={JSON.parse(JSON.stringify(mess))} />);
    await openPicker();
    expect(optionNames()).toEqual([
      'Unnamed voice',
      'Unnamed voice',
      '<img src=x onerror="throw 1">',
      'Long',
      'Unnamed voice',
      'Σοφία',
    ]);
    expect(document.querySelectorAll('[role="option"] :is(img, b)')).toHaveLength(0);
    await expect.element(page.getByText('<b>bold</b>')).toBeVisible();
    const heights = page
      .getByRole('option')
      .elements()
      .map((element) => element.getBoundingClientRect().height);
    expect(new Set(heights)).toEqual(new Set([68]));
    const shown = page.getByRole('option', { name: /^Long/ }).element().textContent ?? '';
    expect(shown.length).toBeLessThan(250);
  });
});
