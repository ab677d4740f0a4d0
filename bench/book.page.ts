// A book in a page: how soon it sounds, whether what is lit is what is heard, what is bought and kept for a hundred places.
import { createDocument, createSpeech, type Speech } from 'react-readalong';
import { captureSound } from '../test/helpers/captured-sound.js';
import { heardCharacters } from '../test/helpers/heard-characters.js';
import { charactersOf, servesStandIn, startStandIn } from './book-stand-in.js';
import { bookText, countWords, randomFrom } from './book-text.mjs';
import { noteStarts } from './sound-starts.js';
import { until, wait } from './sound-windows.js';

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
/** Code points of sound within this many seconds of a moment must all be of one word. */
const NEAR = 0.03;
/** Seconds of sound before a moment and behind it: the character before a pause is what is heard in it. */
const BEFORE = 0.6;
const BEHIND = 0.05;
/** UTF-16 units at the beginning of a request in which the sound of the one before it would be taken for its own. */
const BEGINNING = 12;

let book = '';
let random = randomFrom(6);
let standIn: ReturnType<typeof startStandIn>;
let starts: ReturnType<typeof noteStarts>;

function prepare(): number {
  book = bookText();
  random = randomFrom(6);
  standIn = startStandIn();
  starts = noteStarts();
  return countWords(book);
}

const readBook = (audioContext?: AudioContext): Speech => {
  const speech = createSpeech(
    { text: book, voiceId },
    { relay: standIn.relay, document: createDocument(), audioContext },
  );
  speech.subscribe(() => {});
  return speech;
};
const anywhere = (): number => Math.floor(random() * (book.length - 2000));

/** Milliseconds from `play()` to the first source: of a text of one sentence, and of the book at some places, one after the other. */
async function measureFirst(places: number): Promise<{ sentence: number[]; start: number[]; place: number[] }> {
  const measured = { sentence: [] as number[], start: [] as number[], place: [] as number[] };
  for (let round = -1; round < places; round++) {
    const sentence = createSpeech(
      { text: `The lamp in house ${100 + round} was lit before the rain came.`, voiceId },
      { relay: standIn.relay },
    );
    sentence.subscribe(() => {});
    const [one, first, there] = [
      await firstSound(sentence),
      await firstSound(readBook()),
      await firstSound(readBook(), anywhere()),
    ];
    // The first in a page also pays for what the browser does once.
    if (round < 0) continue;
    measured.sentence.push(one);
    measured.start.push(first);
    measured.place.push(there);
  }
  return measured;
}

async function firstSound(speech: Speech, offset?: number): Promise<number> {
  const before = starts.length;
  const began = performance.now();
  if (offset !== undefined) speech.seekToOffset(offset);
  speech.play();
  await until(() => starts.length > before, 'sound');
  const took = (starts[before]?.when ?? Number.NaN) - began;
  speech.dispose();
  await wait(150);
  return took;
}

export interface HeardWords {
  readonly sampled: number;
  readonly right: number;
  /** Left out: no tone sounded, or those of two words or of two requests. */
  readonly unsure: number;
  readonly places: number;
  readonly wrong: string[];
}

/** Compares the word that is lit with the one whose tone left the context, at places all over the book. */
async function measureHeard(moments: number): Promise<HeardWords> {
  const sound = await captureSound();
  const { context } = sound;
  const speech = readBook(context);
  const outcome = { sampled: 0, right: 0, unsure: 0, places: 0, wrong: [] as string[] };
  while (outcome.sampled < moments && outcome.places < moments) {
    const place = anywhere();
    outcome.places++;
    const asked = standIn.calls.length;
    speech.seekToOffset(place);
    speech.play();
    await until(() => speech.getSnapshot().status === 'playing', `sound at ${place}`);
    await wait(250);
    const seen: { frame: number; lit: number }[] = [];
    for (let i = 0; i < 14; i++) {
      await wait(30 + random() * 90);
      seen.push({ frame: frameAtTheEar(context), lit: speech.litOffset() ?? -1 });
    }
    const last = seen.at(-1)?.frame ?? 0;
    await until(() => sound.span().to > last + 0.1 * context.sampleRate, 'captured sound');
    const requests = standIn.calls.slice(asked).map((call) => rangeOf(call.body?.text ?? '', place));
    for (const { frame, lit } of seen) {
      if (outcome.sampled === moments) break;
      const first = frame - Math.round(BEFORE * context.sampleRate);
      const samples = sound.samples(first, Math.round((BEFORE + BEHIND) * context.sampleRate));
      const heard = heardWords(samples, lit, requests, speech);
      if (heard.length !== 1) {
        outcome.unsure++;
        continue;
      }
      outcome.sampled++;
      const { words } = speech.getSnapshot().timeline.spans;
      if (heard[0] === words.indexAt(lit)) outcome.right++;
      else outcome.wrong.push(`lit word ${words.indexAt(lit)} at ${lit}, heard ${heard[0]}`);
    }
  }
  speech.dispose();
  await sound.close();
  return outcome;
}

/** The words whose tones sound in the middle of some samples, by the request that holds what is lit. */
function heardWords(samples: Float32Array, lit: number, requests: readonly Range[], speech: Speech): number[] {
  const request = requests.find(({ start, end }) => start <= lit && lit < end);
  if (!request || lit - request.start < BEGINNING) return [];
  const { words } = speech.getSnapshot().timeline.spans;
  const own = book.slice(request.start, request.end);
  const near = [...own.slice(0, lit - request.start)].length - 8;
  const offsets = [0];
  for (const character of own) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const heard = heardCharacters(samples, samples.length / (BEFORE + BEHIND), near)
    .filter(({ time }) => Math.abs(time - BEFORE) <= NEAR)
    .map(({ index }) => words.indexAt(request.start + (offsets[index] ?? Number.POSITIVE_INFINITY)));
  return [...new Set(heard)];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the text of a request stands in the book, from the sentence of a place on. */
function rangeOf(text: string, place: number): Range {
  const start = book.indexOf(text, place - 700);
  return { start, end: start + text.length };
}

/** The context frame that is at the ear now, by the context's own output timestamp. */
function frameAtTheEar(context: AudioContext): number {
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
  return Math.round((contextTime + (performance.now() - performanceTime) / 1000) * context.sampleRate);
}

let visited: Speech | null = null;

/** Plays on at some places of the book for half a second each. Returns the characters that were bought for all of them, and megabytes of sound. */
async function visit(places: number): Promise<{ bought: number; megabytes: number }> {
  visited ??= readBook();
  const before = charactersOf(standIn.calls);
  const receivedBefore = standIn.received();
  for (let i = 0; i < places; i++) {
    visited.seekToOffset(anywhere());
    visited.play();
    const speech = visited;
    await until(() => speech.getSnapshot().status === 'playing', 'sound');
    await wait(500);
  }
  visited.pause();
  await wait(11_000);
  return {
    bought: charactersOf(standIn.calls) - before,
    megabytes: (standIn.received() - receivedBefore) / 1e6,
  };
}

if (!servesStandIn()) Object.assign(globalThis, { prepare, measureFirst, measureHeard, visit });
