import { expect } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import { lit } from '../../helpers/lit.js';
import { button, fold, now, type Reader, searchBox, text, transcript } from './reader.js';

/** What a reader can ask for, how, and what it does. */
export interface Command {
  does: string;
  /** The key that does it while the focus is in the text. */
  key?: string;
  /** Where the focus is instead: in the text, arrows go from word to word. */
  from?: () => Locator;
  /** What is shown. @default a reader whose sound is here, paused at a word in its middle */
  stage?: () => Promise<Reader>;
  /** What the reader did before. */
  given?: (reader: Reader) => unknown;
  /** What has to be opened before; in a narrow reader, as on a phone, it may be elsewhere. */
  open?: (isNarrow: boolean) => Locator[];
  control: () => Locator;
  /** Where it is touched or clicked, as a share of its width. @default the middle */
  at?: number;
  /** What the keyboard presses on it. @default Enter */
  press?: string;
  /** What cannot be pressed: how it is used. */
  use?: (control: Locator) => Promise<unknown>;
  effect: (reader: Reader) => unknown;
}

export const more = () => [button('More')];
export const inPractice = () => [button('More'), fold('Practice')];
export const inDownload = () => [button('More'), fold('Download')];
export const inSkip = () => [button('More'), fold('Skip')];
export const inSpeed = (isNarrow: boolean) => [button(isNarrow ? 'More' : /^Speed/)];
export const inVolume = (isNarrow: boolean) => [button(isNarrow ? 'More' : /^Volume/)];

export const word = (expected: string) => (reader: Reader) =>
  expect.poll(() => lit(reader.container).trim()).toBe(expected);
export const moved = (seconds: number) => (reader: Reader) =>
  expect.poll(() => Math.abs(reader.speech.currentTime() - reader.before - seconds)).toBeLessThan(0.05);
export const saves = (ending: string) => (reader: Reader) =>
  expect.poll(() => reader.saved.map((name) => name.split('.').at(-1))).toEqual([ending]);
export const status = (expected: string) => (reader: Reader) => expect.poll(() => now(reader).status).toBe(expected);
export const rate = (expected: number) => (reader: Reader) =>
  expect.poll(() => now(reader).playbackRate).toBe(expected);
export const plays = ({ speech }: Reader) => {
  speech.play();
  return expect.poll(() => speech.getSnapshot().status).toBe('playing');
};
export const fast = ({ speech }: Reader) => speech.setPlaybackRate(3);
export const hidden = () => [...(CSS.highlights.get('readalong-hidden') ?? [])].join('');
export const hits = () => [...(CSS.highlights.get('readalong-hit-current') ?? [])].join('');

/** Waits until the voice goes back by itself to a place, and returns up to where it had come before, as offsets. */
export async function goesBack({ speech }: Reader, to: number): Promise<number> {
  const heard: number[] = [];
  const back = () => heard.findIndex((offset, index) => Math.abs(offset - to) < 8 && offset < (heard[index - 1] ?? 0));
  const leave = speech.subscribeFrames(() => heard.push(speech.currentOffset()));
  try {
    await expect.poll(back, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
  } finally {
    leave();
  }
  return heard[back() - 1] ?? -1;
}
export const stretchGoesBack = (stretch: string) => async (reader: Reader) => {
  const start = text.indexOf(stretch);
  const end = await goesBack(reader, start);
  // On a busy machine a frame is late.
  expect(end).toBeGreaterThan(start + stretch.length / 2);
  expect(end).toBeLessThan(start + stretch.length);
};
export const searchFor = (query: string) => async () => {
  transcript().element().focus();
  await userEvent.keyboard('/');
  await searchBox().fill(query);
  await expect.poll(hits).not.toBe('');
};
export const loopsSentence = async (reader: Reader) => {
  fast(reader);
  transcript().element().focus();
  await userEvent.keyboard('r');
  await expect.poll(() => now(reader).status).toBe('playing');
};

export const beginsLoop = async (reader: Reader) => {
  await plays(reader);
  for (const each of [...inPractice(), button('Begin a loop here')]) await each.click();
  reader.begun = reader.speech.currentOffset();
  await expect.poll(() => reader.speech.currentOffset()).toBeGreaterThan(reader.begun + 5);
  await userEvent.keyboard('{Escape}');
};
