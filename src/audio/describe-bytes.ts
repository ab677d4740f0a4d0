/** What some first bytes look like, as the end of a sentence about what was expected: ' (they look like …)', or ''. */
export function describeBytes(head: Uint8Array): string {
  const text = String.fromCharCode(...head.subarray(0, 12));
  const looks = (what: string): string => ` (they look like ${what})`;
  if (head.length === 0) return '';
  if (text.startsWith('RIFF')) return looks('a WAV file');
  if (text.startsWith('OggS')) return looks('Ogg');
  if (text.startsWith('fLaC')) return looks('FLAC');
  if (text.startsWith('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return looks('MP3');
  if (text.slice(4, 8) === 'ftyp') return looks('MP4 audio');
  if (text.startsWith('<')) return looks('HTML');
  if (/^\s*[{[]/.test(text)) return looks('JSON');
  return '';
}
