import type { CSSProperties, ReactNode } from 'react';
import { createSpeech, HighlightedTranscript, ReadAlongText, type Speech, textOfChildren } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import latin from '../../node_modules/@fontsource/zcool-xiaowei/files/zcool-xiaowei-latin-400-normal.woff2?url';
import { frames, voiceId } from '../helpers/book-page.js';

afterEach(cleanup);

const prose =
  'It was small wonder. Spring was moving in the air above, penetrating even his dark house.\n\nAnd so he went out into the bright day, and ran.';

function rootIn(container: Element): HTMLElement {
  const root = container.querySelector<HTMLElement>('.readalong-transcript, .readalong-text');
  if (!root) throw new Error('There is no text.');
  return root;
}

function rectOfWord(root: Element, word: string): DOMRect {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node instanceof Text ? node.data.indexOf(word) : -1;
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    return range.getBoundingClientRect();
  }
  throw new Error(`There is no ${word}.`);
}

const middleOf = ({ left, right, top, bottom }: DOMRect) => [(left + right) / 2, (top + bottom) / 2] as const;

function expectUpon(box: Element | undefined, root: Element, word: string): void {
  const [x, y] = middleOf(box?.getBoundingClientRect() ?? new DOMRect(Number.NaN));
  const [wantedX, wantedY] = middleOf(rectOfWord(root, word));
  expect(Math.abs(x - wantedX), `the box is at ${x}, the word at ${wantedX}`).toBeLessThan(6);
  expect(Math.abs(y - wantedY), `the box is at ${y}, the word at ${wantedY}`).toBeLessThan(6);
}

const pillIn = (root: Element): Element | undefined =>
  [...root.querySelectorAll('.readalong-pill')].find((box) => getComputedStyle(box).visibility === 'visible');

const ringIn = (root: Element): Element | undefined => root.querySelector('.readalong-caret-box') ?? undefined;

async function show(ui: (speech: Speech) => ReactNode, text: string, word: string): Promise<HTMLElement> {
  const speech = createSpeech({ text, voiceId });
  const { container } = await render(ui(speech));
  await frames(2);
  speech.seekToOffset(text.indexOf(word));
  await frames(2);
  return rootIn(container);
}

const pane: CSSProperties = { blockSize: 60, overflow: 'auto' };

describe('what is drawn at a word, in a pane of fixed size', () => {
  const changes: Record<string, (root: HTMLElement) => void> = {
    'larger letters': ({ style }) => style.setProperty('font-size', '30px'),
    'letters further apart': ({ style }) => style.setProperty('letter-spacing', '3px'),
    'lines further apart': ({ style }) => style.setProperty('line-height', '3'),
    'another alignment': ({ style }) => style.setProperty('text-align', 'center'),
    'a scaled page': ({ style }) => style.setProperty('zoom', '1.5'),
  };
  it.each(Object.entries(changes))('stays there with %s', async (_, change) => {
    const ui = (speech: Speech) => (
      <div style={{ inlineSize: 400 }}>
        <HighlightedTranscript speech={speech} look="pill" style={pane} />
      </div>
    );
    const root = await show(ui, prose, 'his');
    root.focus();
    await userEvent.keyboard('{ArrowRight}');
    const before = rectOfWord(root, 'his');
    change(root);
    await frames(4);
    const after = rectOfWord(root, 'his');
    expect(Math.hypot(after.left - before.left, after.top - before.top)).toBeGreaterThan(12);
    expectUpon(pillIn(root), root, 'his');
    expectUpon(ringIn(root), root, 'dark');
  });

  it('stays there in a short paragraph whose letters an app’s own rule spreads', async () => {
    const root = await show(
      (speech) => <HighlightedTranscript speech={speech} style={pane} />,
      'Low water now.',
      'now',
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.readalong-transcript { word-spacing: 20px }');
    document.adoptedStyleSheets.push(sheet);
    await frames(4);
    expectUpon(pillIn(root), root, 'now');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  it('stays there when something above it in an app’s own content grows, or is scrolled', async () => {
    const children = (
      <>
        <div data-testid="picture" />
        <div data-testid="wide" style={{ overflowX: 'auto', inlineSize: 200 }}>
          <p style={{ inlineSize: 900 }}>{prose.split('\n')[0]}</p>
        </div>
      </>
    );
    const ui = (speech: Speech) => (
      <ReadAlongText speech={speech} look="pill" style={{ blockSize: 300, overflow: 'auto' }}>
        {children}
      </ReadAlongText>
    );
    const root = await show(ui, textOfChildren(children), 'small');
    root.querySelector<HTMLElement>('[data-testid=picture]')?.style.setProperty('block-size', '50px');
    await frames(4);
    expectUpon(pillIn(root), root, 'small');
    root.querySelector('[data-testid=wide]')?.scrollBy(40, 0);
    await frames(4);
    expectUpon(pillIn(root), root, 'small');
  });

  it('goes on to stay there in the next paragraph', async () => {
    const root = await show((speech) => <HighlightedTranscript speech={speech} style={pane} />, prose, 'air');
    root.focus();
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    const second = root.querySelectorAll('p')[1];
    second?.style.setProperty('padding-inline-start', '40px');
    await frames(4);
    expectUpon(ringIn(root), root, 'And');
  });
});

describe('the pill', () => {
  it('stands behind its word when the font comes later', async () => {
    const ui = (speech: Speech) => (
      <HighlightedTranscript speech={speech} style={{ fontFamily: 'Comes Later, monospace', inlineSize: 3000 }} />
    );
    const root = await show(ui, prose.split('\n')[0] ?? '', 'air');
    const before = rectOfWord(root, 'air').left;
    // Without m and space, by whose width another font is told.
    const font = new FontFace('Comes Later', `url(${latin})`, { unicodeRange: 'U+21-6C, U+6E-7E' });
    document.fonts.add(font);
    await font.load();
    await document.fonts.ready;
    await frames(3);
    expect(Math.abs(rectOfWord(root, 'air').left - before)).toBeGreaterThan(5);
    expectUpon(pillIn(root), root, 'air');
    document.fonts.delete(font);
  });

  it('glides along a line, and is at once where the next line begins', async () => {
    const text = 'One two\nthree four';
    const speech = createSpeech({ text, voiceId });
    const { container } = await render(<HighlightedTranscript speech={speech} look="pill" />);
    const root = rootIn(container);
    await frames(2);
    const box = () => pillIn(root)?.getBoundingClientRect();
    const pill = root.querySelector<HTMLElement>('.readalong-pill');
    pill?.style.setProperty('transition-duration', '60s');
    speech.seekToOffset(text.indexOf('One'));
    await frames(2);
    speech.seekToOffset(text.indexOf('two'));
    await frames(2);
    expect((box()?.left ?? Number.NaN) + 10).toBeLessThan(rectOfWord(root, 'two').left);
    speech.seekToOffset(text.indexOf('three'));
    await frames(2);
    expectUpon(pillIn(root), root, 'three');
  });
});
