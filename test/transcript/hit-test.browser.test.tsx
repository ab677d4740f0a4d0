import { createSpeech, HighlightedTranscript } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { boxesAt, graphemeBoxes, randomPress, seeded } from './grapheme-boxes.js';
import { pageStyle, SCRIPTS, type Script } from './scripts.js';

const FILES = import.meta.glob<string>(
  [
    '/node_modules/@fontsource/noto-sans-*/files/*-{arabic,hebrew,thai,devanagari}-400-normal.woff2',
    '/node_modules/@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
);

async function loadFont(script: Script): Promise<void> {
  const { font } = SCRIPTS[script];
  if (!font) return;
  const face = new FontFace(font[0], `url(${FILES[`/node_modules/${font[1]}`]})`);
  document.fonts.add(await face.load());
}

async function show(script: Script) {
  await loadFont(script);
  const { text, lang } = SCRIPTS[script];
  const speech = createSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const { container } = await render(
    <HighlightedTranscript
      speech={speech}
      lang={lang}
      style={{ ...pageStyle(script), padding: 24 }}
      aria-label={script}
    />,
  );
  const transcript = container.querySelector<HTMLElement>('.readalong-transcript');
  if (!transcript) throw new Error('The transcript is not there.');
  return { speech, transcript, text, boxes: graphemeBoxes(transcript, text) };
}

afterEach(() => cleanup());

describe('a click goes to the character under the pointer', () => {
  it.each(Object.keys(SCRIPTS) as Script[])('in 20 of 20 random places of wrapped %s', async (script) => {
    const { speech, transcript, text, boxes } = await show(script);
    const lines = new Set(boxes.map(({ rect }) => Math.round(rect.bottom)));
    expect(lines.size).toBeGreaterThan(4);
    const random = seeded(script.length);
    const misses: string[] = [];
    const presses: PointerEvent[] = [];
    transcript.addEventListener('pointerdown', (event) => presses.push(event));
    for (let i = 0; i < 20; i++) {
      const { x, y } = randomPress(boxes, random);
      const { left, top } = transcript.getBoundingClientRect();
      await userEvent.click(transcript, { position: { x: x - left, y: y - top } });
      const press = presses[i];
      if (!press) throw new Error('The click did not arrive.');
      const under = boxesAt(boxes, press.clientX, press.clientY);
      const offset = speech.currentOffset();
      if (!under.some((box) => box.offset === offset))
        misses.push(
          `${under.map(({ grapheme }) => grapheme)} was under it, ${text.slice(offset, offset + 4)} was meant`,
        );
    }
    expect(misses).toEqual([]);
  });

  it('beside a line to its nearest character, and far from the text nowhere', async () => {
    const { speech, transcript, boxes } = await show('Latin');
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) throw new Error('Nothing is seen.');
    const click = (x: number, y: number) =>
      transcript.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0 }),
      );
    click(last.rect.right + 4, last.rect.top + 5);
    expect(speech.currentOffset()).toBe(last.offset);
    click(first.rect.left - 4, first.rect.top + 5);
    expect(speech.currentOffset()).toBe(first.offset);
    click(last.rect.right + 4, last.rect.top + 5);
    click(last.rect.left, last.rect.bottom + 200);
    expect(speech.currentOffset()).toBe(last.offset);
  });
});
