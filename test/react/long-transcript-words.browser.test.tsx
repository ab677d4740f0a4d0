import { StrictMode, useMemo } from 'react';
import { createSpeech, type Follow, HighlightedTranscript, useFollow } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { bookText, frames, startOfParagraph, voiceId } from '../helpers/book-page.js';
import { lit } from '../helpers/lit.js';

afterEach(async () => {
  await cleanup();
  vi.restoreAllMocks();
  window.scrollTo(0, 0);
});

const bold = ({ text }: { text: string }) => <b>{text}</b>;

async function show(text: string, virtualize: 'auto' | 'always' | 'never' = 'auto') {
  let follow: Follow | undefined;
  function Page({ shown, mode }: { shown: string; mode: typeof virtualize }) {
    follow = useFollow();
    const speech = useMemo(() => createSpeech({ text: shown, voiceId }), [shown]);
    return (
      <HighlightedTranscript speech={speech} follow={follow} virtualize={mode}>
        {bold}
      </HighlightedTranscript>
    );
  }
  const page = (shown: string, mode: typeof virtualize) => (
    <StrictMode>
      <Page shown={shown} mode={mode} />
    </StrictMode>
  );
  const { container, rerender } = await render(page(text, virtualize));
  return {
    container,
    follow: () => follow,
    show: (shown: string, mode: typeof virtualize) => rerender(page(shown, mode)),
  };
}

describe('words that an app renders, in a text as long as a book', () => {
  it('are elements in the paragraphs near the view, wherever that is', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { container, follow } = await show(bookText);
    await expect.poll(() => container.querySelector('.readalong-sheet b')?.textContent).toBe('Number');
    follow()?.scrollToOffset(startOfParagraph(800));
    await expect.poll(() => container.querySelector('[data-paragraph="800"] b')?.textContent).toBe('Number');
    const paragraph = container.querySelector('[data-paragraph="800"]');
    expect(paragraph?.textContent).toBe(bookText.slice(startOfParagraph(800), startOfParagraph(801) - 2));
    expect(container.querySelectorAll('b').length).toBeLessThan(6000);
    expect(complaints.mock.calls).toEqual([]);
  });
});

describe('a transcript that is given something else', () => {
  it('shows another text, another way, and the same one again', async () => {
    const { container, show: showNext } = await show(bookText, 'always');
    await expect.poll(() => container.querySelector('.readalong-sheet p')).not.toBeNull();
    await showNext('A short one.', 'always');
    await expect.poll(() => container.querySelector('.readalong-sheet')?.textContent).toBe('A short one.');
    await showNext('A short one.\n\nOf two.', 'never');
    await expect
      .poll(() => [...container.querySelectorAll('p')].map((p) => p.textContent).join('|'))
      .toBe('A short one.|Of two.');
    expect(container.querySelector('.readalong-sheet')).toBeNull();
    await showNext(bookText, 'auto');
    await expect.poll(() => container.querySelector('.readalong-sheet p')?.textContent).toContain('Number 0 ');
    await frames(3);
    const tops = [...container.querySelectorAll('.readalong-sheet > p')].map((p) => p.getBoundingClientRect().top);
    expect(tops.length).toBeGreaterThan(3);
    expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b));
    expect(lit(container)).toBe('');
  });
});
