import { useState } from 'react';
import {
  createSpeech,
  type Follow,
  FollowButton,
  HighlightedTranscript,
  type Speech,
  SpeechProvider,
  useFollow,
  useSpeech,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(async () => {
  await cleanup();
  window.scrollTo(0, 0);
});

const sentence = 'An old man came down the steps and lit the lamps along the river, one after another. ';
const paragraphs = Array.from({ length: 40 }, (_, index) => `Number ${index}. ${sentence.repeat(3)}`.trim());
const text = paragraphs.join('\n\n');
const tall = sentence.repeat(80).trim();
const height = 300;

interface Shown {
  readonly speech: Speech;
  readonly follow: Follow;
  /** The element that scrolls. */
  readonly scroller: HTMLElement;
  readonly transcript: HTMLElement;
  /** Where the view begins and how high it is, in client pixels. */
  view(): { top: number; height: number };
}

/** A text nobody has bought, in a scroller of its own or in the page's: places are gone to, nothing is heard. */
async function show(shownText: string, scroll: 'own' | 'page' = 'own'): Promise<Shown> {
  let follow: Follow | undefined;
  const speech = createSpeech({ text: shownText, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  function Page() {
    follow = useFollow();
    return (
      <>
        <div
          data-testid="box"
          style={scroll === 'own' ? { blockSize: height, overflowY: 'auto', position: 'relative' } : {}}
        >
          <HighlightedTranscript speech={speech} follow={follow} />
        </div>
        <div style={{ position: 'fixed', insetBlockEnd: 0 }}>
          <FollowButton follow={follow} />
        </div>
      </>
    );
  }
  const { container } = await render(<Page />);
  const box = container.querySelector<HTMLElement>('[data-testid=box]');
  const transcript = container.querySelector<HTMLElement>('.readalong-transcript');
  if (!follow || !box || !transcript) throw new Error('The page did not render.');
  const own = scroll === 'own';
  return {
    speech,
    follow,
    transcript,
    scroller: own ? box : document.documentElement,
    view: () => (own ? { top: box.getBoundingClientRect().top, height } : { top: 0, height: window.innerHeight }),
  };
}

/** How far down the view the first line of the lit word is, as a share of its height; null where nothing is lit. */
function litAt({ view }: Pick<Shown, 'view'>): number | null {
  const [range] = CSS.highlights.get('readalong-word') ?? [];
  const rect = range instanceof Range ? range.getClientRects()[0] : undefined;
  const { top, height: whole } = view();
  return rect ? (rect.top + rect.height / 2 - top) / whole : null;
}

/** The middle third, and a pixel. */
const inBand = (shown: Shown) => {
  const at = litAt(shown);
  return at !== null && at > 0.33 && at < 0.67;
};

const state = ({ follow }: Shown) => follow.getSnapshot().state;
const button = () => page.getByRole('button', { name: 'Back to the voice' });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe.each(['own', 'page'] as const)('a page that follows, in the scroller: %s', (scroll) => {
  it('keeps the line that is heard in the middle third of the view', async () => {
    const shown = await show(text, scroll);
    for (const part of [0.5, 0.52, 0.9, 0.2]) {
      shown.speech.seekToOffset(Math.floor(text.length * part));
      await expect.poll(() => inBand(shown)).toBe(true);
      await expect.poll(() => state(shown)).toBe('following');
    }
  });

  it('goes through a paragraph that is taller than the view', async () => {
    const shown = await show(tall, scroll);
    expect(shown.transcript.getBoundingClientRect().height).toBeGreaterThan(1.5 * shown.view().height);
    for (const part of [0.4, 0.6, 0.5]) {
      shown.speech.seekToOffset(Math.floor(tall.length * part));
      await expect.poll(() => inBand(shown)).toBe(true);
    }
    // Where there is nothing left to scroll it is at least seen.
    shown.speech.seekToOffset(tall.length - 2);
    await expect.poll(() => litAt(shown)).toBeGreaterThan(0.67);
    await expect.poll(() => litAt(shown)).toBeLessThan(1);
  });

  it('stays where the reader has scrolled by wheel, and comes back when asked', async () => {
    const shown = await show(text, scroll);
    shown.speech.seekToOffset(text.length / 2);
    await expect.poll(() => inBand(shown)).toBe(true);
    expect(button().query()).toBeNull();
    await userEvent.wheel(shown.transcript.children[20] ?? shown.transcript, { delta: { y: -900 } });
    await expect.element(button()).toBeVisible();
    await expect.element(button()).toHaveAttribute('data-direction', 'down');
    expect(state(shown)).toBe('detached');
    await button().click();
    await expect.poll(() => inBand(shown)).toBe(true);
    await expect.poll(() => state(shown)).toBe('following');
    expect(button().query()).toBeNull();
  });

  it('is not held up by scrolling that is nobody’s, and takes it back at the next word', async () => {
    const shown = await show(text, scroll);
    const offset = text.indexOf('Number 20.');
    shown.speech.seekToOffset(offset);
    await expect.poll(() => inBand(shown)).toBe(true);
    shown.scroller.scrollTo({ top: 0, behavior: 'instant' });
    await frame();
    await frame();
    expect(state(shown)).toBe('following');
    expect(button().query()).toBeNull();
    shown.speech.seekToOffset(offset + 7);
    await expect.poll(() => inBand(shown)).toBe(true);
  });

  it('comes back when the reader sends the voice elsewhere', async () => {
    const shown = await show(text, scroll);
    shown.speech.seekToOffset(text.length / 2);
    await expect.poll(() => inBand(shown)).toBe(true);
    shown.follow.detach();
    await expect.element(button()).toBeVisible();
    shown.speech.seekToOffset(text.length / 4);
    await expect.poll(() => inBand(shown)).toBe(true);
    await expect.poll(() => state(shown)).toBe('following');
  });
});

describe('a reader who scrolls', () => {
  const detaches = async (scroll: 'own' | 'page', act: (shown: Shown) => void | Promise<void>) => {
    const shown = await show(text, scroll);
    shown.speech.seekToOffset(text.length / 2);
    await expect.poll(() => inBand(shown)).toBe(true);
    await act(shown);
    return state(shown);
  };
  const press = (target: Element, key: string, init: KeyboardEventInit = {}) =>
    void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  const touch = (target: Element, type: string, clientY: number) => {
    const touches = [new Touch({ identifier: 1, target, clientX: 20, clientY })];
    target.dispatchEvent(new TouchEvent(type, { bubbles: true, touches: type === 'touchend' ? [] : touches }));
  };

  it.each(['PageDown', 'PageUp', 'ArrowDown', 'Home', 'End', ' '])('is left alone: by key %s', async (key) => {
    expect(await detaches('page', () => press(document.body, key))).toBe('detached');
  });

  it('is left alone: by finger, by scrollbar, by what find in page finds', async () => {
    const byFinger = ({ transcript }: Shown) => {
      touch(transcript, 'touchmove', 200);
      touch(transcript, 'touchmove', 180);
      touch(transcript, 'touchend', 180);
    };
    expect(await detaches('own', byFinger)).toBe('detached');
    await cleanup();
    const byScrollbar = ({ scroller }: Shown) => {
      const { right, top } = scroller.getBoundingClientRect();
      scroller.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: right + 1, clientY: top + 40 }));
    };
    expect(await detaches('own', byScrollbar)).toBe('detached');
    await cleanup();
    expect(await detaches('page', () => press(document.body, 'f', { ctrlKey: true }))).toBe('detached');
  });

  it('is not seen in a tap, a zoom, a key for a slider, or a wheel that has no way to go', async () => {
    const nothing = async ({ transcript, scroller }: Shown) => {
      touch(transcript, 'touchmove', 200);
      touch(transcript, 'touchmove', 202);
      touch(transcript, 'touchend', 202);
      transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 100, ctrlKey: true }));
      transcript.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaX: 100 }));
      const range = document.createElement('input');
      range.type = 'range';
      scroller.append(range);
      press(range, 'ArrowDown');
      range.remove();
      press(document.body, 'PageDown');
    };
    expect(await detaches('own', nothing)).toBe('following');
    await cleanup();
    const shown = await show('Too short to scroll.', 'own');
    shown.speech.seekToOffset(4);
    await userEvent.wheel(shown.transcript, { delta: { y: 200 } });
    expect(state(shown)).toBe('following');
  });

  it('who wants no motion is taken to the line at once', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    try {
      const shown = await show(text);
      const tops: number[] = [];
      shown.scroller.addEventListener('scroll', () => tops.push(shown.scroller.scrollTop));
      shown.speech.seekToOffset(text.indexOf('Number 3.'));
      await expect.poll(() => inBand(shown)).toBe(true);
      await frame();
      await frame();
      expect(new Set(tops).size).toBe(1);
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', { features: [] });
    }
  });
});

it('keeps the spoken line in view while it plays, and leaves the page alone once the reader has scrolled', async () => {
  const { relay } = createStandIn();
  let speech: Speech | undefined;
  function Page() {
    const follow = useFollow();
    const [ownText] = useState(() => sentence.repeat(12).trim());
    const result = useSpeech({ text: ownText, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
    speech = result.speech;
    return (
      <div data-testid="box" style={{ blockSize: 150, overflowY: 'auto' }}>
        <HighlightedTranscript speech={result.speech} follow={follow} />
        <FollowButton follow={follow} />
      </div>
    );
  }
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <Page />
    </SpeechProvider>,
  );
  const box = container.querySelector<HTMLElement>('[data-testid=box]');
  const transcript = container.querySelector<HTMLElement>('.readalong-transcript');
  if (!box || !transcript || !speech) throw new Error('The page did not render.');
  const shown = { view: () => ({ top: box.getBoundingClientRect().top, height: 150 }) };
  speech.setPlaybackRate(3);
  speech.play();
  const places: number[] = [];
  while (box.scrollTop < 100) {
    await frame();
    const at = litAt(shown);
    if (at !== null) places.push(at);
  }
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(Math.max(...places)).toBeLessThan(1);
  await userEvent.wheel(transcript, { delta: { y: -60 } });
  await expect.element(button()).toBeInTheDocument();
  const tops: number[] = [box.scrollTop];
  // The wheel’s own motion comes to rest first.
  do {
    await frame();
    await frame();
    tops.unshift(box.scrollTop);
  } while (tops[0] !== tops[1]);
  const words = new Set<string>();
  while (words.size < 8) {
    await frame();
    const [range] = CSS.highlights.get('readalong-word') ?? [];
    if (range) words.add(range.toString());
    expect(box.scrollTop).toBe(tops[0]);
  }
}, 60_000);
