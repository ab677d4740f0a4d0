import { type ReactNode, StrictMode, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import {
  createDocument,
  createSpeech,
  ReadAlongText,
  type ReadAlongTextProps,
  type Speech,
  textOfChildren,
  textOfElement,
  useSpeechState,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(async () => {
  await cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const article = (
  <article>
    <h1>Low water</h1>
    <p>
      The tide goes <em>out</em> by inches, and <a href="#notes">what it leaves</a>, it un<b>leaves</b>.
    </p>
    <pre>
      <code>const tide = 'out';</code>
    </pre>
    <ul>
      <li>A rope</li>
      <li>
        A shoe <button type="button">Copy</button>
      </li>
      <li data-readalong-skip>Not this one</li>
    </ul>
    <p>
      Press <code data-readalong-skip={false}>play</code> or <code>p</code>.
      <br />
      The tide goes out by inches.
    </p>
  </article>
);
const text = textOfChildren(article);

/** Speech of a text, shown in an article, and how to go to a place in it. */
async function show(children: ReactNode, props: Partial<ReadAlongTextProps> = {}, spoken = textOfChildren(children)) {
  const speech = createSpeech({ text: spoken, voiceId });
  const tree = (inside: ReactNode) => (
    <ReadAlongText speech={speech} {...props}>
      {inside}
    </ReadAlongText>
  );
  const { container, rerender } = await render(tree(children));
  const shown = container.querySelector<HTMLElement>('.readalong-text');
  if (!shown) throw new Error('There is no text.');
  return {
    speech,
    shown,
    rerender: (inside: ReactNode) => rerender(tree(inside)),
    async goTo(part: string, from = 0) {
      speech.seekToOffset(spoken.indexOf(part, from));
      await frame();
      await frame();
    },
  };
}

describe('the text of children', () => {
  it('has an empty line between blocks, and no code, no controls and nothing that is to be skipped', () => {
    expect(text).toBe(
      'Low water\n\nThe tide goes out by inches, and what it leaves, it unleaves.\n\nA rope\n\nA shoe\n\nPress play or .\nThe tide goes out by inches.',
    );
  });

  it('is the same that the DOM says', async () => {
    const { shown } = await show(article);
    expect(textOfElement(shown)).toBe(text);
  });

  it('takes components for blocks of their own, and for part of the line where there is text beside them', () => {
    const Heading = ({ children }: { children: ReactNode }) => <h2>{children}</h2>;
    const Strong = ({ children }: { children: ReactNode }) => <strong>{children}</strong>;
    const children = (
      <>
        <Heading>One</Heading>
        <Heading>
          Two <Strong>and</Strong> <Strong>three</Strong>
        </Heading>
      </>
    );
    expect(textOfChildren(children)).toBe('One\n\nTwo and three');
    expect(textOfChildren([null, false, 'a', 1, undefined, <br key="br" />, 'b'])).toBe('a1\nb');
  });
});

describe('content that is read along', () => {
  it('is lit in place, through emphasis, links and a word of two elements, and no node of it is touched', async () => {
    const { shown, goTo } = await show(article);
    const before = shown.firstElementChild?.innerHTML;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    if (shown.firstElementChild)
      observer.observe(shown.firstElementChild, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    for (const [part, word = part] of [
      ['Low'],
      ['out'],
      ['what'],
      ['leaves', 'leaves,'],
      ['unleaves', 'unleaves.'],
      ['shoe'],
      ['play'],
    ]) {
      await goTo(part ?? '');
      expect(lit(shown)).toBe(word);
    }
    expect(lit(shown, 'sentence').replace(/\s+/g, ' ')).toContain('Press play or');
    expect(shown.firstElementChild?.innerHTML).toBe(before);
    expect(changes).toEqual([]);
    observer.disconnect();
  });

  it('lights the second copy of a sentence when that is heard, not the first', async () => {
    const { shown, goTo } = await show(article);
    await goTo('goes', text.lastIndexOf('The tide'));
    const [range] = CSS.highlights.get('readalong-word') ?? [];
    expect(lit(shown)).toBe('goes');
    expect(range?.startContainer.parentElement?.closest('p')).toBe(shown.querySelectorAll('p')[1]);
  });

  it('goes where it is clicked, and leaves links to themselves and code unheard', async () => {
    const { speech, shown } = await show(article);
    const clickOn = async (element: Element | null) => {
      if (element) await userEvent.click(element);
    };
    await clickOn(shown.querySelector('em'));
    await expect.poll(() => text.slice(speech.litOffset() ?? 0).startsWith('ut by')).toBe(true);
    const there = speech.litOffset();
    await clickOn(shown.querySelector('pre code'));
    await clickOn(shown.querySelector('a'));
    expect(location.hash).toBe('#notes');
    history.replaceState(null, '', location.pathname + location.search);
    expect(speech.litOffset()).toBe(there);
    const [, last] = shown.querySelectorAll('li');
    await userEvent.click(last?.firstChild?.parentElement ?? shown, { position: { x: 4, y: 12 } });
    await expect.poll(() => speech.litOffset()).toBe(text.indexOf('A shoe'));
  });

  it('is gone through by keys from one tab stop', async () => {
    const { speech, shown } = await show(article);
    shown.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await userEvent.keyboard('{Enter}');
    expect(speech.currentOffset()).toBe(text.indexOf('The'));
  });

  it('keeps the place of the keyboard when more comes behind it', async () => {
    const { relay } = createStandIn();
    let write = (): void => {};
    const written = new Promise<void>((resolve) => (write = resolve));
    async function* coming() {
      yield 'One two three.\n\n';
      await written;
      yield 'Four five six.\n\n';
    }
    const speech = createSpeech({ text: coming(), voiceId }, { relay, document: createDocument() });
    function Growing() {
      const shown = useSpeechState(speech, ({ timeline }) => timeline.text);
      return (
        <ReadAlongText speech={speech}>
          {shown.split('\n\n').map((each) => (
            <p key={each}>{each}</p>
          ))}
        </ReadAlongText>
      );
    }
    const { container } = await render(<Growing />);
    speech.play();
    await expect.poll(() => container.textContent).toContain('three');
    speech.pause();
    speech.seek(0);
    const box = () => container.querySelector('.readalong-caret-box')?.getBoundingClientRect();
    container.querySelector<HTMLElement>('.readalong-text')?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    const before = box();
    expect(before?.width).toBeGreaterThan(10);
    write();
    speech.play();
    await expect.poll(() => container.textContent).toContain('six');
    speech.pause();
    await frame();
    expect(box()?.toJSON()).toEqual(before?.toJSON());
    await userEvent.keyboard('{End}{Enter}');
    expect(speech.currentOffset()).toBe(speech.getSnapshot().timeline.text.indexOf('six'));
    speech.dispose();
  });

  it('stays lit where it changes while it is heard', async () => {
    const { shown, goTo, rerender } = await show(<p>One two three four five six seven.</p>);
    await goTo('four');
    await rerender(
      <section>
        <p>
          One <b>two</b> three <i>four</i> five six seven.
        </p>
        <button type="button">Copied</button>
      </section>,
    );
    await expect.poll(() => lit(shown)).toBe('four');
    await rerender(<p>Now here is some other text. Five six seven.</p>);
    await expect.poll(() => lit(shown)).toBe('');
    await goTo('seven');
    expect(lit(shown)).toBe('seven.');
    await rerender(null);
    await goTo('two');
    expect(lit(shown)).toBe('');
    await rerender(<p>One two three four five six seven.</p>);
    await expect.poll(() => lit(shown)).toBe('two');
  });

  it('is lit where it has more than is spoken, and where it has less', async () => {
    const spoken = 'It was small wonder. Spring was moving in the air above. It was small wonder. It ended there.';
    const { shown, goTo } = await show(
      <>
        <p>An editor’s note that nobody reads out loud.</p>
        <p>It was small wonder. Spring was moving in the air above.</p>
        <p>It was small wonder. It ended there.</p>
      </>,
      {},
      spoken,
    );
    await goTo('small', 40);
    expect(lit(shown)).toBe('small');
    expect([...(CSS.highlights.get('readalong-word') ?? [])][0]?.startContainer.parentElement).toBe(
      shown.querySelectorAll('p')[2],
    );
    await goTo('Spring');
    expect(lit(shown)).toBe('Spring');
  });

  it('has a box behind the word in the look of a pill', async () => {
    const { shown, goTo } = await show(article, { look: 'pill' });
    await goTo('unleaves');
    const box = shown.querySelector('.readalong-pill');
    if (!box) throw new Error('There is no box.');
    await expect
      .poll(() => {
        const { left, right } = box.getBoundingClientRect();
        const bold = shown.querySelector('b')?.getBoundingClientRect();
        return bold !== undefined && left < bold.left && right > bold.right - 1;
      })
      .toBe(true);
  });

  it('has a box behind the word where the browser has no highlights', async () => {
    vi.stubGlobal('Highlight', undefined);
    const { shown, goTo } = await show(article);
    await goTo('shoe');
    const boxes = [...shown.querySelectorAll('.readalong-pill')];
    expect(boxes.filter((box) => getComputedStyle(box).visibility === 'visible').length).toBe(1);
  });

  it('has only the word painted where colours are forced, which paints all alike, and nothing where none is wanted', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const { shown, goTo } = await show(article);
    const { shown: plain, goTo: goInPlain } = await show(article, { look: 'none' });
    await goTo('shoe');
    await goInPlain('shoe');
    expect([lit(shown), lit(shown, 'sentence'), lit(shown, 'upcoming')]).toEqual(['shoe', '', '']);
    expect(lit(plain)).toBe('');
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
    await expect.poll(() => lit(shown, 'sentence')).toBe('A shoe');
    expect(lit(plain)).toBe('shoe');
  });

  it('keeps the state of components in it while it plays', async () => {
    function Counter() {
      const [count, setCount] = useState(0);
      return (
        <button type="button" onClick={() => setCount(count + 1)}>
          {count}
        </button>
      );
    }
    const { shown, goTo } = await show(
      <p>
        Press <Counter /> and hear.
      </p>,
      {},
      'Press and hear.',
    );
    const button = shown.querySelector('button');
    if (button) await userEvent.click(button);
    await goTo('hear');
    expect([button?.textContent, lit(shown)]).toEqual(['1', 'hear.']);
  });

  it('is printed on a server whole, and hydrates in silence', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const recoverable: unknown[] = [];
    const tree = (speech: Speech) => (
      <StrictMode>
        <ReadAlongText speech={speech}>{article}</ReadAlongText>
      </StrictMode>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(tree(createSpeech({ text, voiceId })));
    document.body.append(container);
    expect(textOfElement(container)).toBe(text);
    const heading = container.querySelector('h1');
    const speech = createSpeech({ text, voiceId });
    const root = hydrateRoot(container, tree(speech), { onRecoverableError: (error) => recoverable.push(error) });
    await expect
      .poll(() => {
        speech.seekToOffset(4);
        return lit(container);
      })
      .toBe('water');
    expect(container.querySelector('h1')).toBe(heading);
    expect({ complaints: complaints.mock.calls, recoverable }).toEqual({ complaints: [], recoverable: [] });
    root.unmount();
    container.remove();
    expect(lit(document.body)).toBe('');
  });
});
