import {
  createRelay,
  createSpeechStore,
  HighlightedTranscript,
  type Speech,
  SpeechProvider,
  useSpeech,
} from 'react-readalong';
import { createOfflineElevenLabs, createTonesEngine } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';
import { afterEach, expect, it } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { theLamplighter } from '../../stories/the-lamplighter.js';
import { type CapturedSound, captureSound } from '../helpers/captured-sound.js';
import { heardCharacters } from '../helpers/heard-characters.js';

const { text } = theLamplighter;
let sound: CapturedSound;
afterEach(async () => {
  await cleanup();
  await sound.close();
});

const handler = createRelayHandler({
  apiKey: 'offline',
  fetch: createOfflineElevenLabs({ engine: createTonesEngine(), pace: 'instant' }),
});
const relay = createRelay({ url: 'http://relay.test', fetch: (input, init) => handler(new Request(input, init)) });

/** UTF-16 offset of each code point, as the tones engine counts them. */
const offsets: number[] = [];
for (let offset = 0; offset < text.length; offset += String.fromCodePoint(text.codePointAt(offset) ?? 0).length)
  offsets.push(offset);
const indexOf = (offset: number) => offsets.indexOf(offset);
/** Words as the eye parts them: white space, and dashes or an ellipsis within a run. */
const words = [...text.matchAll(/[^\s—…]+[—…]*[”’"',.]*|[—…]+/g)].map((match) => ({
  start: match.index,
  end: match.index + match[0].length,
}));
const wordAt = (offset: number) => words.findLast(({ start }) => start <= offset)?.start ?? -1;

/** The offset of the word that is lit in the document, read from the registry of highlights alone. */
function litWord(container: Element): number {
  const [range] = CSS.highlights.get('readalong-word') ?? [];
  if (!range) return -1;
  const paragraph = range.startContainer.parentElement;
  let from = 0;
  for (const element of container.querySelectorAll('p')) {
    from = text.indexOf(element.textContent ?? '', from);
    if (element === paragraph) return from + range.startOffset;
    from += (element.textContent ?? '').length;
  }
  return -1;
}

/** The context frame that is at the ear now, by the context's own output timestamp. */
function frameAtTheEar(context: AudioContext): number {
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
  return Math.round((contextTime + (performance.now() - performanceTime) / 1000) * context.sampleRate);
}

/** Just after a frame was painted, some time from now. */
const afterPaint = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), milliseconds));

it('lights the word that is heard, in 200 of 200 moments of a page of prose', async () => {
  sound = await captureSound();
  const { context } = sound;
  let speech: Speech | undefined;
  function Page() {
    const result = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb', audioContext: context });
    speech = result.speech;
    return <HighlightedTranscript speech={result.speech} />;
  }
  const { container } = await render(
    <SpeechProvider relay={relay} store={createSpeechStore()}>
      <Page />
    </SpeechProvider>,
  );
  if (!speech) throw new Error('The page did not render.');
  const random = seeded(7);
  const outcome = { sampled: 0, right: 0, tooNear: 0, wrong: [] as string[] };

  speech.play();
  await expect.poll(() => speech?.getSnapshot().loading, { timeout: 20_000 }).toBe('complete');
  for (let visit = 0; outcome.sampled < 200; visit++) {
    // Places all over the page: starts of words, where a click lands.
    const from = visit === 0 ? 0 : (words[Math.floor(random() * (words.length - 40))]?.start ?? 0);
    const begin = frameAtTheEar(context);
    speech.seekToOffset(from);
    const moments: { frame: number; lit: number }[] = [];
    await afterPaint(250);
    for (let i = 0; i < 14; i++) {
      await afterPaint(40 + random() * 60);
      moments.push({ frame: frameAtTheEar(context), lit: litWord(container) });
    }
    const last = moments.at(-1)?.frame ?? 0;
    await expect.poll(() => sound.span().to).toBeGreaterThan(last + 0.1 * context.sampleRate);
    // What still sounded of the place before is faded out within 60 ms of the jump.
    const after = begin + Math.round(0.15 * context.sampleRate);
    const heard = heardCharacters(sound.samples(after, last - after + 4410), context.sampleRate, indexOf(from) + 2);
    for (const { frame, lit } of moments) {
      const seconds = (frame - after) / context.sampleRate;
      const around = heard
        .filter(({ time }) => Math.abs(time - seconds) <= 0.02 + 0.01)
        .map(({ index }) => wordAt(offsets[index] ?? 0));
      if (around.length === 0 || new Set(around).size > 1) {
        outcome.tooNear++;
        continue;
      }
      if (outcome.sampled === 200) break;
      outcome.sampled++;
      if (around[0] === lit) outcome.right++;
      else
        outcome.wrong.push(
          `lit ${text.slice(lit, lit + 12)} at ${lit}, heard ${text.slice(around[0], (around[0] ?? 0) + 12)} at ${around[0]}`,
        );
    }
  }
  console.info(
    `lit word: ${outcome.right} of ${outcome.sampled} right, ${outcome.tooNear} left out (too near to a border)`,
  );
  expect(outcome.wrong).toEqual([]);
  expect(outcome.right).toBe(200);
}, 120_000);

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
