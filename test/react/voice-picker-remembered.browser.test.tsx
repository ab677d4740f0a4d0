import { VoicePicker } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { activeName, named, openPicker, optionNames, relayOf, renderWithVoices, trigger } from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

const RACHEL = '21m00Tcm4TlvDq8ikWAM';
const keeping = (recents: readonly string[]) => JSON.stringify({ recents, favourites: [] });
const storageOf = (text: string | null) => ({ getItem: () => text, setItem: () => {} });

describe('voices that were used lately', () => {
  it('are waited for, so that the list does not move once it is there', async () => {
    let give: (found: { voices: { voiceId: string; name: string }[] }) => void = () => {};
    const relay = relayOf(
      () => ({ voices: named('Ada', 'Bo') }),
      () => new Promise((resolve) => (give = resolve)),
    );
    await renderWithVoices(<VoicePicker storage={storageOf(keeping(['id-Far']))} />, relay);
    const seen: string[][] = [];
    const observer = new MutationObserver(() => seen.push(optionNames()));
    observer.observe(document.body, { childList: true, subtree: true });
    await trigger().click();
    await expect.element(page.getByText('Loading voices…')).toBeVisible();
    give({ voices: named('Far') });
    await expect.poll(optionNames).toEqual(['Far', 'Ada', 'Bo']);
    observer.disconnect();
    expect(new Set(seen.filter((names) => names.length > 0).map(String))).toEqual(new Set(['Far,Ada,Bo']));
  });

  it('that come too late are left for the next opening: nothing moves under the hand', async () => {
    let give: (found: { voices: { voiceId: string; name: string }[] }) => void = () => {};
    const relay = relayOf(
      () => ({ voices: named('Ada', 'Bo') }),
      () => new Promise((resolve) => (give = resolve)),
    );
    await renderWithVoices(<VoicePicker storage={storageOf(keeping(['id-Bo', 'id-Far']))} />, relay);
    await openPicker();
    expect(optionNames()).toEqual(['Bo', 'Ada']);
    await userEvent.keyboard('{ArrowDown}');
    expect(activeName()).toBe('Ada');
    give({ voices: named('Far', 'Bo') });
    await userEvent.keyboard('x');
    await expect.element(page.getByText('Searching…')).not.toBeInTheDocument();
    await userEvent.keyboard('{Backspace}');
    await expect.poll(optionNames).toEqual(['Bo', 'Ada']);
    await userEvent.keyboard('{Escape}');
    await openPicker();
    expect(optionNames()).toEqual(['Bo', 'Far', 'Ada']);
  });

  it('that cannot be asked for are not on top when a later page brings them', async () => {
    const pages = Array.from({ length: 30 }, (_, index) => `V${index}`);
    const relay = relayOf(({ token }) =>
      token === null ? { voices: named(...pages), next: 'more' } : { voices: named('Late') },
    );
    await renderWithVoices(<VoicePicker defaultValue="id-Late" storage={storageOf(keeping(['id-Late']))} />, relay);
    await openPicker();
    expect(optionNames()[0]).toBe('V0');
    await userEvent.keyboard('{End}');
    await expect.poll(() => optionNames().at(-1)).toBe('Late');
    expect(activeName()).toBe('V29');
    await userEvent.keyboard('{Home}');
    await expect.poll(() => optionNames()[0]).toBe('V0');
  });

  it('that a storage tells of later wait for the next opening', async () => {
    let give: (text: string) => void = () => {};
    const storage = { getItem: () => new Promise<string>((resolve) => (give = resolve)), setItem: () => {} };
    await renderWithVoices(<VoicePicker storage={storage} voices={named('Ada', 'Bo', 'Cy')} />);
    await openPicker();
    await userEvent.keyboard('{ArrowDown}');
    give(keeping(['id-Cy']));
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    expect([activeName(), optionNames()]).toEqual(['Bo', ['Ada', 'Bo', 'Cy']]);
    await userEvent.keyboard('{Escape}');
    await openPicker();
    expect(optionNames()).toEqual(['Cy', 'Ada', 'Bo']);
  });

  it('are left out where the app’s own question leaves them out', async () => {
    const { relay, calls } = createStandIn();
    await renderWithVoices(
      <VoicePicker
        query={{ category: 'cloned', voiceType: 'personal' }}
        defaultValue={RACHEL}
        storage={storageOf(keeping([RACHEL]))}
      />,
      relay,
    );
    await openPicker();
    expect(optionNames()).not.toContain('Rachel');
    const asked = calls.map(({ url }) => new URL(url).searchParams).find((query) => query.has('voice_ids'));
    expect([asked?.get('category'), asked?.get('voice_type')]).toEqual(['cloned', 'personal']);
  });

  it('are of those voices that the app names, where it names some', async () => {
    const { relay, calls } = createStandIn();
    const storage = storageOf(keeping([RACHEL]));
    await renderWithVoices(<VoicePicker query={{ voiceIds: ['JBFqnCBsd6RMkjVDRZzb'] }} storage={storage} />, relay);
    await openPicker();
    expect(optionNames()).toEqual(['George']);
    expect(calls.filter(({ url }) => url.includes(RACHEL))).toEqual([]);
  });

  it('are kept apart for pickers of another name', async () => {
    const kept = new Map([
      ['readalong-voices', keeping(['id-Cy'])],
      ['narrators', keeping(['id-Bo'])],
    ]);
    const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: () => {} };
    await renderWithVoices(<VoicePicker storage={storage} storageName="narrators" voices={named('Ada', 'Bo', 'Cy')} />);
    await openPicker();
    expect(optionNames()).toEqual(['Bo', 'Ada', 'Cy']);
  });
});

describe('a filter', () => {
  it('does not widen what the app asks for', async () => {
    const { relay, calls } = createStandIn();
    await renderWithVoices(
      <VoicePicker query={{ category: 'cloned' }} defaultFilters={{ category: 'premade' }} />,
      relay,
    );
    await trigger().click();
    await expect.element(page.getByText('No voice matches', { exact: true }).first()).toBeVisible();
    expect(new Set(calls.map(({ url }) => new URL(url).searchParams.get('category')))).toEqual(new Set(['cloned']));
  });

  it('of many values is searched, a language also by its code and its English name, and Enter takes the first', async () => {
    await renderWithVoices(<VoicePicker voices={named('Ada')} locale="fr" />);
    await openPicker();
    await page.getByRole('button', { name: 'Language' }).click();
    const group = page.getByRole('group', { name: 'Language' });
    const values = () =>
      group
        .getByRole('button')
        .elements()
        .map((button) => button.textContent);
    const search = page.getByRole('textbox', { name: 'Search: Language' });
    for (const text of ['German', 'allem', 'ALLÉM']) {
      await userEvent.fill(search, text);
      await expect.poll(values).toEqual(['Allemand']);
    }
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Language: Allemand, remove' })).toBeVisible();
    await page.getByRole('button', { name: 'Gender' }).click();
    expect(page.getByRole('textbox').elements()).toEqual([]);
  });
});
