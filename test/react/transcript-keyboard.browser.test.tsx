import {
  createSpeech,
  FollowButton,
  HighlightedTranscript,
  playRange,
  type TextRange,
  useFollow,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(async () => {
  await cleanup();
  getSelection()?.removeAllRanges();
});

const english = 'One two. Three four five.\n\nSix seven! Eight?\n\nNine ten.';
const hebrew = 'אחת שתיים. שלוש ארבע.\n\nחמש שש.';
const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

async function show(text: string, options: { onSelectRange?(range: TextRange | null): void; lang?: string } = {}) {
  const { relay, calls } = createStandIn();
  const speech = createSpeech({ text, voiceId }, { relay });
  function Page() {
    const follow = useFollow();
    return (
      <>
        <button type="button">Before</button>
        <HighlightedTranscript speech={speech} follow={follow} {...options} />
        <FollowButton follow={follow} />
        <button type="button">After</button>
      </>
    );
  }
  const { container } = await render(<Page />);
  const transcript = container.querySelector<HTMLElement>('.readalong-transcript');
  if (!transcript) throw new Error('The transcript is not there.');
  return { speech, calls, transcript };
}

/** The words under the ring of the caret, found by where it is drawn. */
function ringed(transcript: Element): string {
  const rings = [...transcript.querySelectorAll('.readalong-caret-box')].map((box) => box.getBoundingClientRect());
  let words = '';
  for (const { firstChild: node } of transcript.querySelectorAll('p')) {
    for (let i = 0; node instanceof Text && i < node.length; i++) {
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (rings.some((ring) => x > ring.left && x < ring.right && y > ring.top && y < ring.bottom))
        words += node.data[i];
    }
  }
  return words;
}

/** Presses keys one after another and reads the ring after each. */
async function walk(transcript: Element, keys: readonly string[]): Promise<string[]> {
  const words: string[] = [];
  for (const key of keys) {
    await userEvent.keyboard(key);
    words.push(ringed(transcript));
  }
  return words;
}

describe('the keyboard in a transcript', () => {
  it('stops there once on its way through the page', async () => {
    const { transcript } = await show(english);
    await page.getByRole('button', { name: 'Before' }).click();
    await userEvent.tab();
    expect(document.activeElement).toBe(transcript);
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it('goes by word, sentence and paragraph, and to both ends', async () => {
    const { transcript } = await show(english);
    await page.getByRole('button', { name: 'Before' }).click();
    await userEvent.tab();
    const words = await walk(transcript, ['{ArrowRight}', '{ArrowRight}', '{ArrowRight}', '{ArrowLeft}']);
    expect(words).toEqual(['One', 'two.', 'Three', 'two.']);
    expect(await walk(transcript, ['{ArrowDown}', '{ArrowDown}', '{ArrowUp}'])).toEqual(['Three', 'Six', 'Three']);
    const paragraphs = [
      '{Control>}{ArrowDown}{/Control}',
      '{Control>}{ArrowDown}{/Control}',
      '{Control>}{ArrowUp}{/Control}',
    ];
    expect(await walk(transcript, paragraphs)).toEqual(['Six', 'Nine', 'Six']);
    expect(await walk(transcript, ['{End}', '{ArrowRight}', '{Home}', '{ArrowLeft}'])).toEqual([
      'ten.',
      'ten.',
      'One',
      'One',
    ]);
  });

  it('goes the way the line runs from right to left', async () => {
    const { transcript } = await show(hebrew, { lang: 'he' });
    await page.getByRole('button', { name: 'Before' }).click();
    await userEvent.tab();
    const words = await walk(transcript, [
      '{Home}',
      '{ArrowLeft}',
      '{ArrowLeft}',
      '{ArrowRight}',
      '{ArrowDown}',
      '{End}',
    ]);
    expect(words).toEqual(['אחת', 'שתיים.', 'שלוש', 'שתיים.', 'שלוש', 'שש.']);
  });

  it('plays from the caret with Enter, and goes back to the voice with Escape', async () => {
    const { speech, transcript } = await show(english);
    transcript.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(ringed(transcript)).toBe('Six');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => lit(transcript)).toBe('Six');
    expect(ringed(transcript)).toBe('');
    speech.pause();
    await userEvent.keyboard('{Home}');
    expect(ringed(transcript)).toBe('One');
    await userEvent.keyboard('{Escape}');
    expect(ringed(transcript)).toBe('');
    const words = english.split(/\s+/);
    await userEvent.keyboard('{ArrowRight}');
    expect(ringed(transcript)).toBe(words[words.indexOf(lit(transcript)) + 1]);
  });

  it('leaves Tab, Space, Page keys and letters to the page', async () => {
    const { transcript } = await show(english);
    transcript.focus();
    const taken: string[] = [];
    transcript.addEventListener('keydown', (event) =>
      queueMicrotask(() => event.defaultPrevented && taken.push(event.key)),
    );
    for (const key of [' ', 'PageDown', 'PageUp', 'a', '/', 'F3'])
      transcript.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await Promise.resolve();
    expect(taken).toEqual([]);
  });

  it('says where the voice is only when it is asked', async () => {
    const { speech, transcript } = await show(english);
    const status = page.getByRole('status');
    speech.seekToOffset(english.indexOf('four'));
    await expect.poll(() => lit(transcript)).toBe('four');
    expect(transcript.querySelector('[role=status], [role=log], [aria-live]')).toBeNull();
    transcript.focus();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await expect.element(status).toHaveTextContent('At “four”, in: Three four five.');
    speech.seekToOffset(english.indexOf('Nine'));
    await expect.poll(() => lit(transcript)).toBe('Nine');
    await expect.element(status).toHaveTextContent('At “four”, in: Three four five.');
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    await expect.element(page.getByRole('document')).toHaveAccessibleDescription('At “Nine”, in: Nine ten.');
    speech.seekToOffset(0);
    await expect.poll(() => lit(transcript)).toBe('One');
    expect(transcript.getAttribute('aria-description')).toContain('Nine');
  });

  it('selects with Shift, and Enter plays what is selected, to its end and no further', async () => {
    const { speech, transcript } = await show(english);
    transcript.focus();
    await userEvent.keyboard('{Home}{ArrowDown}{Shift>}{ArrowRight}{/Shift}');
    expect(getSelection()?.toString()).toBe('Three four');
    await userEvent.keyboard('{Enter}');
    const heard = new Set<string>();
    const stop = speech.subscribeFrames(() => heard.add(lit(transcript)));
    await expect.poll(() => speech.getSnapshot().status, { timeout: 15_000 }).toBe('playing');
    await expect.poll(() => speech.getSnapshot().status, { timeout: 15_000 }).toBe('paused');
    stop();
    expect([...heard].filter(Boolean)).not.toContain('two.');
    expect([...heard]).toEqual(expect.arrayContaining(['Three', 'four']));
    const end = english.indexOf('four') + 'four'.length;
    expect(speech.currentOffset()).toBeGreaterThanOrEqual(end);
    expect(speech.currentOffset()).toBeLessThan(end + 3);
  });
});

describe('a pointer in a transcript', () => {
  const wordBox = (transcript: Element, paragraph: number, start: number, end: number) => {
    const node = transcript.querySelectorAll('p')[paragraph]?.firstChild;
    if (!node) throw new Error('There is no such paragraph.');
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, left, right: left + width };
  };
  const hovered = () => [...(CSS.highlights.get('readalong-hover') ?? [])].map(String);
  const at = (transcript: Element, { x, y }: { x: number; y: number }) => {
    const { left, top } = transcript.getBoundingClientRect();
    return { position: { x: x - left, y: y - top } };
  };

  it('shows the word that a click would go to, with at most one look a frame', async () => {
    const { transcript } = await show(english);
    await userEvent.hover(transcript, at(transcript, wordBox(transcript, 1, 4, 9)));
    await expect.poll(hovered).toEqual(['seven!']);
    await page.getByRole('button', { name: 'Before' }).hover();
    await expect.poll(hovered).toEqual([]);
    const finger = { bubbles: true, pointerType: 'touch', clientX: 30, clientY: 60 };
    transcript.dispatchEvent(new PointerEvent('pointermove', finger));
    await new Promise(requestAnimationFrame);
    expect(hovered()).toEqual([]);
  });

  it('keeps a selection through fifty words, and copies it with its paragraphs', async () => {
    const { speech, transcript } = await show(english);
    const [first, second] = transcript.querySelectorAll('p');
    if (!first?.firstChild || !second?.firstChild) throw new Error('There are no two paragraphs.');
    getSelection()?.setBaseAndExtent(first.firstChild, 9, second.firstChild, 10);
    for (let i = 0; i < 50; i++) {
      speech.seekToOffset(english.indexOf(['One', 'five', 'seven', 'Nine'][i % 4] ?? 'One'));
      await new Promise(requestAnimationFrame);
    }
    expect(getSelection()?.toString()).toBe('Three four five.\n\nSix seven!');
    await userEvent.copy();
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    await userEvent.paste();
    expect(field.value).toBe('Three four five.\n\nSix seven!');
    field.remove();
  });

  it('copies all of it as text alone, without what is there for screen readers', async () => {
    const { transcript } = await show(english);
    getSelection()?.selectAllChildren(transcript);
    expect(getSelection()?.toString().trim()).toBe(english);
  });

  it('does not go to a character that ends a selection, or takes one back', async () => {
    const { speech, transcript } = await show(english);
    const word = wordBox(transcript, 0, 9, 14);
    const [paragraph] = transcript.querySelectorAll('p');
    await userEvent.dragAndDrop(transcript, transcript, {
      sourcePosition: at(transcript, { x: word.left, y: word.y }).position,
      targetPosition: at(transcript, { x: word.right, y: word.y }).position,
    });
    expect(getSelection()?.toString()).toBe('Three');
    expect(speech.litOffset()).toBeNull();
    await userEvent.click(paragraph ?? transcript, { position: { x: 5, y: 10 } });
    expect(speech.litOffset()).toBeNull();
    await userEvent.click(paragraph ?? transcript, { position: { x: 5, y: 10 } });
    expect(speech.litOffset()).toBe(0);
  });

  it('tells an app what is selected, which may play it', async () => {
    const ranges: (TextRange | null)[] = [];
    const { speech, transcript, calls } = await show(english, { onSelectRange: (range) => ranges.push(range) });
    const [first] = transcript.querySelectorAll('p');
    if (!first?.firstChild) throw new Error('There is no paragraph.');
    getSelection()?.setBaseAndExtent(first.firstChild, 4, first.firstChild, 14);
    await expect.poll(() => ranges).toEqual([{ start: 4, end: 14 }]);
    expect(calls).toEqual([]);
    const [range] = ranges;
    if (!range) throw new Error('Nothing was selected.');
    playRange(speech, range);
    await expect.poll(() => speech.getSnapshot().status, { timeout: 15_000 }).toBe('playing');
    await expect.poll(() => speech.getSnapshot().status, { timeout: 15_000 }).toBe('paused');
    expect(speech.currentOffset()).toBeLessThan(17);
    getSelection()?.removeAllRanges();
    await expect.poll(() => ranges.at(-1)).toBeNull();
  });

  it('leaves a press alone that the app has handled', async () => {
    const { speech, transcript } = await show(english);
    transcript.addEventListener('click', (event) => event.preventDefault(), { capture: true });
    await userEvent.click(transcript, at(transcript, wordBox(transcript, 0, 4, 7)));
    expect(speech.litOffset()).toBeNull();
  });
});
