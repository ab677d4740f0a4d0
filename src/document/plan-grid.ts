import type { SpanList } from '../alignment/span-list.js';
import { skipCodePoints } from './code-points.js';
import type { Mark, PlanOptions, Standing, Step } from './plan-standing.js';
import { TAG_REACH } from './unbreakable.js';

const BREAK =
  /\s(?=\S)|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** How far from a mark that is only near its border is: wished for within `wish` UTF-16 units, and always within `reach`. */
export const nearness = (usual: number): { wish: number; reach: number } => ({
  wish: Math.floor(usual / 3),
  reach: Math.floor(usual / 2),
});

/**
 * Marks a long paragraph at every `usual` code points, so that the number of parts and the place of each are known without
 * segmenting it. There is no mark within a word that is longer than that, until the limit demands one.
 */
export function planGrid(
  text: string,
  standing: Standing,
  total: number,
  isFinal: boolean,
  { usual, limit, protected: spans }: PlanOptions,
  mark: (mark: Mark) => void,
): Step {
  if (total < standing.pointSize + usual * 1.5) return { standing, waits: false };
  const { reach } = nearness(usual);
  let { parts, point, pointSize, markSize } = standing;
  const at = (waits: boolean): Step => ({ standing: { ...standing, parts, point, pointSize, markSize }, waits });
  while (total >= pointSize + usual * 1.5) {
    const offset = skipCodePoints(text, point, usual);
    if (!isFinal && text.length < offset + reach + TAG_REACH) return at(true);
    point = offset;
    pointSize += usual;
    const around = text.slice(offset - reach, offset + reach);
    const isForced = pointSize - markSize + 2 * usual > limit && /\S\S/.test(around);
    if (!isForced && (!BREAK.test(around) || isCovered(spans, offset, reach))) continue;
    mark({ offset, isNear: true });
    parts++;
    markSize = pointSize;
  }
  return at(false);
}

function isCovered(spans: SpanList | undefined, offset: number, reach: number): boolean {
  const index = spans?.indexAt(offset) ?? -1;
  return spans !== undefined && index >= 0 && spans.start(index) < offset - reach && spans.end(index) > offset + reach;
}
