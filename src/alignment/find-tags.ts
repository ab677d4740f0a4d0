import { createSpanList, type SpanList } from './span-list.js';
import { UNSPACED } from './unspaced-script.js';

/**
 * A word or more in brackets, alone: not `a[0]`, `[1]`, `[[a]]`, a link of Markdown, or what is never closed. Only letters of
 * scripts with spaces in front of it say that it is not alone.
 */
const AUDIO_TAG = new RegExp(
  `(?<!(?!${UNSPACED.source})[\\p{L}\\p{N}_]|\\[)\\[\\p{L}[^[\\]\\n]{0,80}\\](?![\\](\\p{M}\\u200d])`,
  'gu',
);
/** The elements of SSML that the API knows or is sent by mistake: any other is a sign for less in somebody's text. */
const SSML_TAG =
  /<\/?(?:audio|break|emphasis|lang|lexicon|mark|p|phoneme|prosody|s|say-as|speak|sub|voice)(?:\s[^<>\n]{0,300})?\/?>(?![\p{M}\u200d])/giu;

/** The audio tags of a text (`[laughs]`), brackets included. */
export const findAudioTags = (text: string): SpanList => spansOf(text, AUDIO_TAG);

/** The SSML tags of a text (`<break time="1s" />`), without what stands between an opening and a closing one. */
export const findSsmlTags = (text: string): SpanList => spansOf(text, SSML_TAG);

/** Whether an offset lies in one of the spans. */
export function isWithin(spans: SpanList, offset: number): boolean {
  const index = spans.indexAt(offset);
  return index >= 0 && offset < spans.end(index);
}

function spansOf(text: string, pattern: RegExp): SpanList {
  const spans = createSpanList();
  for (const match of text.matchAll(pattern)) spans.add(match.index, match.index + match[0].length);
  return spans;
}
