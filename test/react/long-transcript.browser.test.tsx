import fc from 'fast-check';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { createSpeech, type Follow, HighlightedTranscript, useFollow } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import {
  type BookPage,
  bookParagraphs,
  bookText,
  expectNoHoles,
  firstInView,
  frames,
  showBook,
  startOfParagraph,
  voiceId,
} from '../helpers/book-page.js';

afterEach(async () => {
  await cleanup();
  window.scrollTo(0, 0);
  vi.restoreAllMocks();
});

const LAST = bookText.length - 1;

describe.each(['own', 'page'] as const)('a text as long as a book, in the scroller: %s', (scroll) => {
  it('has only the paragraphs near the view in the DOM', async () => {
    const book = await showBook(scroll);
    expect(book.paragraphs().length).toBeLessThan(60);
    expect(book.paragraphs()[0]?.textContent).toBe(bookParagraphs[0]);
    expectNoHoles(book);
  });

  it('goes from any character to any other at once, and stands still there', async () => {
    const book = await showBook(scroll);
    for (const offset of fc.sample(fc.nat(LAST), 20)) {
      book.follow.scrollToOffset(offset);
      await expect.poll(() => book.shareOf(offset)).toBeGreaterThan(0);
      await expect.poll(() => book.shareOf(offset)).toBeLessThan(1);
      await frames(3);
      const before = book.rectOf(offset)?.top ?? Number.NaN;
      await frames(5);
      expect(Math.abs((book.rectOf(offset)?.top ?? Number.NaN) - before)).toBeLessThanOrEqual(1);
      expectNoHoles(book);
    }
  });

  it('goes a page up smoothly through paragraphs that nobody has seen, and arrives', async () => {
    const book = await showBook(scroll);
    book.follow.scrollToOffset(startOfParagraph(700));
    await expect.poll(() => book.shareOf(startOfParagraph(700))).toBeGreaterThan(0.3);
    await frames(3);
    for (const index of [698, 696, 694, 692]) {
      const offset = startOfParagraph(index);
      book.follow.scrollToOffset(offset);
      await expect.poll(() => book.shareOf(offset)).toBeGreaterThan(0.3);
      await expect.poll(() => book.shareOf(offset)).toBeLessThan(0.67);
    }
  });

  it('moves by what was scrolled, also upwards through paragraphs that nobody has seen', async () => {
    const book = await showBook(scroll);
    book.follow.scrollToOffset(Math.floor(LAST * 0.6));
    await frames(5);
    for (let step = 0; step < 60; step++) {
      const delta = step < 40 ? -170 : 230;
      const paragraph = firstInView(book);
      const before = paragraph.getBoundingClientRect().top;
      book.scrollBy(delta);
      await frames(2);
      expect(paragraph.isConnected).toBe(true);
      expect(Math.abs(before - delta - paragraph.getBoundingClientRect().top)).toBeLessThanOrEqual(1);
      expectNoHoles(book);
    }
  });

  it('stands still when a paragraph above the view becomes higher or lower', async () => {
    const book = await showBook(scroll);
    book.follow.scrollToOffset(LAST >> 1);
    await frames(5);
    const seen = firstInView(book).nextElementSibling;
    const above = book.paragraphs()[0];
    if (!seen || !above) throw new Error('There is nothing to compare.');
    expect(above.getBoundingClientRect().bottom).toBeLessThan(book.view().top);
    for (const blockSize of ['500px', '20px', '']) {
      const before = seen.getBoundingClientRect().top;
      above.style.blockSize = blockSize;
      await frames(3);
      expect(Math.abs(seen.getBoundingClientRect().top - before)).toBeLessThanOrEqual(1);
    }
  });

  it('comes to its very end, and back to its beginning', async () => {
    const book = await showBook(scroll);
    book.scrollBy(1e7);
    await expect.poll(() => book.paragraphs().at(-1)?.textContent).toBe(bookParagraphs.at(-1));
    await frames(5);
    book.scrollBy(1e7);
    await frames(2);
    expectNoHoles(book);
    book.scrollBy(-1e7);
    await expect.poll(() => book.paragraphs()[0]?.textContent).toBe(bookParagraphs[0]);
    await frames(5);
    expect(book.transcript.getBoundingClientRect().top).toBeGreaterThan(book.view().top);
  });

  it('has no more in the DOM after it was read through', async () => {
    const book = await showBook(scroll);
    const nodes = () => count(book.transcript);
    let most = 0;
    for (let index = 0; index < bookParagraphs.length; index += 15) {
      book.follow.scrollToOffset(startOfParagraph(index));
      await frames(1);
      most = Math.max(most, nodes());
    }
    expect(most).toBeLessThan(400);
  });

  it('keeps the same line at the top of the view when the column or the letters change', async () => {
    const book = await showBook(scroll);
    const errors: string[] = [];
    const listen = ({ message }: ErrorEvent) => errors.push(message);
    window.addEventListener('error', listen);
    book.follow.scrollToOffset(startOfParagraph(605));
    await frames(5);
    for (const style of ['inline-size: 260px', 'inline-size: 700px', 'font-size: 150%', '']) {
      const { top } = book.view();
      const offset = offsetAtTop(book);
      book.transcript.style.cssText = style;
      await frames(10);
      const line = book.rectOf(offset);
      expect(Math.abs((line?.top ?? Number.NaN) - top)).toBeLessThan(3 * 36);
      expectNoHoles(book);
    }
    window.removeEventListener('error', listen);
    expect(errors).toEqual([]);
  });
});

/** The character at the top of the view. */
function offsetAtTop(book: BookPage): number {
  const { top } = book.view();
  const paragraph = firstInView(book);
  const start = startOfParagraph(Number(paragraph.dataset.paragraph));
  for (let offset = start; offset < start + (paragraph.textContent?.length ?? 0); offset++)
    if ((book.rectOf(offset)?.bottom ?? 0) > top) return offset;
  throw new Error('Nothing is at the top of the view.');
}

function count(element: Element): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL);
  let nodes = 0;
  while (walker.nextNode()) nodes++;
  return nodes;
}

it('is at a place that was asked for before it could be shown', async () => {
  let follow: Follow | undefined;
  const speech = createSpeech({ text: bookText, voiceId });
  function Page() {
    follow = useFollow();
    return <HighlightedTranscript speech={speech} follow={follow} />;
  }
  const { container } = await render(<Page />);
  follow?.scrollToOffset(startOfParagraph(900));
  await expect
    .poll(() => container.querySelector('[data-paragraph="900"]')?.getBoundingClientRect().top)
    .toBeLessThan(window.innerHeight);
});

it('is printed whole', async () => {
  const book = await showBook('page');
  window.dispatchEvent(new Event('beforeprint'));
  expect(book.paragraphs().length).toBe(bookParagraphs.length);
  window.dispatchEvent(new Event('afterprint'));
  expect(book.paragraphs().length).toBeLessThan(60);
});

it('is in the DOM whole below 120 000 characters, where the browser finds words in it', async () => {
  const speech = createSpeech({ text: bookText.slice(0, 119_000), voiceId });
  const { container } = await render(<HighlightedTranscript speech={speech} />);
  expect(container.querySelectorAll('p').length).toBeGreaterThan(100);
  expect(container.querySelector('.readalong-sheet')).toBeNull();
});

it('comes whole from a server, hydrates in silence, and stands still when it becomes virtual', async () => {
  const speech = createSpeech({ text: bookText, voiceId });
  const app = <HighlightedTranscript speech={speech} lang="en" />;
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const container = document.createElement('div');
  container.innerHTML = renderToString(app);
  document.body.append(container);
  expect([...container.querySelectorAll('p')].map((p) => p.textContent)).toEqual(bookParagraphs);
  expect(container.querySelector('span')).toBeNull();
  window.scrollTo(0, 40_000);
  const at = () => document.elementFromPoint(60, 200);
  const [paragraph, top] = [at()?.textContent, at()?.getBoundingClientRect().top ?? Number.NaN];
  const root = hydrateRoot(container, app);
  await expect.poll(() => container.querySelector('.readalong-sheet p')).not.toBeNull();
  await frames(5);
  expect(container.querySelectorAll('p').length).toBeLessThan(80);
  expect(at()?.textContent).toBe(paragraph);
  expect(Math.abs((at()?.getBoundingClientRect().top ?? Number.NaN) - top)).toBeLessThanOrEqual(1);
  expect(complaints.mock.calls).toEqual([]);
  root.unmount();
  container.remove();
});
