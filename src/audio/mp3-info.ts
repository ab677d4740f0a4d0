import type { Mp3Header } from './mp3-header.js';

/** Samples that an encoder put before the first and after the last of the original. */
export interface Mp3Padding {
  readonly before: number;
  readonly after: number;
}

/** What LAME puts before the sound where no tag says otherwise. */
export const USUAL_PADDING: Mp3Padding = { before: 576, after: 0 };

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * Reads the Xing, Info or VBRI frame that may open an MP3 and holds no sound.
 * Returns the encoder's padding, or null where the frame is an ordinary one.
 */
export function readMp3Info(frame: Uint8Array, header: Mp3Header): Mp3Padding | null {
  if (ascii(frame, 36, 4) === 'VBRI') return USUAL_PADDING;
  const at = header.mpeg1 ? (header.mono ? 21 : 36) : header.mono ? 13 : 21;
  const name = ascii(frame, at, 4);
  if (name !== 'Xing' && name !== 'Info') return null;
  const flags = frame[at + 7] ?? 0;
  const lame = at + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  if (!/^(LAME|Lav[cf]|L3\.99)/.test(ascii(frame, lame, 5))) return USUAL_PADDING;
  const [a = 0, b = 0, c = 0] = frame.subarray(lame + 21, lame + 24);
  return { before: (a << 4) | (b >> 4), after: ((b & 15) << 8) | c };
}
