import type { ReactNode } from 'react';
import {
  createSpeech,
  HighlightedTranscript,
  ReadAlongText,
  type Speech,
  type TextRange,
  textOfChildren,
} from 'react-readalong';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { frames, voiceId } from '../helpers/book-page.js';
import { lit } from '../helpers/lit.js';

afterEach(async () => {
  await cleanup();
  getSelection()?.removeAllRanges();
});

const prose = 'It was small wonder. Spring was moving in the air above, penetrating even his dark house.';

async function show(ui: (speech: Speech) => ReactNode, text = prose) {
  const speech = createSpeech({ text, voiceId });
  const { container, rerender } = await render(ui(speech));
  const root = container.querySelector<HTMLElement>('.readalong-transcript, .readalong-text');
  if (!root) throw new Error('There is no text.');
  await frames(2);
  return { speech, root, container, rerender };
}

const showText = (children: ReactNode) =>
  show((speech) => <ReadAlongText speech={speech}>{children}</ReadAlongText>, textOfChildren(children));

function selectLetters(root: Element, start: number, end: number): void {
  const node = root.querySelector('p')?.firstChild;
  if (node) getSelection()?.setBaseAndExtent(node, start, node, end);
}

const hovered = (): string => [...(CSS.highlights.get('readalong-hover') ?? [])].join('');

describe('the marks of a text', () => {
  it('are there again with the next word after somebody has cleared all highlights of the page', async () => {
    const { speech, root } = await show((given) => <HighlightedTranscript speech={given} look="marker" />);
    speech.seekToOffset(prose.indexOf('air'));
    await frames(2);
    CSS.highlights.clear();
    speech.seekToOffset(prose.indexOf('dark'));
    await frames(2);
    expect([lit(root), lit(root, 'sentence')]).toEqual(['dark', prose.slice(prose.indexOf('Spring'))]);
  });

  it('lie upon each other from the sentence to the character', async () => {
    const { speech } = await show((given) => <HighlightedTranscript speech={given} look="marker" />);
    speech.seekToOffset(prose.indexOf('air'));
    await frames(2);
    const names = ['upcoming', 'sentence', 'spoken', 'word', 'character'];
    const priorities = names.map((name) => CSS.highlights.get(`readalong-${name}`)?.priority ?? Number.NaN);
    expect(priorities).toEqual([...new Set(priorities)].sort((a, b) => a - b));
  });

  it('are not coloured by a look that an ancestor has for something else', async () => {
    const { speech, root } = await show((given) => (
      <div data-look="underline">
        <HighlightedTranscript speech={given} look="none">
          {({ text }) => text}
        </HighlightedTranscript>
      </div>
    ));
    await expect.poll(() => root.querySelector('.readalong-word')).not.toBeNull();
    speech.seekToOffset(prose.indexOf('air'));
    await expect.poll(() => root.querySelector('[data-state=current]')?.textContent).toBe('air');
    const word = root.querySelector('[data-state=current]');
    expect(word && getComputedStyle(word).textDecorationLine).toBe('none');
  });

  it('are looked for once a frame in content that changes many times', async () => {
    const { speech, root } = await showText(<p>Hello there friend</p>);
    speech.seekToOffset(6);
    await frames(2);
    const node = root.querySelector('p')?.firstChild;
    const walks = vi.spyOn(document, 'createTreeWalker');
    for (let time = 0; time < 40; time++) {
      if (node) node.nodeValue += '!';
      await Promise.resolve();
    }
    await frames(2);
    expect(lit(root)).toBe('there');
    expect(walks.mock.calls.length).toBeLessThan(5);
    walks.mockRestore();
  });

  it('end with the last letters that an app’s own content shows', async () => {
    const speech = createSpeech({ text: 'One two threefold.', voiceId });
    const { container } = await render(
      <ReadAlongText speech={speech}>
        <p>One two three</p>
      </ReadAlongText>,
    );
    await frames(2);
    speech.seekToOffset('One two '.length);
    await frames(2);
    expect([lit(container), lit(container, 'sentence')]).toEqual(['three', 'One two three']);
  });
});

describe('the keyboard', () => {
  it('plays from where it is, not what the pointer had selected before', async () => {
    const { speech, root } = await show((given) => <HighlightedTranscript speech={given} />);
    root.focus();
    selectLetters(root, 0, 2);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    expect(speech.currentOffset()).toBe(prose.indexOf('Spring'));
    speech.pause();
  });

  it('plays what the pointer has selected since', async () => {
    const { speech, root } = await show((given) => <HighlightedTranscript speech={given} />);
    root.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    selectLetters(root, prose.indexOf('air'), prose.indexOf('air') + 3);
    await userEvent.keyboard('{Enter}');
    expect(speech.currentOffset()).toBe(prose.indexOf('air'));
    speech.pause();
  });

  it('takes its own selection back when it goes on', async () => {
    const { root } = await show((given) => <HighlightedTranscript speech={given} />);
    root.focus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    expect(`${getSelection()}`).toBe('It was');
    await userEvent.keyboard('{ArrowRight}');
    expect(`${getSelection()}`).toBe('');
  });

  it('leaves the description that an app has given', async () => {
    const { root } = await show((given) => <HighlightedTranscript speech={given} aria-description="Chapter one" />);
    root.focus();
    expect(root.getAttribute('aria-description')).toMatch(/^Chapter one ./);
    root.blur();
    expect(root.getAttribute('aria-description')).toBe('Chapter one');
  });

  it('leaves no description where the app has given none', async () => {
    const { root } = await show((given) => <HighlightedTranscript speech={given} />);
    root.focus();
    expect(root.getAttribute('aria-description')).not.toBe('');
    root.blur();
    expect(root.hasAttribute('aria-description')).toBe(false);
  });
});

describe('the pointer', () => {
  const controls = (
    <p>
      Hello {/* biome-ignore lint/a11y/useSemanticElements: what many apps have */}
      <span role="button" tabIndex={0}>
        press
      </span>{' '}
      <span contentEditable suppressContentEditableWarning>
        edit
      </span>{' '}
      <a href="#link">link words</a> end
    </p>
  );

  it.each(['[role=button]', '[contenteditable]', 'a'])('leaves %s in an app’s own content to itself', async (which) => {
    const { speech, root } = await showText(controls);
    await userEvent.click(root.querySelector(which) ?? root);
    expect(speech.currentOffset()).toBe(0);
  });

  it('promises no place where a click goes elsewhere', async () => {
    const { root } = await showText(controls);
    await userEvent.hover(root.querySelector('p') ?? root, { position: { x: 10, y: 10 } });
    await expect.poll(hovered).toBe('Hello');
    await userEvent.hover(root.querySelector('a') ?? root);
    await expect.poll(hovered).toBe('');
  });

  it('shows the word under it also when the content changes there', async () => {
    const page = (first: string, speech: Speech) => (
      <ReadAlongText speech={speech}>
        <p>{`${first} friend`}</p>
      </ReadAlongText>
    );
    const { speech, root, rerender } = await show((given) => page('Hello there', given), 'Hello there friend');
    await userEvent.hover(root.querySelector('p') ?? root, { position: { x: 20, y: 10 } });
    await expect.poll(hovered).toBe('Hello');
    await rerender(page('Hello dear', speech));
    await expect.poll(hovered).toBe('Hello');
  });

  it('tells an app once what it has selected, when it is let go', async () => {
    const onSelectRange = vi.fn<(range: TextRange | null) => void>();
    const { root } = await show((given) => <HighlightedTranscript speech={given} onSelectRange={onSelectRange} />);
    root.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    for (const end of [4, 6, 12]) {
      selectLetters(root, 3, end);
      await frames(2);
    }
    expect(onSelectRange).not.toHaveBeenCalled();
    root.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    await frames(3);
    expect(onSelectRange.mock.calls).toEqual([[{ start: 3, end: 12 }]]);
  });

  it('has no part in what a screen reader clicks after a press that came to nothing', async () => {
    const { speech, root } = await show((given) => <HighlightedTranscript speech={given} />);
    const node = root.querySelector('p')?.firstChild;
    const range = document.createRange();
    if (!node) throw new Error('There is no text.');
    const at = (offset: number) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { clientX: left + 1, clientY: top + height / 2, bubbles: true };
    };
    const paragraph = root.querySelector('p');
    paragraph?.dispatchEvent(new PointerEvent('pointerdown', at(3)));
    paragraph?.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
    paragraph?.dispatchEvent(new MouseEvent('click', { ...at(prose.indexOf('Spring')), detail: 1 }));
    expect(speech.currentOffset()).toBe(prose.indexOf('Spring'));
    paragraph?.dispatchEvent(new PointerEvent('pointerdown', at(3)));
    paragraph?.dispatchEvent(new MouseEvent('click', at(prose.indexOf('wonder'))));
    expect(speech.currentOffset()).toBe(prose.indexOf('wonder'));
  });
});
