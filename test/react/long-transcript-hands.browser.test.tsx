import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { bookText, firstInView, frames, showBook, startOfParagraph } from '../helpers/book-page.js';
import { lit } from '../helpers/lit.js';

afterEach(async () => {
  await cleanup();
  window.scrollTo(0, 0);
  getSelection()?.removeAllRanges();
});

function copied(target: Element): string {
  const data = new DataTransfer();
  target.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData('text/plain');
}

const textOf = (paragraph: Element | null | undefined): Text => {
  const node = paragraph?.firstChild;
  if (!(node instanceof Text)) throw new Error('There is no text.');
  return node;
};

describe('the reader’s hands on a text as long as a book', () => {
  it('send the voice to the character that was pressed', async () => {
    const book = await showBook('own');
    book.scrollBy(5000);
    await frames(5);
    const paragraph = firstInView(book).nextElementSibling;
    if (!paragraph) throw new Error('There is no second paragraph.');
    await userEvent.click(paragraph, { position: { x: 10, y: 10 } });
    await expect.poll(() => lit(book.transcript)).toBe('Number');
    expect(book.speech.currentOffset()).toBe(startOfParagraph(Number(paragraph.getAttribute('data-paragraph'))));
  });

  it('see the word under the pointer, in paragraphs that have come since', async () => {
    const book = await showBook('own');
    book.follow.scrollToOffset(startOfParagraph(803));
    await frames(3);
    const paragraph = book.transcript.querySelector('[data-paragraph="803"]');
    if (!paragraph) throw new Error('The paragraph is not there.');
    await userEvent.hover(paragraph, { position: { x: 10, y: 10 } });
    await expect.poll(() => [...(CSS.highlights.get('readalong-hover') ?? [])].join('')).toBe('Number');
  });

  it.each(['own', 'page'] as const)(
    'go to both ends and by paragraph with the keyboard, in the scroller: %s',
    async (scroll) => {
      const book = await showBook(scroll);
      book.transcript.focus();
      const ringAt = async (offset: number) => {
        await expect.poll(() => book.transcript.querySelector('.readalong-caret-box')).not.toBeNull();
        const near = () => {
          const ring = book.transcript.querySelector('.readalong-caret-box')?.getBoundingClientRect();
          const letter = book.rectOf(offset);
          return ring && letter ? Math.abs(ring.top - letter.top) + Math.abs(ring.left - letter.left) : Number.NaN;
        };
        await expect.poll(near).toBeLessThan(12);
        await expect.poll(() => book.shareOf(offset)).toBeGreaterThan(0);
        await expect.poll(() => book.shareOf(offset)).toBeLessThan(1);
      };
      await userEvent.keyboard('{End}');
      await ringAt(bookText.lastIndexOf(' ') + 1);
      await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
      await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
      await ringAt(startOfParagraph(1198));
      await userEvent.keyboard('{Home}');
      await ringAt(0);
      await userEvent.keyboard('{End}{Enter}');
      expect(book.speech.currentOffset()).toBe(bookText.lastIndexOf(' ') + 1);
    },
  );

  it('light the same word again when its paragraph comes back', async () => {
    const book = await showBook('own');
    book.speech.seekToOffset(startOfParagraph(300));
    await expect.poll(() => lit(book.transcript)).toBe('Number');
    book.follow.scrollToOffset(startOfParagraph(900));
    await frames(5);
    expect(book.rectOf(startOfParagraph(300))).toBeNull();
    expect(lit(book.transcript)).toBe('');
    book.follow.scrollToOffset(startOfParagraph(300));
    await expect.poll(() => lit(book.transcript)).toBe('Number');
    const pill = [...book.transcript.querySelectorAll<HTMLElement>('.readalong-pill')].find(
      (box) => getComputedStyle(box).visibility === 'visible',
    );
    await frames(20);
    const [box, letter] = [pill?.getBoundingClientRect(), book.rectOf(startOfParagraph(300))];
    expect(Math.abs((box?.top ?? 0) - (letter?.top ?? Number.NaN))).toBeLessThan(12);
  });
});

describe.each(['own', 'page'] as const)('a selection in a text as long as a book, in the scroller: %s', (scroll) => {
  it('stays while its paragraphs are out of sight, and all of it is copied', async () => {
    const book = await showBook(scroll);
    const first = textOf(book.paragraphs()[0]);
    document.getSelection()?.setBaseAndExtent(first, 0, first, 6);
    await frames(2);
    for (let step = 0; step < 12; step++) {
      book.scrollBy(800);
      await frames(2);
    }
    const last = firstInView(book);
    document.getSelection()?.extend(textOf(last), 8);
    await frames(2);
    const end = startOfParagraph(Number(last.dataset.paragraph)) + 8;
    expect(copied(last)).toBe(bookText.slice(0, end));
    expect(document.getSelection()?.anchorNode).toBe(first);
    expect(document.getSelection()?.focusNode).toBe(last.firstChild);
  });

  it('of the whole page is copied with what stands before and behind', async () => {
    const book = await showBook(scroll);
    book.follow.scrollToOffset(bookText.length >> 1);
    await frames(3);
    const page = book.box.parentElement ?? document.body;
    document.getSelection()?.selectAllChildren(page);
    await frames(2);
    const [before, after] = copied(page).split(bookText);
    expect(before?.split(/\n+/)).toEqual(['Of any height', 'A preface.', '']);
    expect(after).toBe('');
    expect(document.getSelection()?.isCollapsed).toBe(false);
  });
});
