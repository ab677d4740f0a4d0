import { createDocument, ReadAlong, type ReadAlongOptions, SpeechProvider } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const short = 'One lamp is lit by the river. Two boats come home in the dark.\n\nThree dogs bark at the moon.';
/** About an hour and a quarter. */
const long = Array.from({ length: 700 }, (_, index) => `${short} So it was for the ${index + 1}th time.`).join('\n\n');

const VARIANTS: readonly { name: string; options: ReadAlongOptions }[] = [
  { name: 'a page', options: { variant: 'page', title: 'The lamps' } },
  { name: 'one line', options: { variant: 'compact', title: 'The lamps' } },
  { name: 'a message', options: { variant: 'bubble' } },
];

/** Watches whether anything moves, from now on. */
function watchStillness(root: Element) {
  const shifts: string[] = [];
  const observer = new PerformanceObserver((list) => tell(list.getEntries()));
  // Those right behind a press count as well: nothing is to move under a finger either.
  observer.observe({ type: 'layout-shift' });
  const first = new Map<string, string>();
  const moves = new Set<string>();
  let frame = requestAnimationFrame(look);
  let looks = 0;

  function tell(entries: PerformanceEntryList): void {
    for (const entry of entries) {
      const sources: unknown = Reflect.get(entry, 'sources');
      const nodes = Array.isArray(sources) ? sources.map(({ node }) => nameOf(node)) : [];
      shifts.push(`${Reflect.get(entry, 'value')}: ${nodes.join(', ')}`);
    }
  }
  function look(): void {
    looks++;
    const seen = new Map<string, number>();
    for (const element of root.querySelectorAll('button, input, .readalong-seek, .readalong-time, [role=group]')) {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width === 0) continue;
      // What they say changes: they are known by what they are, and by their number.
      const show = element instanceof HTMLElement ? element.dataset.show : undefined;
      const name = `${element.localName}.${element.className} ${show ?? ''}`;
      const number = seen.get(name) ?? 0;
      seen.set(name, number + 1);
      // The bar stays where it is in the window while the text goes by below it.
      const place = element.closest('.readalong-dock') ? top : top + scrollY;
      const box = [left, place, width, height].map((value) => Math.round(value * 10) / 10).join(' ');
      const before = first.get(`${name} ${number}`);
      if (before === undefined) first.set(`${name} ${number}`, box);
      else if (before !== box) moves.add(`${name} ${number} “${element.textContent}”: ${before} → ${box}`);
    }
    frame = requestAnimationFrame(look);
  }
  return {
    stop() {
      cancelAnimationFrame(frame);
      tell(observer.takeRecords());
      observer.disconnect();
      expect(looks).toBeGreaterThan(20);
      return { shifts, moves: [...moves] };
    },
  };
}

async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const nameOf = (node: unknown): string =>
  node instanceof Element
    ? `${node.localName}.${node.className}`
    : String(node instanceof Node ? node.textContent : node);

async function show(text: string, options: ReadAlongOptions, standIn: Parameters<typeof createStandIn>[0] = {}) {
  const source = text === long ? { text, voiceId, document: createDocument() } : { text, voiceId };
  const { relay } = createStandIn({ pace: { firstByte: 0.3, rate: 3 }, ...standIn });
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <ReadAlong {...source} lang="en" {...options} />
    </SpeechProvider>,
  );
  await document.fonts.ready;
  const play = container.querySelector<HTMLElement>('.readalong-play');
  if (!play) throw new Error('There is nothing to press.');
  const status = () => play.dataset.status;
  return { container, play, status };
}

for (const width of [320, 1280])
  describe(`at ${width} pixels nothing moves`, () => {
    it.each(VARIANTS)('in $name, from the first press to the end, at any speed', async ({ options }) => {
      await page.viewport(width, 800);
      const { container, play, status } = await show(short, options);
      const watch = watchStillness(container);
      play.click();
      await expect.poll(status).toBe('buffering');
      await expect.poll(status).toBe('playing');
      container.querySelector<HTMLElement>('[aria-label^="Speed"], [aria-label="More"]')?.click();
      for (const rate of ['0.75 times', '1.25 times', '2 times']) {
        await expect.element(page.getByRole('radio', { name: rate })).toBeVisible();
        const radio = page.getByRole('radio', { name: rate }).element();
        if (radio instanceof HTMLElement) radio.click();
        await expect.element(radio).toBeChecked();
        await twoFrames();
      }
      document.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      await expect.poll(() => container.querySelector('[role=dialog]')).toBeNull();
      await expect.poll(status, { timeout: 30_000 }).toBe('ended');
      expect(watch.stop()).toEqual({ shifts: [], moves: [] });
    });

    it.each(VARIANTS)('in $name, where the answer breaks off', async ({ options }) => {
      await page.viewport(width, 800);
      const { container, play } = await show(short, options, {
        faults: ({ index }) => (index === 0 ? [{ kind: 'cut', afterLines: 3 }] : [{ kind: 'network' }]),
      });
      const watch = watchStillness(container);
      play.click();
      await expect.poll(() => container.querySelector('[role=alert]'), { timeout: 20_000 }).not.toBeNull();
      await expect.poll(() => play.dataset.status, { timeout: 20_000 }).toBe('paused');
      expect(watch.stop()).toEqual({ shifts: [], moves: [] });
    });
  });

/** Where there is least room: how wide a time is does not depend on the window. */
describe('at 320 pixels nothing moves', () => {
  it.each(VARIANTS)(
    'in $name, when an hour is over',
    async ({ options }) => {
      await page.viewport(320, 800);
      const { container, play, status } = await show(long, options, { pace: 'instant' });
      const seek = () => container.querySelector<HTMLInputElement>('.readalong-seek input');
      play.click();
      await expect.poll(status).toBe('playing');
      const watch = watchStillness(container);
      expect(Number(seek()?.max)).toBeGreaterThan(3700);
      for (const place of [599.4, 3599.4]) {
        const input = seek();
        if (!input) throw new Error('There is no seek bar.');
        input.value = String(place);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        await expect.poll(() => seek()?.valueAsNumber, { timeout: 20_000 }).toBeGreaterThan(place + 1);
      }
      expect(watch.stop()).toEqual({ shifts: [], moves: [] });
    },
    60_000,
  );
});
