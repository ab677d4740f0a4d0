import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { createSpeech, HighlightedTranscript, type HighlightedTranscriptProps, type Speech } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';

afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const prose = 'It was small wonder. Spring was moving in the air above, penetrating even his dark house.';
const hebrew = 'אחר כך בא איש זקן, נשא סולם, והדליק פנס אחד.';
const german = 'Die Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung gilt.';
const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

interface Shown {
  readonly speech: Speech;
  readonly transcript: HTMLElement;
  /** Goes to a character, and waits until it is shown. */
  goTo(offset: number): Promise<void>;
}

async function show(text: string, props: Partial<HighlightedTranscriptProps> = {}, width = 600): Promise<Shown> {
  const speech = createSpeech({ text, voiceId });
  const { container } = await render(
    <div style={{ inlineSize: width }}>
      <HighlightedTranscript speech={speech} {...props} />
    </div>,
  );
  const transcript = container.querySelector<HTMLElement>('.readalong-transcript');
  if (!transcript) throw new Error('There is no transcript.');
  await frame();
  return {
    speech,
    transcript,
    async goTo(offset) {
      speech.seekToOffset(offset);
      await frame();
      await frame();
    },
  };
}

/** The boxes that are seen. */
function pills(transcript: Element): DOMRect[] {
  return [...transcript.querySelectorAll('.readalong-pill')]
    .filter((box) => getComputedStyle(box).visibility === 'visible')
    .map((box) => box.getBoundingClientRect());
}

const fills = (transcript: Element): DOMRect[] =>
  [...transcript.querySelectorAll('.readalong-pill')]
    .filter((box) => getComputedStyle(box).visibility === 'visible')
    .flatMap((box) => [...box.children].map((child) => child.getBoundingClientRect()));

function rectsOf(transcript: Element, start: number, end: number): DOMRect[] {
  const node = transcript.querySelector('p')?.firstChild;
  if (!node) throw new Error('There is no text.');
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()];
}

const near = (actual: number | undefined, expected: number | undefined, by = 1) =>
  expect(
    Math.abs((actual ?? Number.NaN) - (expected ?? Number.NaN)),
    `${actual} is not ${expected}`,
  ).toBeLessThanOrEqual(by);

describe('the pill', () => {
  it('is the look of a transcript that asks for none', async () => {
    const { transcript } = await show(prose);
    expect(transcript.dataset.look).toBe('pill');
  });

  it('stands behind the word that is heard, and reaches a little beyond it', async () => {
    const { transcript, goTo } = await show(prose);
    expect(pills(transcript)).toEqual([]);
    for (const word of ['wonder', 'Spring', 'penetrating', 'house']) {
      const start = prose.indexOf(word);
      await goTo(start);
      const end = start + (/^\S+/.exec(prose.slice(start))?.[0].length ?? 0);
      const [rect] = rectsOf(transcript, start, end);
      // It glides there.
      await expect.poll(() => pills(transcript)[0]?.right).toBeCloseTo((rect?.right ?? 0) + 21 * 0.13, 0);
      const [box, ...others] = pills(transcript);
      expect(others).toEqual([]);
      near(box?.left, (rect?.left ?? 0) - 21 * 0.13);
      near(box?.right, (rect?.right ?? 0) + 21 * 0.13);
      near(box?.top, (rect?.top ?? 0) - 21 * 0.04);
      near(box?.bottom, (rect?.bottom ?? 0) + 21 * 0.04);
    }
  });

  it('fills to the end of each character that is heard', async () => {
    const { transcript, goTo } = await show(prose);
    const start = prose.indexOf('penetrating');
    for (let offset = start; offset < start + 10; offset++) {
      await goTo(offset);
      near(fills(transcript)[0]?.right, rectsOf(transcript, offset, offset + 1)[0]?.right);
      near(fills(transcript)[0]?.left, pills(transcript)[0]?.left);
    }
  });

  it('fills from the right where the script runs from the right', async () => {
    const { transcript, goTo } = await show(hebrew, { lang: 'he' });
    const start = hebrew.indexOf('והדליק');
    for (let offset = start; offset < start + 5; offset++) {
      await goTo(offset);
      near(fills(transcript)[0]?.left, rectsOf(transcript, offset, offset + 1)[0]?.left);
      near(fills(transcript)[0]?.right, pills(transcript)[0]?.right);
    }
  });

  it('has a box for each line of a word that wraps, and fills them one after the other', async () => {
    const { transcript, goTo } = await show(german, { lang: 'de' }, 320);
    const start = german.indexOf('Donau');
    await goTo(start + 3);
    const lines = rectsOf(transcript, start, german.indexOf(' gilt'));
    const boxes = pills(transcript);
    expect(lines.length).toBeGreaterThan(1);
    expect(boxes.length).toBe(lines.length);
    for (const [index, line] of lines.entries()) near(boxes[index]?.width, line.width + 2 * 0.13 * 21, 2);
    near(fills(transcript)[1]?.width, 0);
    await goTo(german.indexOf(' gilt') - 2);
    near(fills(transcript)[0]?.width, boxes[0]?.width);
    expect(fills(transcript).at(-1)?.width).toBeGreaterThan(20);
    await goTo(german.indexOf('gilt'));
    expect(pills(transcript).length).toBe(1);
  });

  it('stays behind its word when the column becomes narrow, and when the page is scaled', async () => {
    const { transcript, goTo } = await show(prose);
    const start = prose.indexOf('penetrating');
    await goTo(start);
    const holder = transcript.parentElement;
    if (!holder) throw new Error('It has no parent.');
    const expectBehind = () => {
      const [rect] = rectsOf(transcript, start, start + 11);
      const [box] = pills(transcript);
      return Math.abs((box?.left ?? 0) - (rect?.left ?? 0)) < 6 && Math.abs((box?.top ?? 0) - (rect?.top ?? 0)) < 6;
    };
    holder.style.inlineSize = '240px';
    await expect.poll(expectBehind).toBe(true);
    holder.style.scale = '0.5';
    holder.style.inlineSize = '500px';
    await expect.poll(expectBehind).toBe(true);
  });

  it('goes when nothing is heard, and is nothing to copy or to read out', async () => {
    const { speech, transcript, goTo } = await show(prose);
    await goTo(30);
    expect(pills(transcript).length).toBe(1);
    document.getSelection()?.selectAllChildren(transcript);
    expect(document.getSelection()?.toString().trim()).toBe(prose);
    document.getSelection()?.removeAllRanges();
    expect(transcript.querySelector('.readalong-pill')?.closest('[aria-hidden=true]')).not.toBeNull();
    speech.stop();
    await expect.poll(() => pills(transcript).length).toBe(0);
  });

  it('steps instead of gliding for readers who want no motion', async () => {
    const { transcript, goTo } = await show(prose);
    await goTo(5);
    await goTo(9);
    const box = transcript.querySelector('.readalong-pill');
    if (!box) throw new Error('There is no box.');
    expect(getComputedStyle(box).transitionDuration).toBe('0.12s');
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    expect(Number.parseFloat(getComputedStyle(box).transitionDuration)).toBe(0);
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  });
});

describe.each(['pill', 'marker', 'underline', 'sweep', 'none'] as const)('the look %s', (look) => {
  it('says where the voice is: the sentence, the word, and what of it is heard', async () => {
    const { transcript, goTo } = await show(prose, { look });
    await goTo(prose.indexOf('penetrating') + 4);
    expect(lit(transcript)).toBe('penetrating');
    expect(lit(transcript, 'character')).toBe('penet');
    expect(lit(transcript, 'sentence')).toBe(prose.slice(prose.indexOf('Spring')));
    expect(lit(transcript, 'spoken')).toBe('Spring was moving in the air above, penet');
  });

  it('says what is still to come: the rest of the paragraph, and those behind it', async () => {
    const { speech, transcript, goTo } = await show(`${prose}\n\n${prose}\n\n${german}`, { look });
    const soft = () => [...transcript.querySelectorAll('p[data-upcoming]')];
    const colours = () => new Set([...transcript.querySelectorAll('p')].map((p) => getComputedStyle(p).color)).size;
    expect(soft()).toEqual([]);
    await goTo(3);
    expect(lit(transcript, 'upcoming').trim()).toBe(prose.slice(prose.indexOf('Spring')));
    expect(soft().length).toBe(2);
    expect(colours()).toBe(look === 'none' ? 1 : 2);
    await goTo(prose.length + 5);
    expect(soft().map((p) => p.textContent)).toEqual([german]);
    await goTo(prose.length * 2 + 10);
    expect(soft()).toEqual([]);
    await goTo(3);
    speech.stop();
    await expect.poll(() => soft()).toEqual([]);
  });

  it('is read out once, as plain paragraphs, and announces nothing', async () => {
    const { transcript, goTo } = await show(prose, { look, lang: 'en' });
    await goTo(prose.indexOf('penetrating') + 4);
    const told = transcript.cloneNode(true);
    if (!(told instanceof HTMLElement)) throw new Error('It is no element.');
    for (const hidden of told.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    expect(told.textContent).toBe(prose);
    expect(told.querySelector('p')?.childNodes.length).toBe(1);
    expect(told.closest('[lang=en]')).not.toBeNull();
    expect(transcript.querySelector('[aria-live], [role=status], [role=log], [role=alert], [tabindex]')).toBeNull();
  });

  it('moves one range for a character, and none for the same', async () => {
    const { transcript, goTo } = await show(prose, { look });
    const start = prose.indexOf('penetrating');
    await goTo(start);
    const written: MutationRecord[] = [];
    const observer = new MutationObserver((records) => written.push(...records));
    observer.observe(transcript, { subtree: true, childList: true, attributes: true, characterData: true });
    const starts = vi.spyOn(Range.prototype, 'setStart');
    const ends = vi.spyOn(Range.prototype, 'setEnd');
    for (let offset = start + 1; offset < start + 9; offset++) {
      await goTo(offset);
      await goTo(offset);
    }
    expect([starts.mock.calls.length, ends.mock.calls.length]).toEqual([0, 8]);
    // The pill is filled once a character; else the DOM is left alone.
    expect(written.length).toBe(look === 'pill' ? 8 : 0);
    observer.disconnect();
  });
});

describe('words that are elements', () => {
  const states = (transcript: Element, state: string) =>
    [...transcript.querySelectorAll(`.readalong-word[data-state=${state}]`)].map((word) => word.textContent);

  it('are rendered by the app once, and get their states without a render', async () => {
    const renderWord = vi.fn(({ text }: { text: string }): ReactNode => <b>{text}</b>);
    const { speech, transcript, goTo } = await show(prose, { children: renderWord });
    await expect.poll(() => transcript.querySelectorAll('b').length).toBe(prose.split(' ').length);
    expect(transcript.querySelector('p')?.textContent).toBe(prose);
    expect(transcript.querySelector('[data-state]')).toBeNull();
    const calls = renderWord.mock.calls.length;
    for (const word of ['was', 'small', 'wonder', 'house', 'small']) {
      await goTo(prose.indexOf(word));
      expect(states(transcript, 'current')).toEqual([/^\S+/.exec(prose.slice(prose.indexOf(word)))?.[0]]);
      expect(states(transcript, 'spoken').join(' ')).toBe(prose.slice(0, prose.indexOf(word)).trim());
    }
    expect(renderWord.mock.calls.length).toBe(calls);
    expect(renderWord.mock.calls[1]?.[0]).toEqual({ text: 'was', index: 1, start: 3, end: 6 });
    speech.stop();
    await expect.poll(() => transcript.querySelector('[data-state]')).toBeNull();
  });

  it('are made where they come near the view', async () => {
    const text = Array.from({ length: 60 }, () => prose).join('\n\n');
    const { transcript } = await show(text, { children: ({ text: word }) => <b>{word}</b> });
    await expect.poll(() => transcript.querySelectorAll('b').length).toBeGreaterThan(0);
    expect(transcript.lastElementChild?.previousElementSibling?.querySelector('b')).toBeNull();
    transcript.querySelectorAll('p')[59]?.scrollIntoView();
    await expect.poll(() => transcript.querySelectorAll('p')[59]?.querySelector('b')).not.toBeNull();
    window.scrollTo(0, 0);
  });

  it('are sent to by a press, like plain text', async () => {
    const { speech, transcript } = await show(prose, { children: ({ text }) => <b>{text}</b> });
    await expect.poll(() => transcript.querySelector('b')).not.toBeNull();
    const word = transcript.querySelectorAll('b')[6];
    const rect = word?.getBoundingClientRect();
    if (!word || !rect) throw new Error('There is no word.');
    const at = { clientX: rect.left + 3, clientY: rect.top + rect.height / 2, bubbles: true };
    word.dispatchEvent(new PointerEvent('pointerdown', at));
    word.dispatchEvent(new MouseEvent('click', { ...at, detail: 1 }));
    await expect.poll(speech.litOffset).toBe(prose.indexOf('moving'));
  });

  it('are not printed on a server, whose segmenter may be another, and come once it is hydrated', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const speech = createSpeech({ text: prose, voiceId });
    const tree = <HighlightedTranscript speech={speech}>{({ text }) => <b>{text}</b>}</HighlightedTranscript>;
    const html = renderToString(tree);
    expect(html).toBe(renderToString(tree));
    const container = document.createElement('div');
    container.innerHTML = html;
    document.body.append(container);
    expect(container.querySelector('p')?.innerHTML).toBe(prose);
    expect(container.querySelector('[id], b')).toBeNull();
    const recoverable: unknown[] = [];
    const root = hydrateRoot(container, tree, { onRecoverableError: (error) => recoverable.push(error) });
    await expect.poll(() => container.querySelectorAll('b').length).toBe(prose.split(' ').length);
    expect(container.querySelector('p')?.textContent).toBe(prose);
    expect({ complaints: complaints.mock.calls, recoverable }).toEqual({ complaints: [], recoverable: [] });
    root.unmount();
    container.remove();
  });

  it('light a text where the browser has no highlights', async () => {
    vi.stubGlobal('Highlight', undefined);
    const { transcript, goTo } = await show(prose);
    await goTo(prose.indexOf('moving') + 2);
    await expect.poll(() => states(transcript, 'current')).toEqual(['moving']);
    expect(transcript.querySelector('p')?.textContent).toBe(prose);
  });

  it('are those near the view of a text as long as a book', async () => {
    const text = Array.from({ length: 2000 }, (_, index) => `${index}. ${prose}`).join('\n\n');
    const { transcript, goTo } = await show(text, { children: ({ text: word }) => <b>{word}</b> });
    await expect.poll(() => transcript.querySelector('.readalong-sheet b')).not.toBeNull();
    const [first] = transcript.querySelectorAll('.readalong-sheet p');
    expect(first?.textContent).toBe(`0. ${prose}`);
    expect(transcript.querySelectorAll('b').length).toBeLessThan(2000);
    await goTo(text.indexOf('Spring'));
    await expect.poll(() => states(transcript, 'current')).toEqual(['Spring']);
  });
});
