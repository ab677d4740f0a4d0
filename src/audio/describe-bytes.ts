/** First bytes by which everything here is told. */
export const DESCRIBED = 40;

/** What some first bytes look like, as the end of a sentence about what was expected: ' (they look like …)', or ''. */
export function describeBytes(head: Uint8Array): string {
  const text = String.fromCharCode(...head.subarray(0, DESCRIBED));
  const looks = (what: string): string => ` (they look like ${what})`;
  if (head.length === 0) return '';
  if (/^(RIFF|RF64)/.test(text)) return looks('a WAV file');
  if (text.startsWith('OggS')) return looks(text.includes('OpusHead') ? 'Ogg Opus' : 'Ogg without Opus');
  if (text.startsWith('fLaC')) return looks('FLAC');
  if (text.startsWith('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return looks('MP3');
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0) return looks('AAC');
  if (text.slice(4, 8) === 'ftyp') return looks('MP4 audio');
  if (text.startsWith('\x1aE\xdf\xa3')) return looks('WebM');
  if (text.startsWith('<')) return looks('HTML');
  if (/^\s*[{[]/.test(text)) return looks('JSON');
  return '';
}
