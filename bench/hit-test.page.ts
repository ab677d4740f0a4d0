// Where a press in a text sends the voice, against the boxes of its graphemes.
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createSpeech, HighlightedTranscript, type Speech } from 'react-readalong';
import { boxesAt, type GraphemeBox, graphemeBoxes, randomPress, seeded } from '../test/transcript/grapheme-boxes.js';
import { pageStyle, SCRIPTS, type Script } from '../test/transcript/scripts.js';

/** What one press did. `isRight`: the voice was sent to a grapheme that is drawn where the press was. */
export interface Press {
  readonly isRight: boolean;
  readonly isWrapped: boolean;
  /** Several characters are drawn there, any of which is right. */
  readonly isShared: boolean;
}

interface Shown {
  readonly speech: Speech;
  readonly transcript: HTMLElement;
  readonly boxes: readonly GraphemeBox[];
  readonly random: () => number;
}

let root: Root | undefined;
let shown: Shown | undefined;
let pressed: { x: number; y: number } | undefined;
addEventListener('pointerdown', ({ clientX, clientY }) => {
  pressed = { x: clientX, y: clientY };
});

/** Shows the text of a script in its own font, from `/fonts/`. */
export async function showScript(script: Script): Promise<void> {
  const { text, lang, font } = SCRIPTS[script];
  if (font) document.fonts.add(await new FontFace(font[0], `url(/fonts/${font[1]})`).load());
  const host = document.getElementById('root');
  if (!host) throw new Error('The page has no root.');
  root ??= createRoot(host);
  const speech = createSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  root.render(createElement(HighlightedTranscript, { key: script, speech, lang, style: pageStyle(script) }));
  let transcript: HTMLElement | null = null;
  while (!transcript?.textContent?.startsWith(text.slice(0, 20))) {
    await new Promise(requestAnimationFrame);
    transcript = host.querySelector<HTMLElement>('.readalong-transcript');
  }
  await new Promise(requestAnimationFrame);
  shown = { speech, transcript, boxes: graphemeBoxes(transcript, text), random: seeded(script.length + 7) };
}

/** The middle of a random pixel of a random grapheme, in the viewport. */
export function nextPress(): { x: number; y: number } {
  if (!shown) throw new Error('No text is shown.');
  pressed = undefined;
  return randomPress(shown.boxes, shown.random);
}

/** What the press did that was made at that place. */
export function readPress(): Press {
  if (!shown || !pressed) throw new Error('The press did not arrive.');
  const under = boxesAt(shown.boxes, pressed.x, pressed.y);
  const offset = shown.speech.currentOffset();
  const lines = new Set(shown.boxes.map(({ rect }) => Math.round(rect.bottom)));
  return { isRight: under.some((box) => box.offset === offset), isWrapped: lines.size > 2, isShared: under.length > 1 };
}

Object.assign(globalThis, { showScript, nextPress, readPress });
