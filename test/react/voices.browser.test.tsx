import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRelay, SpeechProvider, useVoice, useVoices } from 'react-readalong';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

function List({ search = null }: { search?: string | null }) {
  const { voices, hasNextPage, fetchNextPage, error, status } = useVoices({ search, pageSize: 15 });
  return (
    <>
      <output>{status}</output>
      <p role="alert">{error?.message}</p>
      <ul>
        {voices.map((voice) => (
          <li key={voice.voiceId}>{voice.name}</li>
        ))}
      </ul>
      <button type="button" disabled={!hasNextPage} onClick={() => fetchNextPage()}>
        More
      </button>
    </>
  );
}

const names = () => [...document.querySelectorAll('li')].map((item) => item.textContent);

describe('useVoices', () => {
  it('lists the voices a page at a time, each once, until there are no more', async () => {
    const { relay } = createStandIn();
    await render(
      <SpeechProvider relay={relay}>
        <List />
      </SpeechProvider>,
    );
    await expect.poll(() => names().length).toBe(15);
    const more = page.getByRole('button', { name: 'More' });
    await more.click();
    await expect.poll(() => names().length).toBe(30);
    await more.click();
    await expect.poll(() => names().length).toBe(40);
    await expect.element(more).toBeDisabled();
    expect(new Set(names()).size).toBe(40);
  });

  it('lets the server search', async () => {
    const { relay, calls } = createStandIn();
    await render(
      <SpeechProvider relay={relay}>
        <List search="scottish" />
      </SpeechProvider>,
    );
    await expect.poll(names).toEqual(['Isla']);
    expect(calls.map(({ url }) => new URL(url).searchParams.get('search'))).toEqual(['scottish']);
  });

  it('does not ask for a total, which costs the API time', async () => {
    const { relay, calls } = createStandIn();
    await render(
      <SpeechProvider relay={relay}>
        <List />
      </SpeechProvider>,
    );
    await expect.poll(() => names().length).toBe(15);
    expect(new Set(calls.map(({ url }) => new URL(url).searchParams.get('include_total_count')))).toEqual(
      new Set(['false']),
    );
  });

  it('shares what is asked for with everybody below the nearest QueryClientProvider', async () => {
    const { relay, calls } = createStandIn();
    const client = new QueryClient();
    await render(
      <QueryClientProvider client={client}>
        <SpeechProvider relay={relay}>
          <List />
        </SpeechProvider>
        <SpeechProvider relay={relay}>
          <List />
        </SpeechProvider>
      </QueryClientProvider>,
    );
    await expect.poll(() => names().length).toBe(30);
    const first = calls.filter(({ url }) => !new URL(url).searchParams.has('next_page_token'));
    expect(first.length).toBe(1);
  });

  it('asks again after a fault of the server, and not after a refusal', async () => {
    const failing = (status: number) => {
      const seen: number[] = [];
      const relay = createRelay({
        url: '/api',
        fetch: async () => {
          seen.push(status);
          return Response.json(
            { detail: { status: 'x', message: 'No.' } },
            { status, headers: status === 503 ? { 'retry-after': '0' } : {} },
          );
        },
      });
      return { relay, seen };
    };
    const fault = failing(503);
    const refusal = failing(401);
    await render(
      <>
        <SpeechProvider relay={fault.relay} queryClient={new QueryClient()}>
          <List />
        </SpeechProvider>
        <SpeechProvider relay={refusal.relay} queryClient={new QueryClient()}>
          <List />
        </SpeechProvider>
      </>,
    );
    await expect.poll(() => page.getByText('error').elements().length).toBe(2);
    expect({ fault: fault.seen.length, refusal: refusal.seen.length }).toEqual({ fault: 4, refusal: 1 });
  });

  it('says in its error that no relay is configured', async () => {
    await render(<List />);
    await expect.element(page.getByRole('alert')).toHaveTextContent(/No relay is configured/);
  });
});

describe('useVoice', () => {
  function One({ id }: { id: string }) {
    const { data, error } = useVoice(id);
    return (
      <>
        <p role="alert">{error?.message}</p>
        <output>{data && `${data.name}, ${data.labels?.use_case}, ${data.settings?.similarityBoost}`}</output>
      </>
    );
  }

  it('gives one voice, typed in camelCase, with its labels as they are', async () => {
    await render(
      <SpeechProvider relay={createStandIn().relay}>
        <One id="21m00Tcm4TlvDq8ikWAM" />
      </SpeechProvider>,
    );
    await expect.element(page.getByText('Rachel, narrative_story, 0.75')).toBeVisible();
  });

  it('says in its error that there is no such voice', async () => {
    await render(
      <SpeechProvider relay={createStandIn().relay}>
        <One id="nobody" />
      </SpeechProvider>,
    );
    await expect.element(page.getByRole('alert')).toHaveTextContent(/404 \(voice_not_found\)/);
  });
});
