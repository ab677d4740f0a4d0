import { ReadAlong, SpeechProvider } from 'react-readalong';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One element holds the text, the player and what may go wrong.';

describe('ReadAlong', () => {
  it('speaks and lights a text in one element', async () => {
    const { relay, calls } = createStandIn();
    const { container } = await render(
      <SpeechProvider relay={relay}>
        <ReadAlong text={text} voiceId={voiceId} title="All of it" lang="en" />
      </SpeechProvider>,
    );
    await expect.element(page.getByRole('region', { name: 'Read along' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'All of it' })).toBeVisible();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => lit(container)).toBe('element');
    await expect.element(page.getByRole('slider', { name: 'Seek' })).toBeEnabled();
    expect(calls.length).toBe(1);
  });

  it('speaks sound that came without times, and lights it by estimate once it is whole', async () => {
    const { relay, calls } = createStandIn();
    const { container } = await render(
      <SpeechProvider relay={relay}>
        <ReadAlong text={text} voiceId={voiceId} timestamps={false} />
      </SpeechProvider>,
    );
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => lit(container)).toBe('holds');
    expect(calls[0]?.endpoint).toMatchObject({ timestamps: false, stream: true });
  });

  it('says what went wrong, and asks again when Retry is pressed', async () => {
    const { relay, calls } = createStandIn({
      faults: ({ index }) => (index === 0 ? [{ kind: 'status', status: 500, body: 'Internal error' }] : []),
    });
    await render(
      <SpeechProvider relay={relay}>
        <ReadAlong text={text} voiceId={voiceId} />
      </SpeechProvider>,
    );
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(/There is nothing to hear.*500/);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect.poll(() => page.getByRole('alert').query()).toBeNull();
    expect(calls.length).toBe(2);
  });
});
