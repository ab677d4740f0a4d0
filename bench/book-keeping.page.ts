// What of a book is bought once and never again: by a second reading, by components, by tabs, by a page that is killed.
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createDocument,
  createIndexedDbShelf,
  createSpeechStore,
  type Speech,
  SpeechProvider,
  useSpeech,
} from 'react-readalong';
import { type BookFrame, bookFrame, openReading, voiceId } from './book-frame.js';
import { charactersOf, noteAllCalls, servesStandIn, startStandIn } from './book-stand-in.js';
import { bookText, randomFrom } from './book-text.mjs';
import { until, wait } from './sound-windows.js';

const complete = async (speech: Speech): Promise<void> => {
  for (const end = performance.now() + 40_000; speech.getSnapshot().loading !== 'complete'; await wait(50)) {
    if (performance.now() > end)
      throw new Error(`Never complete: ${speech.getSnapshot().loading}, ${speech.getSnapshot().error}`);
  }
};

let calls: ReturnType<typeof noteAllCalls> = [];

/** Requests of a first and of a second reading of some characters of the book. */
async function measureSecondReading(characters: number): Promise<[first: number, second: number]> {
  calls = noteAllCalls();
  const name = 'second reading';
  const text = bookText({ words: characters }).slice(0, characters);
  const counts: number[] = [];
  for (let reading = 0; reading < 2; reading++) {
    const before = calls.length;
    const { speech, shelf } = openReading({ name, text, ahead: 1e6 });
    speech.setMuted(true);
    speech.play();
    await complete(speech);
    const parts = counts[0] ?? calls.length - before;
    for (let i = 0; i < 100 && (await shelf.usage()).count < parts; i++) await wait(50);
    speech.dispose();
    counts.push(calls.length - before);
  }
  return [counts[0] ?? Number.NaN, counts[1] ?? Number.NaN];
}

/** Requests beyond one a part, where two components under StrictMode and two frames read the same with little room to keep it. */
async function measureSharing(
  characters: number,
): Promise<{ requests: number; parts: number; kept: number; room: number }> {
  calls = noteAllCalls();
  const room = 2e6;
  const name = 'sharing';
  const text = bookText({ words: characters, seed: 7 }).slice(0, characters);
  const frames = [await openFrame(), await openFrame()];
  const others = frames.map(({ page }) => page.open({ name, text, ahead: 1e6, maxBytes: room }));
  const shelf = createIndexedDbShelf({ name, maxBytes: room });
  const store = createSpeechStore({ keep: shelf });
  const { relay } = startStandIn();
  const own: Speech[] = [];
  const book = createDocument({ ahead: 1e6, concurrency: 4 });
  function Reader({ index }: { index: number }) {
    const { speech } = useSpeech({ text, voiceId, document: book, audioFocus: 'shared' });
    own[index] = speech;
    return null;
  }
  const root = createRoot(document.getElementById('root') ?? document.body);
  const readers = [0, 1].map((index) => createElement(Reader, { key: index, index }));
  root.render(createElement(StrictMode, null, createElement(SpeechProvider, { relay, store }, ...readers)));
  await until(() => own.length === 2, 'two components');
  await wait(200);
  const all = [...own, ...others];
  for (const speech of all) {
    speech.setMuted(true);
    speech.play();
    // Else each pauses the one before it, who would buy no more.
    await wait(20);
  }
  await Promise.all(all.map(complete));
  await wait(500);
  const requests = calls.length;
  const texts = new Set(calls.map(({ body }) => body?.text));
  const { bytes } = await shelf.usage();
  root.unmount();
  for (const { kill } of frames) kill();
  return { requests, parts: texts.size, kept: bytes, room };
}

export interface Kills {
  readonly kills: number;
  /** The most sentences between the bookmark and what was heard last. */
  readonly sentencesOff: number;
  /** Characters that were bought although they were kept already. */
  readonly boughtAgain: number;
  readonly bought: number;
  readonly kept: number;
  /** Kept records that are no whole speech. */
  readonly broken: number;
  readonly notes: string[];
}

/** Kills a page at random moments of a reading that goes on from its bookmark. */
async function measureKills(kills: number): Promise<Kills> {
  calls = noteAllCalls();
  const random = randomFrom(11);
  const text = bookText({ words: 20_000, seed: 8 }).slice(0, 60_000);
  const name = 'kills';
  const result = { kills, sentencesOff: 0, boughtAgain: 0, bought: 0, kept: 0, broken: 0, notes: [] as string[] };
  for (let round = 0; round < kills; round++) {
    const stored = await storedRanges(name, text);
    const before = calls.length;
    const { page, kill } = await openFrame();
    const speech = page.open({ name, text, bookmark: name });
    await wait(100);
    const from = speech.litOffset() ?? 0;
    speech.play();
    await until(() => speech.getSnapshot().status === 'playing', `sound of round ${round}`);
    await wait(300 + random() * 5000);
    const heard = speech.litOffset() ?? -1;
    const { spans } = speech.getSnapshot().timeline;
    const sentence = spans.sentences.indexAt(heard);
    kill();
    await wait(100);
    const kept: { offset?: number } = JSON.parse(localStorage.getItem(name) ?? '{}');
    const off = Math.abs(sentence - spans.sentences.indexAt(kept.offset ?? 0));
    result.sentencesOff = Math.max(result.sentencesOff, off);
    for (const call of calls.slice(before)) {
      const range = rangeOf(text, call.body?.text ?? '', from);
      const again = overlap(range, stored);
      result.boughtAgain += again;
      if (again > 0)
        result.notes.push(`round ${round} from ${from}: ${range.join('–')} was bought, ${again} of it were kept`);
    }
  }
  const ranges = await storedRanges(name, text);
  const shelf = createIndexedDbShelf({ name });
  const { count } = await shelf.usage();
  return { ...result, bought: charactersOf(calls), kept: ranges.length, broken: Math.abs(count - ranges.length) };
}

type Range = readonly [start: number, end: number];

/** Where a text stands that is spoken from about a place on. */
function rangeOf(text: string, part: string, place: number): Range {
  const start = text.indexOf(part, Math.max(0, place - 1500));
  return [start, start + part.length];
}

function overlap([start, end]: Range, stored: readonly Range[]): number {
  return stored.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
}

/** What a database keeps of a text, read past the shelf: only whole sound counts. */
async function storedRanges(name: string, text: string): Promise<Range[]> {
  // Who asks first makes the database.
  await createIndexedDbShelf({ name }).usage();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const records = await new Promise<{ text: string; length: number; audio: Blob }[]>((resolve, reject) => {
    const asking = database.transaction('speech').objectStore('speech').getAll();
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  database.close();
  return records.filter(({ audio, length }) => audio.size === length).map((record) => rangeOf(text, record.text, 0));
}

/** Opens a frame of this page that can be killed. */
async function openFrame(): Promise<{ page: BookFrame; kill(): void }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';
  document.body.append(frame);
  await until(() => frame.contentWindow?.bookFrame !== undefined, 'a frame');
  const page = frame.contentWindow?.bookFrame;
  if (!page) throw new Error('The frame is gone.');
  return { page, kill: () => frame.remove() };
}

if (servesStandIn()) {
  // This is the worker.
} else if (window.parent !== window) window.bookFrame = bookFrame;
else Object.assign(globalThis, { measureSecondReading, measureSharing, measureKills });
