import { createDocument, createSpeech, HighlightedTranscript } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { bookParagraphs, frames, voiceId } from '../helpers/book-page.js';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(async () => {
  await cleanup();
  window.scrollTo(0, 0);
});

/** A text that comes paragraph by paragraph, when it is let. */
function writing() {
  const pieces: string[] = [];
  let wake = (): void => {};
  async function* text(): AsyncGenerator<string, void, undefined> {
    for (;;) {
      const piece = pieces.shift();
      if (piece !== undefined) yield piece;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    text: text(),
    write(...more: string[]) {
      pieces.push(...more);
      wake();
    },
  };
}

describe.each(['never', 'always'] as const)('a text that is still being written, virtual: %s', (virtualize) => {
  async function show() {
    const { relay } = createStandIn();
    const { text, write } = writing();
    write(...bookParagraphs.slice(0, 12).map((paragraph) => `${paragraph}\n\n`));
    const speech = createSpeech({ text, voiceId }, { relay, document: createDocument() });
    const { container } = await render(<HighlightedTranscript speech={speech} virtualize={virtualize} />);
    const transcript = container.querySelector<HTMLElement>('.readalong-transcript');
    if (!transcript) throw new Error('The transcript is not there.');
    speech.setPlaybackRate(0.5);
    speech.play();
    await expect.poll(() => lit(transcript), { timeout: 15_000 }).not.toBe('');
    speech.pause();
    await expect.poll(() => transcript.textContent).toContain('Number 3 ');
    await frames(5);
    return { speech, write, transcript };
  }
  const boxOf = (transcript: Element) => transcript.querySelector('.readalong-caret-box')?.getBoundingClientRect().top;

  it('keeps the caret where it is, and what is heard lit', async () => {
    const { speech, write, transcript } = await show();
    transcript.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await frames(2);
    const [ring, word] = [boxOf(transcript), lit(transcript)];
    expect(ring).toBeDefined();
    const length = speech.getSnapshot().timeline.text.length;
    write(...bookParagraphs.slice(12, 60).map((paragraph) => `${paragraph}\n\n`));
    speech.play();
    await expect.poll(() => speech.getSnapshot().timeline.text.length, { timeout: 15_000 }).toBeGreaterThan(length);
    speech.pause();
    await frames(5);
    expect(boxOf(transcript)).toBeCloseTo(ring ?? Number.NaN, 0);
    expect(word).not.toBe('');
    expect(lit(transcript)).not.toBe('');
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    await frames(2);
    expect(boxOf(transcript)).toBeGreaterThan(ring ?? Number.NaN);
  }, 60_000);
});
