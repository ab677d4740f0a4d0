import { graphemeStart } from '../alignment/grapheme-border.js';

/** A file for the reader to keep. */
export interface SpeechFile {
  /** Its type is the file's. */
  readonly blob: Blob;
  readonly name: string;
}

/** UTF-16 units of a name without its ending: of any script fewer than the 255 bytes that file systems take. */
const LONGEST = 60;
/** What no file system takes, and signs that make a name look like another. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name of a text's first words, in any script, that every file system takes. `ending` without a dot. */
export function fileName(text: string, ending: string): string {
  const plain = text
    .slice(0, LONGEST * 4)
    .replace(FORBIDDEN, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  const name = shortened(plain).replace(/^[.\s]+|[.,;:!\s]+$/g, '');
  const safe = name === '' ? 'speech' : RESERVED.test(name) ? `${name} speech` : name;
  return `${safe}.${ending}`;
}

/** Whole words where there are some, and whole graphemes always. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST);
  return text.slice(0, space > LONGEST / 2 ? space : graphemeStart(text, LONGEST));
}

/** Hands a file to the reader, as a link with `download` does. Call it within a gesture. */
export function saveFile({ blob, name }: SpeechFile): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Not at once: a browser may read it only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
