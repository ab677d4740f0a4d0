import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRelay, type Relay, SpeechProvider, type Voice } from 'react-readalong';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import 'react-readalong/styles.css';
import { createStandIn } from '../helpers/stand-in.js';

/** Renders below a provider with a query client of its own, so that no test sees another's answers. */
export function renderWithVoices(
  children: ReactNode,
  relay: Relay = createStandIn().relay,
  queryClient = new QueryClient(),
) {
  return render(
    <SpeechProvider relay={relay} queryClient={queryClient}>
      {children}
    </SpeechProvider>,
  );
}

export const trigger = () => page.getByRole('button', { name: /^Voice: / });
export const field = () => page.getByRole('combobox', { name: 'Search voices' });
export const list = () => page.getByRole('listbox', { name: 'Voices' });

export const isOpen = () => field().elements().length === 1;

/** Opens the picker and waits for its first voices. */
export async function openPicker(): Promise<void> {
  await trigger().click();
  await expect.element(field()).toHaveFocus();
  await expect.poll(() => optionNames().length).toBeGreaterThan(0);
}

const nameOf = (option: Element) => option.querySelector('bdi, [data-name]')?.textContent ?? '';

/** The names in the list, from the top, as far as they are in the DOM. */
export const optionNames = () => [...document.querySelectorAll('[role="option"]')].map(nameOf);

/** Scrolls to the end of what is here, and reads its last name. */
export function lastAtEnd() {
  const scroller = document.querySelector('.readalong-list');
  scroller?.scrollTo({ top: scroller.scrollHeight });
  return optionNames().at(-1);
}

/** The name of the option that the field points to. */
export function activeName(): string | null {
  const id = document.querySelector('[role="combobox"]')?.getAttribute('aria-activedescendant');
  const option = id ? document.getElementById(id) : null;
  return option && nameOf(option);
}

/** What a picker asks the relay's list of voices for. */
export interface Asked {
  readonly search: string | null;
  readonly token: string | null;
  readonly pageSize: number;
  readonly signal: AbortSignal;
}

interface Page {
  voices: readonly Partial<Voice>[];
  next?: string;
}

type Answer = Page | number | Promise<Page | number>;

/** A relay whose pages of voices a test makes, and what it finds of voices by their ids; an error is answered with its status. */
export function relayOf(
  answer: (asked: Asked, call: number) => Answer,
  lookUp: (query: URLSearchParams) => Answer = () => 404,
): Relay {
  let calls = 0;
  return createRelay({
    url: 'http://relay.test',
    fetch: async (input, init) => {
      const { url, signal } = new Request(input, init);
      const { pathname, searchParams: query } = new URL(url);
      if (!pathname.endsWith('/v2/voices')) return refusal(404);
      const asked = {
        search: query.get('search'),
        token: query.get('next_page_token'),
        pageSize: Number(query.get('page_size')),
        signal,
      };
      const page = await (query.has('voice_ids') ? lookUp(query) : answer(asked, calls++));
      if (typeof page === 'number') return refusal(page);
      const voices = page.voices.map(({ voiceId, ...fields }) => ({ voice_id: voiceId, ...fields }));
      const next = page.next ?? null;
      return Response.json({ voices, has_more: next !== null, total_count: 0, next_page_token: next });
    },
  });
}

const refusal = (status: number) => Response.json({ detail: { status: 'refused', message: 'Not today.' } }, { status });

/** Voices by their names. */
export const named = (...names: readonly string[]) => names.map((name) => ({ voiceId: `id-${name}`, name }));
