import { countCodePoints, isHigh, skipCodePoints } from './code-points.js';
import { findBorder } from './find-border.js';
import { isHeading } from './heading.js';
import { nextParagraph, type ParagraphGap } from './next-paragraph.js';
import { planGrid } from './plan-grid.js';
import { type Mark, type PlanOptions, type Standing, type Step, standingAt } from './plan-standing.js';
import { TAG_REACH } from './unbreakable.js';

/** Plans on by a paragraph at most. What is marked stays, whatever is appended. */
export function planOn(
  text: string,
  standing: Standing,
  isFinal: boolean,
  options: PlanOptions,
  mark: (mark: Mark) => void,
): Step {
  if (!standing.begun) return begin(text, standing, isFinal, mark);
  return open(text, standing, isFinal, options, mark) ?? gather(text, standing, isFinal, options, mark);
}

/** White space before the first letter belongs to the first part; later on, to the part before. */
function begin(text: string, standing: Standing, isFinal: boolean, mark: (mark: Mark) => void): Step {
  const start = firstLetter(text, standing.group);
  const isBlank = start === text.length;
  const isFirst = standing.group === 0;
  if (isBlank && !(isFirst && isFinal && start > 0)) return { standing, waits: true };
  mark({ offset: isFirst ? 0 : start, isNear: false });
  return { standing: standingAt(start, standing.parts, true), waits: isBlank };
}

/** The first parts are short, each twice as long as the one before. Null where parts have their usual length. */
function open(
  text: string,
  standing: Standing,
  isFinal: boolean,
  options: PlanOptions,
  mark: (mark: Mark) => void,
): Step | null {
  const { group, parts, scan } = standing;
  const wish = options.first * 2 ** parts;
  // What was read on was tried before, and had no place for a border.
  if (scan > group || wish > options.usual * 0.75) return null;
  const high = skipCodePoints(text, group, wish * 2);
  // What would be left must be worth a request.
  if (skipCodePoints(text, high, wish / 2) >= text.length) return isFinal ? null : { standing, waits: true };
  if (!isFinal && text.length < high + TAG_REACH) return { standing, waits: true };
  const target = skipCodePoints(text, group, wish);
  const low = skipCodePoints(text, group, wish / 4);
  const { offset, kind } = findBorder(text, { ...options, target, low, high, least: low, most: high });
  if (kind === null || kind === 'grapheme') return null;
  mark({ offset, isNear: false });
  return { standing: standingAt(offset, parts + 1, true), waits: false };
}

/** Paragraphs are joined up to the usual length; one that is longer gets a grid of marks. */
function gather(
  text: string,
  standing: Standing,
  isFinal: boolean,
  options: PlanOptions,
  mark: (mark: Mark) => void,
): Step {
  const { usual } = options;
  const gap = nextParagraph(text, standing.scan);
  const scan = lastLetterEnd(text, standing.scan, gap?.end ?? text.length);
  const length = standing.length + countCodePoints(text, standing.scan, scan);
  const read = { ...standing, scan, length };
  const total = read.size + length;
  const isEnough = read.size >= usual / 2;
  if (read.isBroken || (isEnough && total > usual)) return { standing: close(read, usual, mark), waits: false };
  // Whether it is joined depends on how long it will be.
  if (!gap && !isFinal && isEnough) return { standing: read, waits: true };
  const grid = planGrid(text, read, total, isFinal, options, mark);
  if (grid.waits || !gap) return { standing: grid.standing, waits: true };
  return { standing: join(text, grid.standing, gap), waits: false };
}

/** The paragraph that was read is one of the group. */
function join(text: string, read: Standing, { next, isWide }: ParagraphGap): Standing {
  const size = read.size + read.length + countCodePoints(text, read.scan, next);
  const isFirst = read.heading < 0;
  return {
    ...read,
    end: next,
    size,
    scan: next,
    length: 0,
    isBroken: isWide,
    heading: !isHeading(text, read.end, next) ? -1 : isFirst ? read.end : read.heading,
    headingSize: isFirst ? read.size : read.headingSize,
  };
}

/** The group ends before the paragraph that was read, and before the headings that belong to it. */
function close(read: Standing, usual: number, mark: (mark: Mark) => void): Standing {
  const headings = read.heading >= 0 && read.headingSize > 0 ? read.size - read.headingSize : 0;
  const takesHeadings = !read.isBroken && headings > 0 && headings < usual / 2;
  const group = takesHeadings ? read.heading : read.end;
  mark({ offset: group, isNear: false });
  return {
    ...standingAt(group, read.parts + 1, true),
    end: read.end,
    size: takesHeadings ? headings : 0,
    scan: read.scan,
    length: read.length,
    heading: takesHeadings ? group : -1,
  };
}

/** The first offset at or behind another that is no white space, or the end. */
function firstLetter(text: string, from: number): number {
  const letter = /\S/g;
  letter.lastIndex = from;
  return letter.exec(text)?.index ?? text.length;
}

/** The end of a stretch without what may yet be part of a gap or half a character. */
function lastLetterEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (isHigh(text, end - 1) || /\s/.test(text[end - 1] ?? ''))) end--;
  return end;
}
