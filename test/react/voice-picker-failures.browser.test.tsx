import { onlineManager, QueryClient } from '@tanstack/react-query';
import { VoicePicker } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import {
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
afterEach(() => {
  onlineManager.setOnline(true);
  cleanup();
});

/** An answer that a test gives when it wants. */
function later<T>() {
  let give: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

const letters = (from: number, count: number) =>
  named(...Array.from({ length: count }, (_, index) => `V${String(from + index).padStart(3, '0')}`));

describe('a search', () => {
  it('that is overtaken is cancelled, and its answer is not shown when it comes after all', async () => {
    const slow = later<{ voices: { voiceId: string; name: string }[] }>();
    const signals: AbortSignal[] = [];
    const relay = relayOf(({ search, signal }) => {
      if (search === 'sl') {
        signals.push(signal);
        return slow.promise;
      }
      return { voices: search === 'slow' ? named('Right') : named('Ada', 'Bo') };
    });
    await renderWithVoices(<VoicePicker />, relay);
    await openPicker();
    await userEvent.keyboard('sl');
    await expect.poll(() => signals.length).toBe(1);
    await userEvent.keyboard('ow');
    await expect.poll(optionNames).toEqual(['Right']);
    expect(signals[0]?.aborted).toBe(true);
    slow.give({ voices: named('Wrong') });
    await expect.element(page.getByText('1 voice', { exact: true }).first()).toBeVisible();
    expect(optionNames()).toEqual(['Right']);
  });

  it('keeps the last results in view while it runs, and says that it does', async () => {
    const answer = later<{ voices: { voiceId: string; name: string }[] }>();
    const relay = relayOf(({ search }) => (search === null ? { voices: named('Ada', 'Bo') } : answer.promise));
    await renderWithVoices(<VoicePicker />, relay);
    await openPicker();
    await userEvent.keyboard('bo');
    await expect.element(page.getByText('Searching…')).toBeVisible();
    expect(optionNames()).toEqual(['Ada', 'Bo']);
    await expect.element(page.getByRole('listbox')).toHaveAttribute('aria-busy', 'true');
    answer.give({ voices: named('Bo') });
    await expect.poll(optionNames).toEqual(['Bo']);
    await expect.element(page.getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
  });

  it('that is not answered yet lets Enter choose nothing of the list before, but a press on what is seen does', async () => {
    const chosen = vi.fn();
    const relay = relayOf(({ search }) => (search === null ? { voices: named('Ada', 'Bo') } : new Promise(() => {})));
    await renderWithVoices(<VoicePicker onValueChange={chosen} />, relay);
    await openPicker();
    await userEvent.keyboard('bo{Enter}');
    expect(isOpen()).toBe(true);
    expect(chosen).not.toHaveBeenCalled();
    await page.getByRole('option', { name: 'Bo' }).click();
    expect(chosen.mock.calls).toEqual([['id-Bo', expect.objectContaining({ name: 'Bo' })]]);
  });

  it('that fails says so, keeps the choice, and can be tried again; taking it back shows the list at once', async () => {
    let fails = true;
    const relay = relayOf(({ search }) =>
      search === null ? { voices: named('Ada', 'Bo') } : fails ? 403 : { voices: named('Bo') },
    );
    await renderWithVoices(<VoicePicker defaultValue="id-Ada" />, relay);
    await openPicker();
    await userEvent.keyboard('bo');
    const alert = page.getByRole('alert');
    await expect
      .element(alert)
      .toHaveTextContent(/Voices could not be loaded.*Not today.*Your chosen voice still works/);
    await userEvent.clear(field());
    await expect.poll(optionNames).toEqual(['Ada', 'Bo']);
    await userEvent.keyboard('bo');
    await expect.element(alert).toBeVisible();
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(optionNames).toEqual(['Bo']);
  });

  it('that finds nothing says what would, and clears the filters', async () => {
    const relay = relayOf(({ search }) => ({
      voices: named('Ada', 'Bo')
        .map((voice) => ({ ...voice, labels: { gender: 'female' } }))
        .slice(search === 'ada' ? 1 : 0),
    }));
    await renderWithVoices(<VoicePicker defaultFilters={{ gender: 'male' }} />, relay);
    await trigger().click();
    await expect.element(page.getByText('No voice matches', { exact: true }).first()).toBeVisible();
    await userEvent.type(field(), 'ada');
    await expect.element(page.getByText('“ada” in Male. 1 would match without the filters.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => optionNames().length).toBe(1);
  });
});

describe('a page of voices', () => {
  it('that fails leaves the rows, says so below them, and is tried again', async () => {
    let fails = true;
    const relay = relayOf(({ token }) => {
      if (token === null) return { voices: letters(0, 20), next: 'second' };
      return fails ? 403 : { voices: letters(20, 3) };
    });
    await renderWithVoices(<VoicePicker />, relay);
    await openPicker();
    await expect.poll(lastAtEnd).toBe('V019');
    const retry = page.getByRole('button', { name: 'Voices could not be loaded. Try again' });
    await expect.element(retry).toBeVisible();
    fails = false;
    await retry.click();
    await expect.poll(lastAtEnd).toBe('V022');
    await expect.element(page.getByText('23 voices').last()).toBeVisible();
  });

  it('that fails before anybody came to it is not spoken of', async () => {
    let calls = 0;
    const relay = relayOf(({ token }) => {
      calls++;
      return token === null ? { voices: letters(0, 40), next: 'second' } : 403;
    });
    const client = new QueryClient();
    await renderWithVoices(<VoicePicker />, relay, client);
    await openPicker();
    await expect.poll(() => calls).toBe(2);
    await expect.poll(() => client.isFetching()).toBe(0);
    await expect.element(page.getByRole('status').first()).toHaveTextContent('Voices');
    expect(page.getByText('Voices could not be loaded').elements()).toEqual([]);
    await expect.poll(lastAtEnd).toBe('V039');
    await expect.element(page.getByRole('button', { name: 'Voices could not be loaded. Try again' })).toBeVisible();
  });

  it('is still asked for after the pages before it could not be asked for anew', async () => {
    let fails = false;
    const relay = relayOf(({ token }) => {
      if (fails) return 403;
      const at = Number(token ?? 0);
      return { voices: letters(at, 20), next: at < 60 ? String(at + 20) : undefined };
    });
    const client = new QueryClient();
    await renderWithVoices(<VoicePicker />, relay, client);
    await openPicker();
    fails = true;
    await client.refetchQueries();
    await expect.element(page.getByRole('button', { name: 'Voices could not be loaded. Try again' })).toBeVisible();
    fails = false;
    await expect.poll(lastAtEnd).toBe('V079');
    expect(page.getByText('Voices could not be loaded').elements()).toEqual([]);
  });

  it('that repeats voices adds only the new ones, and one that leads round in a circle ends the list', async () => {
    const tokens: (string | null)[] = [];
    const relay = relayOf(({ token }) => {
      tokens.push(token);
      return token === null
        ? { voices: [...letters(0, 20), ...letters(0, 2)], next: 'a' }
        : { voices: letters(15, 10), next: 'a' };
    });
    await renderWithVoices(<VoicePicker />, relay);
    await openPicker();
    await expect.poll(lastAtEnd).toBe('V024');
    await expect.element(page.getByText('25 voices').last()).toBeVisible();
    expect(new Set(optionNames()).size).toBe(optionNames().length);
    expect(tokens).toEqual([null, 'a']);
  });

  it('of nothing but voices that are filtered out does not end the search for one', async () => {
    const relay = relayOf(({ token }) => {
      const at = Number(token ?? 0);
      if (at === 9) return { voices: [{ voiceId: 'rare', name: 'Rare', labels: { gender: 'female' } }] };
      return { voices: letters(at * 10, 10), next: String(at + 1) };
    });
    await renderWithVoices(<VoicePicker defaultFilters={{ gender: 'female' }} />, relay);
    await openPicker();
    expect(optionNames()).toEqual(['Rare']);
  });
});

describe('the list', () => {
  it('that cannot be asked for offline says so, and comes with the connection', async () => {
    onlineManager.setOnline(false);
    await renderWithVoices(
      <VoicePicker />,
      relayOf(() => ({ voices: named('Ada') })),
    );
    await trigger().click();
    await expect.element(page.getByText('You are offline')).toBeVisible();
    onlineManager.setOnline(true);
    await expect.poll(optionNames).toEqual(['Ada']);
  });
});
