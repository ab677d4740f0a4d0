import { editPath, type PathBlock } from './edit-path.js';
import type { ElementQueue } from './element-queue.js';
import { hasLetter } from './has-letter.js';
import { headPoints, type TextPlace, textWindow } from './head-window.js';
import { type HeadMatch, layBlocks } from './lay-blocks.js';

/** Letters in a row that are no accident. One of a script without spaces counts twice. */
const SURE = 6;
/** The share of equal characters below which two stretches are not the same text at all. */
const ALIKE = 0.4;
/** The share of a path that stays, whatever comes behind its open end. */
const SETTLED = 0.75;
/** More of the text is looked at than of the alignment: spoken forms are shorter or longer. */
const WIDER = 1.5;

/**
 * Lays the first elements of a queue, `count` at most, over the text, up to where both surely agree again.
 * With `final` also what is merely alike counts. Null where neither is so.
 */
export function matchHead(place: TextPlace, queue: ElementQueue, count: number, final: boolean): HeadMatch | null {
  const theirs = headPoints(queue, Math.min(count, queue.size));
  const { points, tail } = theirs;
  const ours = textWindow(place, Math.ceil(Math.max(count, points.length) * WIDER));
  const isWhole =
    final &&
    !tail &&
    points.at(-1)?.owner === queue.size - 1 &&
    place.position + ours.text.length === place.text.length;
  const texts = points.map(({ text }) => text);
  const blocks = editPath(ours.points, texts, ours.isTag, !isWhole);
  const sure = blocks.findIndex((block, i) => block.same && isSure(ours.points, start(blocks, i), block.ours));
  if (sure >= 0) return layBlocks(blocks.slice(0, Math.max(1, sure)), place, ours, theirs);
  if (!final) return null;
  const equal = blocks.reduce((sum, block) => sum + (block.same ? block.ours : 0), 0);
  if (equal < ALIKE * Math.max(1, Math.min(ours.size, points.length))) return null;
  return layBlocks(isWhole ? blocks : settledPart(blocks, points.length), place, ours, theirs);
}

const start = (blocks: readonly PathBlock[], index: number): number =>
  blocks.slice(0, index).reduce((sum, { ours }) => sum + ours, 0);

function isSure(points: readonly string[], from: number, count: number): boolean {
  let letters = 0;
  for (let i = from; i < from + count && letters < SURE; i++) {
    const point = points[i] ?? '';
    if (hasLetter(point)) letters += /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(point) ? 2 : 1;
  }
  return letters >= SURE;
}

/** What lies far from the open end of a path is likely to stay. */
function settledPart(blocks: readonly PathBlock[], theirs: number): PathBlock[] {
  let seen = 0;
  const kept = blocks.filter((block) => {
    const before = seen;
    seen += block.theirs;
    return before < theirs * SETTLED;
  });
  return kept.length < blocks.length || kept.length === 1 ? kept : kept.slice(0, -1);
}
