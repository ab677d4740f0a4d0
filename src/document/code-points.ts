const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many Unicode code points lie between two UTF-16 offsets: what the API's limits and bills count. */
export function countCodePoints(text: string, from: number, to: number): number {
  return to - from - countPairs(text.slice(from, to));
}

/** The UTF-16 offset that lies `count` code points behind `from`, or the end of the text. */
export function skipCodePoints(text: string, from: number, count: number): number {
  let at = from;
  // The engine looks for pairs far faster than a loop, and most texts have none.
  for (let left = Math.floor(count); left > 0 && at < text.length; ) {
    const end = Math.min(text.length, at + left + (isHigh(text, at + left - 1) ? 1 : 0));
    left -= countCodePoints(text, at, end);
    at = end;
  }
  return at;
}

/** Whether the UTF-16 unit at an offset begins a pair. */
export const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

function countPairs(text: string): number {
  let count = 0;
  PAIR.lastIndex = 0;
  while (PAIR.test(text)) count++;
  return count;
}
