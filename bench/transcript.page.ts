// A page that shows a text in one of several ways while a voice goes through it at speaking pace.

import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createDocument, createSpeech, HighlightedTranscript, type Speech } from 'react-readalong';
import { servesStandIn, startStandIn } from './book-stand-in.js';
import { bookText } from './book-text.mjs';
import { commitCount } from './count-commits.js';
import { until, wait } from './sound-windows.js';
import { type BaselineProps, RefBaseline, StateBaseline } from './transcript-baselines.js';

/** `whole`: the pill over a text that is never virtual, of whatever length. */
export type Variant = 'nothing' | 'pill' | 'marker' | 'whole' | 'state' | 'refs';

/** Counts of a stretch of playback. */
export interface PlayCounts {
  readonly seconds: number;
  readonly commits: number;
  /** Other characters that were heard. */
  readonly characters: number;
  /** Frames in which a mark was written; single ranges that were moved in them. */
  readonly writes: number;
  readonly moves: number;
}

/** Characters a second of a reading voice. */
const PACE = 15;
const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
/** Asked for only where it is: this is a worker's script too. */
const root = (): HTMLElement => document.getElementById('root') ?? document.body;
let began = 0;
const offset = (): number => Math.floor(((performance.now() - began) / 1000) * PACE);

/** A speech whose voice is a clock: what is measured is what shows it. */
function clockSpeech(text: string): Speech {
  const speech = createSpeech({ text, voiceId });
  return {
    ...speech,
    litOffset: () => (began > 0 ? offset() : null),
    subscribeFrames(listener) {
      let frame = requestAnimationFrame(function next() {
        listener();
        frame = requestAnimationFrame(next);
      });
      return () => cancelAnimationFrame(frame);
    },
  };
}

function elementOf(variant: Variant, text: string) {
  if (variant === 'pill' || variant === 'marker')
    return createElement(HighlightedTranscript, { speech: clockSpeech(text), look: variant });
  if (variant === 'whole')
    return createElement(HighlightedTranscript, { speech: clockSpeech(text), virtualize: 'never' });
  const paragraphs = text.split(/\n\s*\n/);
  const props: BaselineProps = { paragraphs, offset };
  const children =
    variant === 'nothing'
      ? paragraphs.map((paragraph, index) => createElement('p', { key: index }, paragraph))
      : createElement(variant === 'state' ? StateBaseline : RefBaseline, props);
  return createElement('div', { className: 'readalong-transcript' }, children);
}

/** Shows a text of so many words. Milliseconds until it is laid out, and the nodes it has. */
async function mount(variant: Variant, words: number): Promise<{ mount: number; nodes: number }> {
  const text = bookText({ words });
  await wait(300);
  const start = performance.now();
  flushSync(() => createRoot(root()).render(elementOf(variant, text)));
  root().getBoundingClientRect();
  const isOurs = variant === 'pill' || variant === 'marker';
  if (isOurs && text.length > 120_000)
    while (!root().querySelector('.readalong-sheet > p')) await new Promise((resolve) => setTimeout(resolve));
  root().getBoundingClientRect();
  const took = performance.now() - start;
  await wait(500);
  began = performance.now();
  // An empty frame loop has the same clock and nothing to do with it.
  if (variant === 'nothing')
    requestAnimationFrame(function next() {
      offset();
      requestAnimationFrame(next);
    });
  // That a voice begins is no frame like others: all that is still to come takes another colour.
  await wait(500);
  return { mount: took, nodes: countNodes() };
}

function countNodes(): number {
  const walker = document.createTreeWalker(root(), NodeFilter.SHOW_ALL);
  let nodes = 0;
  while (walker.nextNode()) nodes++;
  return nodes;
}

/** Milliseconds to lay all out anew in a column of another width. */
async function resize(): Promise<number> {
  const start = performance.now();
  root().style.inlineSize = '24rem';
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** Goes from the beginning of the page to its end, a view and a half at a time. The most nodes that were there at once. */
async function pageThrough(): Promise<number> {
  let most = 0;
  for (let top = 0; top < document.documentElement.scrollHeight; top += 1.5 * innerHeight) {
    scrollTo(0, top);
    await new Promise(requestAnimationFrame);
    most = Math.max(most, countNodes());
  }
  scrollTo(0, 0);
  await wait(200);
  return most;
}

/** Frames that are shown in so many milliseconds. */
async function frames(milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  while (performance.now() < end) {
    await new Promise(requestAnimationFrame);
    count++;
  }
  return count;
}

let counts = { commits: 0, characters: 0, writes: 0, moves: 0, at: 0 };

/** Really plays a text of so many words, tones and all, from now on. */
async function play(words: number): Promise<void> {
  const { relay } = startStandIn();
  const speech = createSpeech({ text: bookText({ words }), voiceId }, { relay, document: createDocument() });
  countMoves();
  createRoot(root()).render(createElement(HighlightedTranscript, { speech }));
  let heard: number | null = null;
  await wait(1000);
  speech.play();
  await until(() => speech.getSnapshot().status === 'playing' && speech.litOffset() !== null, 'sound');
  speech.subscribeFrames(() => {
    const now = speech.litOffset();
    if (now !== heard) counts.characters++;
    heard = now;
  });
  await wait(2000);
}

function countMoves(): void {
  let frame = -1;
  const { setStart, setEnd } = Range.prototype;
  const count = (): void => {
    counts.moves++;
    const now = document.timeline.currentTime;
    if (Number(now) !== frame) counts.writes++;
    frame = Number(now);
  };
  const lit = (range: Range): boolean =>
    ['sentence', 'word', 'character', 'spoken', 'upcoming'].some((name) =>
      CSS.highlights.get(`readalong-${name}`)?.has(range),
    );
  Range.prototype.setStart = function (node, at) {
    if (lit(this)) count();
    setStart.call(this, node, at);
  };
  Range.prototype.setEnd = function (node, at) {
    if (lit(this)) count();
    setEnd.call(this, node, at);
  };
}

function startCounting(): void {
  counts = { commits: commitCount(), characters: 0, writes: 0, moves: 0, at: performance.now() };
}

function readCounts(): PlayCounts {
  const { characters, writes, moves } = counts;
  return {
    seconds: (performance.now() - counts.at) / 1000,
    commits: commitCount() - counts.commits,
    characters,
    writes,
    moves,
  };
}

if (!servesStandIn())
  Object.assign(globalThis, { mount, frames, resize, pageThrough, play, startCounting, readCounts });
