// How long a long text holds up the page: its speech, its transcript, its first lit word.
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createDocument, createSpeech, HighlightedTranscript, type Speech } from 'react-readalong';
import { servesStandIn, startStandIn } from './book-stand-in.js';
import { bookText } from './book-text.mjs';
import { until, wait } from './sound-windows.js';

/** Milliseconds, but for the count of characters. */
export interface BookOpening {
  readonly characters: number;
  readonly createSpeech: number;
  readonly getSnapshot: number;
  /** `<HighlightedTranscript>`, until React has it in the document; then until the browser has laid it out. */
  readonly mount: number;
  readonly layout: number;
  /** From `play()` to the first lit word. */
  readonly firstLit: number;
  /** The longest that the page was held up in that time, and in the 4 s of play after it. */
  readonly longestBlock: number;
  readonly longestBlockAfter: number;
  /** Words of the whole text, and its sentences, on their own. */
  readonly words: number;
  readonly sentences: number;
  /** That the page was held up for each new snapshot in those 4 s, on the average. */
  readonly update: number;
}

/** Opens a text of so many characters at most in a page that has opened none. */
async function measureOpening(characters: number): Promise<BookOpening> {
  const text = bookText({ words: characters / 5 }).slice(0, characters);
  const { relay } = startStandIn();
  await wait(500);
  let speech: Speech | undefined;
  const timed = (work: () => void): number => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const creating = timed(() => {
    speech = createSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' }, { relay, document: createDocument() });
  });
  const made = speech;
  if (!made) throw new Error('There is no speech.');
  const reading = timed(() => void made.getSnapshot());
  made.subscribe(() => {});
  const root = document.getElementById('root') ?? document.body;
  const mount = timed(() =>
    flushSync(() => createRoot(root).render(createElement(HighlightedTranscript, { speech: made }))),
  );
  const layout = timed(() => void root.getBoundingClientRect().height);
  await wait(300);
  const blocks = watchBlocks();
  const began = performance.now();
  made.play();
  await until(() => (CSS.highlights.get('readalong-word')?.size ?? 0) > 0, 'a lit word');
  const firstLit = performance.now() - began;
  await wait(50);
  const longestBlock = blocks.longest();
  let updates = 0;
  const heldBefore = blocks.total();
  const leave = made.subscribe(() => updates++);
  await wait(4000);
  leave();
  const held = blocks.total() - heldBefore;
  const longestBlockAfter = blocks.longest();
  made.pause();
  const { spans } = createSpeech(
    { text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' },
    { relay, document: createDocument() },
  ).getSnapshot().timeline;
  const words = timed(() => void spans.words);
  const sentences = timed(() => void spans.sentences);
  const update = held / Math.max(1, updates);
  return {
    characters: text.length,
    createSpeech: creating,
    getSnapshot: reading,
    mount,
    layout,
    firstLit,
    longestBlock,
    longestBlockAfter,
    words,
    sentences,
    update,
  };
}

/** How long tasks that should come every 4 ms were late. */
function watchBlocks() {
  let [longest, total] = [0, 0];
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    const late = Math.max(0, now - last - 4);
    longest = Math.max(longest, late);
    if (late > 1) total += late;
    last = now;
    setTimeout(look, 4);
  };
  setTimeout(look, 4);
  return {
    /** Milliseconds, since it was asked last. */
    longest() {
      const found = longest;
      longest = 0;
      return found;
    },
    total: () => total,
  };
}

if (!servesStandIn()) Object.assign(globalThis, { measureOpening });
