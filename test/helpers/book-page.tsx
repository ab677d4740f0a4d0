import {
  createSpeech,
  type Follow,
  FollowButton,
  HighlightedTranscript,
  type Speech,
  useFollow,
} from 'react-readalong';
import { expect } from 'vitest';
import { render } from 'vitest-browser-react';

const WORDS = 'old man came down the steps and lit lamps along river one after another until it was night'.split(' ');

/** Paragraphs of one line and of thirty, in narrow, wide and Chinese letters, no two alike: no guess at their heights is right. */
export const bookParagraphs: readonly string[] = Array.from({ length: 1200 }, (_, index) => {
  const length = [6, 12, 40, 90, 300][(index * 7 + (index >> 3)) % 5] ?? 40;
  const words = Array.from({ length }, (_, at) => WORDS[(at * 5 + index) % WORDS.length]).join(' ');
  const letters = index % 6 === 1 ? words.toUpperCase() : index % 11 === 5 ? '老人走下台阶。'.repeat(length) : words;
  return `Number ${index} ${letters}.`;
});

export const bookText = bookParagraphs.join('\n\n');

const starts: readonly number[] = bookParagraphs.map((_, index) => bookText.indexOf(`Number ${index} `));

/** UTF-16 offset at which a paragraph begins. */
export const startOfParagraph = (index: number): number => starts[index] ?? Number.NaN;

export const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

export const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

export type Scroll = 'own' | 'page';

/** A book that is shown, below a title, in a scroller of its own or in the page's. */
export interface BookPage {
  readonly speech: Speech;
  readonly follow: Follow;
  readonly box: HTMLElement;
  readonly transcript: HTMLElement;
  scrollBy(top: number): void;
  view(): { readonly top: number; readonly bottom: number };
  /** The paragraphs in the DOM. */
  paragraphs(): HTMLElement[];
  /** Where a character is, in client pixels, or null where it is not in the DOM. */
  rectOf(offset: number): DOMRect | null;
  /** How far down the view the middle of a character's line is, as a share of its height; NaN where it is not in the DOM. */
  shareOf(offset: number): number;
}

export async function showBook(scroll: Scroll, given?: Speech): Promise<BookPage> {
  let follow: Follow | undefined;
  const speech = given ?? createSpeech({ text: bookText, voiceId });
  function Page() {
    follow = useFollow();
    return (
      <>
        <h1>Of any height</h1>
        <div data-testid="box" style={scroll === 'own' ? { blockSize: 400, overflowY: 'auto' } : {}}>
          <p style={{ blockSize: 150 }}>A preface.</p>
          <HighlightedTranscript speech={speech} follow={follow} />
        </div>
        <div style={{ position: 'fixed', insetBlockEnd: 0 }}>
          <FollowButton follow={follow} />
        </div>
      </>
    );
  }
  const { container } = await render(<Page />);
  const box = theOne(container, '[data-testid=box]');
  const transcript = theOne(container, '.readalong-transcript');
  if (!follow) throw new Error('The page did not render.');
  await expect.poll(() => transcript.querySelector('.readalong-sheet p')).not.toBeNull();
  const scroller = scroll === 'own' ? box : document.documentElement;

  function view() {
    const { top } = box.getBoundingClientRect();
    return scroll === 'own' ? { top, bottom: top + 400 } : { top: 0, bottom: window.innerHeight };
  }
  function rectOf(offset: number): DOMRect | null {
    const index = starts.findLastIndex((start) => start <= offset);
    const node = transcript.querySelector(`[data-paragraph="${index}"]`)?.firstChild;
    const at = offset - startOfParagraph(index);
    if (!(node instanceof Text) || at < 0 || at >= node.length) return null;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  }
  return {
    speech,
    follow,
    box,
    transcript,
    view,
    rectOf,
    scrollBy: (top) => scroller.scrollBy({ top, behavior: 'instant' }),
    paragraphs: () => [...transcript.querySelectorAll<HTMLElement>('.readalong-sheet > p')],
    shareOf(offset) {
      const rect = rectOf(offset);
      const { top, bottom } = view();
      return rect ? (rect.top + rect.height / 2 - top) / (bottom - top) : Number.NaN;
    },
  };
}

function theOne(container: Element, selector: string): HTMLElement {
  const found = container.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** The first paragraph that is seen. */
export function firstInView(book: BookPage): HTMLElement {
  const { top, bottom } = book.view();
  const found = book.paragraphs().find((paragraph) => {
    const rect = paragraph.getBoundingClientRect();
    return rect.bottom > top + 1 && rect.top < bottom;
  });
  if (!found) throw new Error('The view is empty.');
  return found;
}

/** What is seen is text without holes: each paragraph begins where the one before it ends. */
export function expectNoHoles(book: BookPage): void {
  const { top, bottom } = book.view();
  const seen = book.paragraphs().filter((paragraph) => {
    const rect = paragraph.getBoundingClientRect();
    return rect.bottom > top && rect.top < bottom;
  });
  for (const [index, paragraph] of seen.entries()) {
    const next = seen[index + 1];
    if (!next) continue;
    const gap = next.getBoundingClientRect().top - paragraph.getBoundingClientRect().bottom;
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(40);
    expect(Number(next.dataset.paragraph)).toBe(Number(paragraph.dataset.paragraph) + 1);
  }
  const last = seen.at(-1);
  if (last?.dataset.paragraph !== `${bookParagraphs.length - 1}`)
    expect(last?.getBoundingClientRect().bottom).toBeGreaterThan(bottom - 40);
}
