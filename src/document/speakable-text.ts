import { graphemeStart } from '../alignment/grapheme-border.js';
import { isHigh } from './code-points.js';
import { SENTENCE_REACH } from './sentence-starts.js';
import { longEnd, quietEnd, sureEnd } from './speakable-border.js';

export interface SpeakableTextOptions {
  /** Seconds without more text, after which what came is passed on without waiting for the end of the sentence. @default 0.4 */
  quiet?: number | undefined;
  /** UTF-16 units after which a sentence that does not end is passed on in pieces. @default 600 */
  most?: number | undefined;
  /** BCP 47. @default told by the script */
  locale?: string | undefined;
  /** Ends it at once, and the text that it reads. */
  signal?: AbortSignal | undefined;
}

/** Quiet times that a last word waits that may not be whole: half a word cannot be mended once it is spoken. */
const PATIENCE = 4;

type Arrival =
  | { readonly kind: 'chunk'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'end' | 'quiet' | 'abort' };

/**
 * Passes on text that arrives in pieces as soon as it can be spoken: by sentences that are over for sure, as the next one began or
 * the end came, or after a quiet time up to the last whole word. What it yields joins to the text. An error of the source is thrown
 * after what came before it; an abort ends it without one.
 */
export async function* createSpeakableText(
  chunks: AsyncIterable<string>,
  { quiet = 0.4, most = 600, locale, signal }: SpeakableTextOptions = {},
): AsyncGenerator<string, void, undefined> {
  const source = chunks[Symbol.asyncIterator]();
  let text = '';
  let quietTimes = 0;
  let next = pull(source);
  let arrival: Arrival = { kind: 'quiet' };
  try {
    for (;;) {
      arrival = await firstOf(next, text && quietTimes < PATIENCE ? quiet : null, signal);
      if (arrival.kind === 'abort') return;
      if (arrival.kind === 'end' || arrival.kind === 'failed') break;
      if (arrival.kind === 'chunk') {
        text += arrival.text;
        quietTimes = 0;
        next = pull(source);
      } else quietTimes++;
      const end = quietTimes > 0 ? (quietTimes < PATIENCE ? quietEnd(text, locale) : wholeEnd(text)) : 0;
      for (let ready = end || readyEnd(text, most, locale); ready > 0; ready = readyEnd(text, most, locale)) {
        const piece = text.slice(0, ready);
        text = text.slice(ready);
        yield piece;
      }
    }
    if (text) yield text;
    if (arrival.kind === 'failed') throw arrival.error;
  } finally {
    // It may not answer, and what it says now is nobody's concern.
    if (arrival.kind !== 'end' && arrival.kind !== 'failed') source.return?.().catch(() => {});
  }
}

/** How much can be spoken while more keeps coming. */
function readyEnd(text: string, most: number, locale: string | undefined): number {
  const sure = sureEnd(text, locale);
  if (sure > 0 || text.length < most + SENTENCE_REACH) return sure;
  const long = longEnd(text, most, locale);
  return long > 0 || text.length < most * 4 ? long : graphemeStart(text, most * 3);
}

/** All but half a character. */
const wholeEnd = (text: string): number => (isHigh(text, text.length - 1) ? text.length - 1 : text.length);

/** What comes next; an error is an answer, since nobody may be waiting for it yet. */
function pull(source: AsyncIterator<string>): Promise<Arrival> {
  return source.next().then(
    ({ done, value }) => (done ? { kind: 'end' } : { kind: 'chunk', text: value }),
    (error: unknown) => ({ kind: 'failed', error }),
  );
}

/** The next piece, unless it is quiet for some seconds or there is an abort before. */
function firstOf(next: Promise<Arrival>, quiet: number | null, signal: AbortSignal | undefined): Promise<Arrival> {
  if (signal?.aborted) return Promise.resolve({ kind: 'abort' });
  return new Promise((resolve) => {
    const onAbort = (): void => settle({ kind: 'abort' });
    const timer = quiet === null ? undefined : setTimeout(() => settle({ kind: 'quiet' }), quiet * 1000);
    const settle = (arrival: Arrival): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(arrival);
    };
    signal?.addEventListener('abort', onAbort);
    next.then(settle);
  });
}
