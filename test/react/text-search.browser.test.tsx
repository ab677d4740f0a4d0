import axe from 'axe-core';
import { useState } from 'react';
import {
  createDocument,
  HighlightedTranscript,
  ReadAlong,
  ReadAlongText,
  SpeechProvider,
  TextSearch,
  textOfChildren,
  useFollow,
  useSpeech,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';
import { writing } from '../helpers/writing.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One café opens early. Two stay a little longer.\n\nThree go to the CAFE again. Four like cafés.';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const box = () => page.getByRole('searchbox', { name: 'Search in the text' });
const marked = (name: 'hit' | 'hit-current') =>
  [...(CSS.highlights.get(`readalong-${name}`) ?? [])].map((range) => range.toString()).sort();

async function show(reader = <ReadAlong text={text} voiceId={voiceId} lang="en" />) {
  const { relay, calls } = createStandIn();
  const { container } = await render(<SpeechProvider relay={relay}>{reader}</SpeechProvider>);
  return { container, calls };
}

describe('a search in the text', () => {
  it('opens by /, counts and marks hits, steps through them, and closes by Escape', async () => {
    const { container } = await show();
    const transcript = page.getByRole('document', { name: 'Transcript' });
    transcript.element().focus();
    await userEvent.keyboard('/');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('cafe');
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.poll(() => marked('hit')).toEqual(['CAFE', 'café', 'café']);
    expect(marked('hit-current')).toEqual(['café']);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('2 of 3')).toBeVisible();
    await expect.poll(() => marked('hit-current')).toEqual(['CAFE']);
    await userEvent.keyboard('{Shift>}{Enter}{Enter}{/Shift}');
    await expect.element(page.getByText('3 of 3')).toBeVisible();
    expect((await axe.run(container)).violations).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => box().query()).toBeNull();
    await expect.element(transcript).toHaveFocus();
    expect([...marked('hit'), ...marked('hit-current')]).toEqual([]);
  });

  it('says when there is nothing', async () => {
    await show();
    await button('More').click();
    await button('Search in the text').click();
    await box().fill('nowhere');
    await expect.element(page.getByText('Not found')).toBeVisible();
    await expect.element(button('Next hit')).toHaveAttribute('aria-disabled', 'true');
  });

  it('plays from a hit', async () => {
    const { container, calls } = await show();
    await button('More').click();
    await button('Search in the text').click();
    await box().fill('three');
    expect(calls.length).toBe(0);
    await button('Play from here').click();
    await expect.poll(() => lit(container)).toBe('Three');
  });

  it('marks content of the app’s own, and follows its changes', async () => {
    function Article({ more }: { more: string }) {
      const content = (
        <p>
          A <b>ca</b>fé. {more}
        </p>
      );
      const { speech } = useSpeech({ text: textOfChildren(content), voiceId });
      return (
        <>
          <TextSearch speech={speech} />
          <ReadAlongText speech={speech}>{content}</ReadAlongText>
        </>
      );
    }
    const { relay } = createStandIn();
    const { rerender } = await render(
      <SpeechProvider relay={relay}>
        <Article more="" />
      </SpeechProvider>,
    );
    await box().fill('cafe');
    await expect.poll(() => marked('hit')).toEqual(['café']);
    await rerender(
      <SpeechProvider relay={relay}>
        <Article more="Another café." />
      </SpeechProvider>,
    );
    await box().fill('caf');
    await expect.poll(() => marked('hit')).toEqual(['caf', 'caf']);
  });

  it('is gone back to by / while it is open, with what was looked for selected', async () => {
    await show();
    page.getByRole('document', { name: 'Transcript' }).element().focus();
    await userEvent.keyboard('/');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('cafe');
    button('Play').element().focus();
    await userEvent.keyboard('/');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('four');
    await expect.element(box()).toHaveValue('four');
    await expect.element(page.getByText('1 of 1')).toBeVisible();
  });

  it('finds in text that comes while it is open, and counts from the first hit there', async () => {
    const document = createDocument();
    const { stream, push, end } = writing();
    push('A first sentence is here. ');
    function Story() {
      const { speech } = useSpeech({ text: stream, voiceId, document });
      return (
        <>
          <TextSearch speech={speech} />
          <HighlightedTranscript speech={speech} />
        </>
      );
    }
    await show(<Story />);
    await expect.element(page.getByText('A first sentence is here.')).toBeVisible();
    await box().fill('cat');
    await expect.element(page.getByText('Not found')).toBeVisible();
    push('The cat sat. The cat stood. ');
    push('The cat lay down. ');
    end();
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.poll(() => marked('hit').length).toBe(3);
    await button('Previous hit').click();
    await expect.element(page.getByText('3 of 3')).toBeVisible();
  });

  it('goes on in another text, at the same hit wherever an edit has moved it', async () => {
    function Editor() {
      const [text, setText] = useState('A cat sat. A cat stood. A cat lay down.');
      const { speech } = useSpeech({ text, voiceId });
      return (
        <>
          <button type="button" onClick={() => setText((before) => `Many a cat slept. A cat fell. ${before}`)}>
            Edit
          </button>
          <TextSearch speech={speech} />
          <HighlightedTranscript speech={speech} />
        </>
      );
    }
    await show(<Editor />);
    await box().fill('cat');
    await button('Next hit').click();
    await expect.element(page.getByText('2 of 3')).toBeVisible();
    await button('Edit').click();
    await expect.element(page.getByText('4 of 5')).toBeVisible();
    await expect.element(box()).toHaveValue('cat');
    await expect.poll(() => marked('hit').length).toBe(5);
    await expect.poll(() => marked('hit-current')).toEqual(['cat']);
    await box().fill('slept');
    await expect.element(page.getByText('1 of 1')).toBeVisible();
  });

  it('shows hits of a long text that were not in the DOM', async () => {
    const long = `${'Nothing is to be found in this paragraph.\n\n'.repeat(400)}The needle lies here.`;
    function Book() {
      const { speech } = useSpeech({ text: long, voiceId });
      const follow = useFollow();
      return (
        <>
          <div style={{ position: 'sticky', insetBlockStart: 0, zIndex: 1 }}>
            <TextSearch speech={speech} follow={follow} />
          </div>
          <HighlightedTranscript speech={speech} follow={follow} virtualize="always" />
        </>
      );
    }
    const { container } = await show(<Book />);
    await expect.poll(() => container.querySelector('.readalong-sheet p')).not.toBeNull();
    await box().fill('needle');
    await expect.poll(() => marked('hit-current')).toEqual(['needle']);
    const [range] = CSS.highlights.get('readalong-hit-current') ?? [];
    const place = () => (range instanceof Range ? range.getBoundingClientRect().top : -1);
    await expect.poll(() => place() > 0 && place() < innerHeight).toBe(true);
  });
});
