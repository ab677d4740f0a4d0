/** A container that says in its first bytes what it is. */
export type Container = 'wav' | 'ogg' | 'flac' | 'mp3' | 'mp4' | 'webm';

/** First bytes, '?' being any. Long enough that no sound without a header begins so by chance. */
const FIRST_BYTES: readonly (readonly [Container, string])[] = [
  ['wav', 'RIFF????WAVE'],
  ['wav', 'RF64????WAVE'],
  ['ogg', 'OggS\0'],
  ['flac', 'fLaC\0'],
  ['mp4', '\0\0\0?ftyp'],
  ['webm', '\x1aE\xdf\xa3'],
  ['mp3', 'ID3\x02'],
  ['mp3', 'ID3\x03'],
  ['mp3', 'ID3\x04'],
];

/** First bytes that tell every container. */
export const CONTAINER_HEAD = 12;

/** The container that some first bytes open; null where they open none, undefined where more of them may. */
export function containerOf(head: Uint8Array): Container | null | undefined {
  const like = FIRST_BYTES.filter(([, pattern]) =>
    [...pattern].every((character, i) => i >= head.length || character === '?' || character.charCodeAt(0) === head[i]),
  );
  const whole = like.find(([, pattern]) => pattern.length <= head.length);
  return whole ? whole[0] : like.length > 0 ? undefined : null;
}
