import {
  CostNote,
  GERMAN_LABELS,
  PlayButton,
  RateControl,
  ReadAlong,
  type ReadAlongOptions,
  SpeechProvider,
  TimeDisplay,
  useSpeech,
  Waveform,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One lamp is lit by the river. Two boats come home in the dark.\n\nThree dogs bark at the moon.';

async function show(options: ReadAlongOptions = {}, standIn: Parameters<typeof createStandIn>[0] = {}) {
  const { relay } = createStandIn(standIn);
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <ReadAlong text={text} voiceId={voiceId} {...options} />
    </SpeechProvider>,
  );
  const part = (selector: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };
  return { container, part };
}

const boxOf = (element: Element) => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
};

describe('the ring of a button that waits', () => {
  it.each(['page', 'compact', 'bubble'] as const)('goes round it (%s)', async (variant) => {
    const { part } = await show({ variant }, { pace: { firstByte: 60 } });
    part('.readalong-play').click();
    await expect.poll(() => document.querySelector('.readalong-play .readalong-spinner')).not.toBeNull();
    const spinner = part('.readalong-play .readalong-spinner');
    // As it is drawn, not as it happens to be turned.
    spinner.style.animation = 'none';
    const button = boxOf(part('.readalong-play'));
    const ring = boxOf(spinner);
    expect(ring.left).toBeCloseTo(button.left - 5, 0);
    expect(ring.top).toBeCloseTo(button.top - 5, 0);
    expect(ring.width).toBeCloseTo(button.width + 10, 0);
    expect(ring.height).toBeCloseTo(button.height + 10, 0);
  });
});

describe('the price', () => {
  it('is one line in every language, and says all of it to who asks', async () => {
    await page.viewport(320, 600);
    const long = { ...GERMAN_LABELS.cost, free: 'Noch einmal hören, so oft man will, kostet überhaupt nichts mehr' };
    const { part } = await show({ labels: { ...GERMAN_LABELS, cost: long } });
    const note = () => part('.readalong-scrub > .readalong-caption');
    const height = note().offsetHeight;
    part('.readalong-play').click();
    await expect.poll(() => note().textContent).toBe(long.free);
    expect(note().offsetHeight).toBe(height);
    expect(note().title).toBe(long.free);
    expect(boxOf(note()).right).toBeLessThanOrEqual(boxOf(part('.readalong-time[data-show=remaining]')).left);
  });

  it('is whole in German on a phone', async () => {
    await page.viewport(320, 600);
    const { part } = await show({ labels: GERMAN_LABELS });
    const note = () => part('.readalong-scrub > .readalong-caption');
    part('.readalong-play').click();
    await expect.poll(() => note().textContent).toBe(GERMAN_LABELS.cost.free);
    expect(note().scrollWidth).toBeLessThanOrEqual(note().clientWidth);
  });

  it.each([120, 160, 200])('stays within one line of %i pixels', async (width) => {
    await page.viewport(width, 600);
    const { part } = await show({ variant: 'compact', title: 'The lamps' });
    const note = part('.readalong-caption');
    expect(boxOf(note).right).toBeLessThanOrEqual(boxOf(part('.readalong-line')).right - 8);
    expect(getComputedStyle(note).textOverflow).toBe('ellipsis');
  });
});

describe('where the page is written from right to left', () => {
  function Numbers() {
    const { speech } = useSpeech({ text, voiceId });
    return (
      <div dir="rtl">
        <CostNote speech={speech} labels={{ toCome: () => '12 credits (about)…' }} />
        <RateControl speech={speech} />
        <TimeDisplay speech={speech} show="remaining" />
      </div>
    );
  }
  /** The characters of an element as they stand, from the left. */
  const seen = (element: Element): string => {
    const places: { x: number; character: string }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < (node.nodeValue ?? '').length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        places.push({ x: range.getBoundingClientRect().left, character: node.nodeValue?.[i] ?? '' });
      }
    }
    return places
      .toSorted((a, b) => a.x - b.x)
      .map(({ character }) => character)
      .join('');
  };

  it('numbers stand as they are written', async () => {
    const { relay } = createStandIn();
    const { container } = await render(
      <SpeechProvider relay={relay}>
        <Numbers />
      </SpeechProvider>,
    );
    for (const selector of ['.readalong-caption', '.readalong-rate-button bdi', '.readalong-time']) {
      const element = container.querySelector(selector);
      expect(element && seen(element)).toBe(element?.textContent);
    }
    expect(container.querySelector('.readalong-time')?.textContent).toMatch(/^≈ −\d:\d\d$/);
  });
});

describe('the ring of the keyboard', () => {
  it('does not run through the times below the rail of a phone', async () => {
    await page.viewport(320, 600);
    const { part } = await show();
    part('.readalong-play').click();
    await expect.element(page.getByRole('slider', { name: 'Seek' })).toBeEnabled();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await userEvent.keyboard('{Tab}');
    page.getByRole('slider', { name: 'Seek' }).element().focus();
    const seek = part('.readalong-scrub > .readalong-seek');
    const ring = getComputedStyle(seek, '::after');
    expect([ring.outlineStyle, ring.outlineWidth]).toEqual(['solid', '2px']);
    const bottom = boxOf(seek).bottom - Number.parseFloat(ring.bottom) + Number.parseFloat(ring.outlineWidth);
    // Above the digits, of which the line is higher than they are.
    expect(bottom).toBeLessThanOrEqual(boxOf(part('.readalong-scrub > .readalong-time')).top + 3);
    expect(getComputedStyle(part('.readalong-range')).outlineStyle).toBe('none');
  });
});

describe('a waveform where colours are forced', () => {
  function Player() {
    const { speech } = useSpeech({ text, voiceId });
    return (
      <>
        <PlayButton speech={speech} />
        <Waveform speech={speech} />
      </>
    );
  }

  it('tells what was heard by thickness', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    try {
      const { relay } = createStandIn();
      const { container } = await render(
        <SpeechProvider relay={relay}>
          <Player />
        </SpeechProvider>,
      );
      const [rest, played] = container.querySelectorAll('.readalong-wave > path');
      if (!rest || !played) throw new Error('There are no bars.');
      expect([rest, played].map((path) => getComputedStyle(path).strokeWidth)).toEqual(['1px', '3px']);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', { features: [] });
    }
  });
});
