import { containerOf } from './containers.js';
import { readMp3Header } from './mp3-header.js';

/** First bytes that tell every file of another kind: three frames of MP3 or AAC, as long as those of speech are. */
export const FOREIGN_HEAD = 6144;

/** First bytes that are letters before they are believed to be text: for so long no voice keeps to them. Fewer where there are no more. */
const TEXT = 512;
const SHORT_TEXT = 16;
/** Frames in a row, each where the one before says, that are no chance. */
const FRAMES = 3;

/** How HTML, XML and JSON begin, and what they do not hold. */
const MARKUP = /^\s*(<(!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])|[[{]\s*([{[]\s*)*"[^"]+"\s*[:,\]])/i;
const OPENING = /^\s*([<[{]|$)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells sound from text.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * Whether some first bytes are plainly another file than sound without a header, which could be any bytes;
 * undefined where more of them may tell. `final` says that there are no more.
 */
export function isForeign(head: Uint8Array, final: boolean): boolean | undefined {
  const container = containerOf(head);
  const found = [
    container === undefined ? undefined : container !== null,
    isMarkup(head.subarray(0, TEXT), final),
    isFrames(head, mp3Frame),
    isFrames(head, adtsFrame),
  ];
  if (found.includes(true)) return true;
  return final || head.length >= FOREIGN_HEAD || !found.includes(undefined) ? false : undefined;
}

function isMarkup(head: Uint8Array, final: boolean): boolean | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return false;
  }
  if (CONTROL.test(text) || !OPENING.test(text)) return false;
  if (head.length < TEXT && !final) return undefined;
  return head.length >= SHORT_TEXT && MARKUP.test(text);
}

/** A frame's bytes, and what is the same in every frame of its stream. */
interface Frame {
  readonly length: number;
  readonly form: string;
}

/** Reads the header of a frame; null where there is none. Needs seven bytes there. */
type ReadFrame = (bytes: Uint8Array, at: number) => Frame | null;

function isFrames(head: Uint8Array, read: ReadFrame): boolean | undefined {
  const first = read(head, 0);
  for (let at = 0, count = 0; count < FRAMES; count++) {
    // Every header of both begins with eleven ones.
    if ((head[at] ?? 0xff) !== 0xff || ((head[at + 1] ?? 0xff) & 0xe0) !== 0xe0) return false;
    if (at + 7 > head.length) return undefined;
    const frame = read(head, at);
    if (!first || frame?.form !== first.form) return false;
    at += frame.length;
  }
  return true;
}

const mp3Frame: ReadFrame = (bytes, at) => {
  const header = readMp3Header(bytes, at);
  return header && { length: header.length, form: `${header.sampleRate} ${header.samples}` };
};

/** AAC as it is streamed (ISO 13818-7, 6.2). */
const adtsFrame: ReadFrame = (bytes, at) => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes.subarray(at, at + 6);
  const length = ((d & 3) << 11) | (e << 3) | (f >> 5);
  if (a !== 0xff || (b & 0xf6) !== 0xf0 || ((c >> 2) & 15) > 12 || length < 7) return null;
  return { length, form: `${b} ${c} ${d >> 6}` };
};
