import { createDocument, createSpeech } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import {
  type BookPage,
  bookParagraphs,
  bookText,
  expectNoHoles,
  frames,
  showBook,
  startOfParagraph,
  voiceId,
} from '../helpers/book-page.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(async () => {
  await cleanup();
  window.scrollTo(0, 0);
});

const button = () => page.getByRole('button', { name: 'Back to the voice' });
const state = ({ follow }: BookPage) => follow.getSnapshot().state;

/** What is heard stands in the middle third of the view, a line's height more or less. */
async function expectInBand(book: BookPage): Promise<void> {
  const share = () => book.shareOf(book.speech.litOffset() ?? Number.NaN);
  await expect.poll(share).toBeGreaterThan(0.3);
  await expect.poll(share).toBeLessThan(0.7);
  await expect.poll(() => state(book)).toBe('following');
}

describe.each(['own', 'page'] as const)('a page that follows through a book, in the scroller: %s', (scroll) => {
  it('goes with the voice wherever the reader sends it', async () => {
    const book = await showBook(scroll);
    for (const part of [0.5, 0.97, 0.1, 0.75, 0.749]) {
      book.speech.seekToOffset(Math.floor(bookText.length * part));
      await expectInBand(book);
      expectNoHoles(book);
    }
  });

  it('leads back from afar, and says where to', async () => {
    const book = await showBook(scroll);
    const offset = startOfParagraph(600);
    book.speech.seekToOffset(offset);
    await expectInBand(book);
    for (const [delta, direction] of [
      [-60_000, 'down'],
      [90_000, 'up'],
    ] as const) {
      await userEvent.wheel(book.transcript, { delta: { y: Math.sign(delta) * 200 } });
      await expect.element(button()).toBeVisible();
      book.scrollBy(delta);
      await expect.element(button()).toHaveAttribute('data-direction', direction);
      expect(book.rectOf(offset)?.top ?? Number.NaN).not.toBeCloseTo(0);
      await button().click();
      await expectInBand(book);
      expect(button().query()).toBeNull();
    }
  });

  it('goes through a paragraph that is taller than the view, and out of it', async () => {
    const book = await showBook(scroll);
    const tall = bookParagraphs.findIndex((text, index) => index > 800 && text.length > 1900);
    const [start, length] = [startOfParagraph(tall), bookParagraphs[tall]?.length ?? 0];
    for (const part of [0, 0.3, 0.6, 0.99, 1.02, 0.5]) {
      book.speech.seekToOffset(Math.floor(start + part * length));
      await expectInBand(book);
    }
  });

  it('plays from a place that was not in the DOM, and keeps it in view', async () => {
    const { relay } = createStandIn();
    const speech = createSpeech({ text: bookText, voiceId }, { relay, document: createDocument() });
    const book = await showBook(scroll, speech);
    const from = startOfParagraph(777);
    speech.seekToOffset(from);
    speech.setPlaybackRate(3);
    speech.play();
    await expect.poll(() => speech.litOffset(), { timeout: 20_000 }).toBeGreaterThan(from + 20);
    const shares: number[] = [];
    for (let offset = from; offset < from + 150; offset = speech.litOffset() ?? offset) {
      await frames(1);
      // Between two paragraphs there is nothing to be seen.
      if (bookText[offset] !== '\n') shares.push(book.shareOf(offset));
    }
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(Math.max(...shares)).toBeLessThan(0.75);
    expect(state(book)).toBe('following');
  }, 60_000);
});
