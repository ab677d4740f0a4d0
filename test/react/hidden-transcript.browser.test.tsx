import { StrictMode, useMemo } from 'react';
import { createSpeech, HighlightedTranscript, type HighlightedTranscriptProps } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import {
  type BookPage,
  bookText,
  expectNoHoles,
  firstInView,
  frames,
  showBook,
  voiceId,
} from '../helpers/book-page.js';
import { lit } from '../helpers/lit.js';

const errors: string[] = [];
const onError = ({ message }: ErrorEvent) => errors.push(message);

afterEach(async () => {
  await cleanup();
  window.scrollTo(0, 0);
  removeEventListener('error', onError);
  errors.length = 0;
});

/** The paragraph at the top of the view, and how far above it that begins. */
function placeOf(book: BookPage): { index: string | undefined; above: number } {
  const first = firstInView(book);
  return { index: first.dataset.paragraph, above: book.view().top - first.getBoundingClientRect().top };
}

function expectSamePlace(book: BookPage, before: ReturnType<typeof placeOf>): void {
  const now = placeOf(book);
  expect(now.index).toBe(before.index);
  expect(Math.abs(now.above - before.above)).toBeLessThan(2);
}

describe('a long text', () => {
  it.each(['box', 'transcript'] as const)(
    'is where it was when its %s was hidden and is shown again',
    async (which) => {
      addEventListener('error', onError);
      const book = await showBook('own');
      book.scrollBy(30_000);
      await frames(6);
      const before = placeOf(book);
      book[which].style.display = 'none';
      await frames(6);
      book[which].style.display = '';
      await frames(6);
      expectSamePlace(book, before);
      expectNoHoles(book);
      expect(errors).toEqual([]);
    },
  );

  it('is where it was when it was hidden and is shown again in a narrower column', async () => {
    const book = await showBook('own');
    book.scrollBy(30_000);
    await frames(6);
    const before = placeOf(book);
    book.box.style.display = 'none';
    await frames(6);
    Object.assign(book.box.style, { display: '', inlineSize: '300px' });
    await frames(6);
    expect(placeOf(book).index).toBe(before.index);
    expectNoHoles(book);
  });

  it('is laid out when it is shown for the first time', async () => {
    addEventListener('error', onError);
    const speech = createSpeech({ text: bookText, voiceId });
    const { container } = await render(
      <div data-testid="box" style={{ blockSize: 400, overflow: 'auto', display: 'none' }}>
        <HighlightedTranscript speech={speech} virtualize="always" />
      </div>,
    );
    const box = container.querySelector<HTMLElement>('[data-testid=box]');
    await expect.poll(() => container.querySelector('.readalong-sheet')).not.toBeNull();
    await frames(6);
    box?.style.setProperty('display', 'block');
    const paragraphs = () => [...container.querySelectorAll('.readalong-sheet > p')];
    await expect.poll(() => paragraphs().length).toBeGreaterThan(2);
    await frames(3);
    expect(paragraphs().length).toBeLessThan(100);
    expect(paragraphs().at(-1)?.getBoundingClientRect().bottom).toBeGreaterThan(
      box?.getBoundingClientRect().bottom ?? 0,
    );
    speech.seekToOffset(8);
    await expect.poll(() => lit(container)).toBe('0');
    expect(errors).toEqual([]);
  });

  it.each(['own', 'page'] as const)('is where it was after it was printed, in the scroller: %s', async (scroll) => {
    const book = await showBook(scroll);
    book.scrollBy(30_000);
    await frames(6);
    // Between two paragraphs nothing stands at the top of the view.
    const first = firstInView(book);
    book.scrollBy(Math.round(first.getBoundingClientRect().bottom - book.view().top) + 4);
    await frames(6);
    const before = placeOf(book);
    for (let time = 0; time < 3; time++) {
      dispatchEvent(new Event('beforeprint'));
      await frames(2);
      dispatchEvent(new Event('afterprint'));
      await frames(6);
      expectSamePlace(book, before);
    }
    expectNoHoles(book);
  });

  it('shows its text when an app renders its words no more, and again', async () => {
    const bold = ({ text }: { text: string }) => <b>{text}</b>;
    function Page({ words }: { words: HighlightedTranscriptProps['children'] }) {
      const speech = useMemo(() => createSpeech({ text: bookText, voiceId }), []);
      return (
        <div style={{ blockSize: 400, overflow: 'auto' }}>
          <button type="button" onClick={() => speech.seekToOffset(8)}>
            Go
          </button>
          <HighlightedTranscript speech={speech} virtualize="always">
            {words}
          </HighlightedTranscript>
        </div>
      );
    }
    const page = (words: HighlightedTranscriptProps['children']) => (
      <StrictMode>
        <Page words={words} />
      </StrictMode>
    );
    const { container, rerender } = await render(page(bold));
    const first = () => container.querySelector('.readalong-sheet p');
    await expect.poll(() => first()?.querySelector('b')?.textContent).toBe('Number');
    container.querySelector('button')?.click();
    await rerender(page(undefined));
    await expect.poll(() => lit(container)).toBe('0');
    const paragraph = bookText.slice(0, bookText.indexOf('\n'));
    expect([first()?.textContent, first()?.hasAttribute('data-words')]).toEqual([paragraph, false]);
    await rerender(page(bold));
    await expect.poll(() => container.querySelector('[data-state=current]')?.textContent).toBe('0');
    expect([first()?.textContent, first()?.hasAttribute('data-words')]).toEqual([paragraph, true]);
  });
});
