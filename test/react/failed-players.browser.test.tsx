import { GERMAN_LABELS, ReadAlong, type ReadAlongOptions, SpeechProvider } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One lamp is lit by the river. Two boats come home in the dark.\n\nThree dogs bark at the moon.';

/** A reader that has been played, of which the first answer was refused or broke off. */
async function fail(how: 'refused' | 'broken', options: ReadAlongOptions) {
  const { relay, calls } = createStandIn({
    faults: ({ index }) => {
      if (how === 'refused') return index === 0 ? [{ kind: 'status', status: 500 }] : [];
      return index === 0 ? [{ kind: 'cut', afterLines: 3 }] : index < 4 ? [{ kind: 'network' }] : [];
    },
  });
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <ReadAlong text={text} voiceId={voiceId} {...options} />
    </SpeechProvider>,
  );
  container.querySelector<HTMLElement>('.readalong-play')?.click();
  const alert = page.getByRole('alert');
  await expect.element(alert, { timeout: 15_000 }).toBeVisible();
  return { container, alert, calls };
}

const VARIANTS: readonly ReadAlongOptions[] = [
  { variant: 'page' },
  { variant: 'compact', title: 'The lamps' },
  { variant: 'bubble' },
];

describe.each(VARIANTS)('a reader ($variant) of which nothing came', (options) => {
  it('says so, and asks again when Retry is pressed, which leaves the focus on what plays', async () => {
    const { container, alert } = await fail('refused', options);
    await expect.element(alert).toHaveTextContent(/There is nothing to hear.*500/);
    const retry = page.getByRole('button', { name: 'Retry' });
    retry.element().focus();
    await retry.click();
    await expect.poll(() => document.querySelector('[role=alert]')).toBeNull();
    expect(document.activeElement).toBe(container.querySelector('.readalong-play'));
    await expect.element(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  });
});

describe('one line of which the rest did not come', () => {
  it.each([320, 1280])(
    'keeps rail and speed at %i pixels, and says in its own language what happened',
    async (width) => {
      await page.viewport(width, 600);
      const { container, alert } = await fail('broken', {
        variant: 'compact',
        title: 'Die Lampen',
        labels: GERMAN_LABELS,
      });
      await expect.element(alert).toHaveTextContent(/^Die Stimme ist verstummt/);
      await expect.element(page.getByRole('button', { name: 'Noch einmal', exact: true })).toBeVisible();
      await expect.element(page.getByRole('slider', { name: 'Stelle' })).toBeEnabled();
      await expect.element(page.getByRole('button', { name: 'Tempo: 1-fach' })).toBeVisible();
      for (const element of container.querySelectorAll('.readalong-player :is(button, input, p, strong)')) {
        const { left, right } = element.getBoundingClientRect();
        expect([left >= 0, right <= width]).toEqual([true, true]);
      }
      expect(container.querySelector('.readalong-line')?.clientHeight).toBe(56);
    },
  );
});
