/** Frames by which it is seen how long they are. */
const SEEN = 32;
/** Share of them that are as long: a damaged header may lie. */
const MOSTLY = 0.8;
/** More, 13 s of them, are no loss but something else that lies between. */
const MOST = 512;

/**
 * How many MP3 frames lie between two that were found, by the bytes from the start of the first to the start of the second.
 * Of a constant bit rate all frames are as long, but for a byte of padding: other bytes between them are no frames.
 */
export function lostFrames(bytes: number, length: number, lengths: readonly number[]): number {
  if (bytes <= length) return 0;
  const seen = lengths.slice(-SEEN).sort((a, b) => a - b);
  const usual = seen[seen.length >> 1] ?? length;
  const like = seen.filter((one) => Math.abs(one - usual) <= 1);
  const isConstant = like.length >= seen.length * MOSTLY;
  const some = isConstant ? like : seen;
  const mean = some.reduce((sum, one) => sum + one, 0) / some.length;
  // From start to start: where a header lied of its length, the next is not missing.
  const steps = Math.round(bytes / mean);
  const count = isConstant ? steps - 1 : Math.round((bytes - length) / mean);
  return count > MOST || (isConstant && Math.abs(bytes - steps * mean) > steps + 1) ? 0 : Math.max(0, count);
}
